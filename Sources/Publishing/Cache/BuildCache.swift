internal import ContentLoading
internal import Diagnostics
internal import Foundation
internal import Records

/// The results that builds of one site remember, so that unchanged work is not done again.
///
/// Keys are digests of all inputs of a value. Paths and times are only hints beside a digest, and are not recorded for
/// a file that may have changed while it was read.
struct BuildCache: Sendable {
  let memo: Memo
  /// The memo of this build; nil if it can't be written.
  let next: Memo.Writer?
  let blobs: BlobStore
  /// The digest of the program and its options.
  let options: Fingerprint
  /// The start of the build, in nanoseconds since 1970.
  let began = BuildCache.now
  /// Whether everything is computed again and compared with the remembered results.
  let verifies: Bool

  init(_ options: SiteBuild.Options, hasSearch: Bool) {
    self.options = options.digest(hasSearch: hasSearch)
    verifies = options.verifiesCache
    let place = URL(fileURLWithPath: options.output).standardizedFileURL.path
    let name = String(Fingerprint(of: Array(place.utf8)).hexadecimal.prefix(16)) + ".memo"
    memo = options.cache.map { Memo(folder: $0, name: name) } ?? Memo()
    next = options.cache.flatMap { Memo.Writer(folder: $0, name: name) }
    blobs = BlobStore(folder: options.cache.map { "\($0)/blobs" })
  }

  /// The current time, in nanoseconds since 1970.
  static var now: Int { Int(Date().timeIntervalSince1970 * 1e9) }

  /// Returns the value that the previous build remembered, or computes it, and remembers it for the next build.
  func remembered<Value: Recordable & Equatable>(_ key: Fingerprint, _ make: () throws -> Value) throws -> Value {
    if !verifies, let value: Value = memo.value(key) {
      next?.keep(value.recorded, under: key)
      return value
    }
    let value = try make()
    if verifies, let previous = memo[key], previous != value.recorded { throw Memo.differs("what was worked out") }
    next?.keep(value.recorded, under: key)
    return value
  }

  /// Returns the unit of a key as the previous build left it, if its files are unmodified.
  func kept(_ key: Fingerprint, in writer: SiteWriter) -> SiteUnit? {
    guard !verifies, var unit: SiteUnit = memo.value(key), unit.isUnchanged(in: writer) else { return nil }
    unit.key = key
    unit.isKept = true
    return unit
  }

  // MARK: Nothing changed

  private func key(_ inventory: ContentInventory) -> Fingerprint {
    Fingerprint(of: "whole", options, inventory.settings, inventory.reports)
  }

  /// Returns the previous build's summary, if no file that it read or wrote has changed since.
  func unchanged(_ inventory: ContentInventory, _ writer: SiteWriter, _ jobs: Int) async throws -> BuildSummary? {
    guard !verifies, !writer.previousBuildWasInterrupted, let whole: Whole = memo.value(key(inventory)),
      let manifest = whole.manifest, writer.stamp(of: Manifest.name) == manifest
    else { return nil }
    let isUnchanged = try await concurrentMap(whole.units, jobs: jobs) { kept($0, in: writer) != nil }.allSatisfy { $0 }
    guard isUnchanged else { return nil }
    var summary = whole.summary
    summary.isPublished = true
    return summary
  }

  /// Stores the results of this build for the next.
  func keep(
    _ units: [SiteUnit], _ site: AssembledSite, _ summary: BuildSummary, _ inventory: ContentInventory,
    _ writer: SiteWriter
  ) {
    // A file that changes twice within a tick of the disk's clock has the same metadata both times.
    let moment = BuildCache.now
    for var unit in units {
      if unit.isKept, let bytes = memo[unit.key] {
        next?.keep(bytes, under: unit.key)
        continue
      }
      for index in unit.outputs.indices where !unit.outputs[index].stamp.isStable(before: moment) {
        unit.outputs[index].stamp.size = -1
      }
      next?.keep(unit.recorded, under: unit.key)
    }
    let manifest = writer.stamp(of: Manifest.name).flatMap { $0.isStable(before: moment) ? $0 : nil }
    if (inventory.settings + inventory.reports).allSatisfy({ $0.stamp.isStable(before: began) }), let manifest {
      var summary = summary
      summary.tally = BuildSummary.FileCounts(unchanged: units.reduce(0) { $0 + $1.outputs.count })
      next?.keep(
        Whole(summary: summary, units: units.map(\.key), manifest: manifest).recorded, under: key(inventory))
    }
    next?.finish()
    if units.contains(where: { !$0.isKept }) {
      blobs.trim(using: Set(units.flatMap { $0.rows.map(\.blob) }).union(site.files.flatMap { [$0.text, $0.points] }))
    }
  }
}

/// The record of a whole build, for the next build in which nothing has changed.
private struct Whole {
  var summary: BuildSummary
  var units: [Fingerprint]
  var manifest: FileMetadata?
}

extension Whole: Recordable {
  func write(to record: inout RecordWriter) { record.put(summary, units, manifest) }

  init(from record: inout RecordReader) throws(RecordError) {
    self = try record.read(Self.init(summary:units:manifest:))
  }
}
