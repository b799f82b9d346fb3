internal import ContentLoading
internal import Diagnostics
internal import Fingerprinting
internal import Foundation
internal import Records
internal import SiteGeneration

/// What the last build left, laid out so that what has not changed can be found.
struct LastBuild: Sendable {
  /// An authority as the last build left it.
  struct Authority: Sendable {
    let record: AuthorityRecord
    /// The record as it was written.
    let bytes: ArraySlice<UInt8>
    let outputs: ArraySlice<BuildRecord.Output>
    /// Where what it added lies in the files that have rows of every report.
    let parts: [BulkFile.FormerPart]
  }

  let build: BuildRecord
  let authorities: AuthoritiesRecord
  /// The authorities by the path of their first report's file.
  let byPath: [String: Authority]
  /// The files that have rows of every report.
  let bulkOutputs: ArraySlice<BuildRecord.Output>
  /// The site's own files.
  let siteOutputs: ArraySlice<BuildRecord.Output>
  private let stamps: [String: FileStamp]
  private let sources: [String: AuthorityRecord.Source]
  private let extras: [String: AuthoritiesRecord.Extra]

  init(_ build: BuildRecord, _ authorities: AuthoritiesRecord) {
    self.build = build
    self.authorities = authorities
    var byPath: [String: Authority] = [:]
    var sources: [String: AuthorityRecord.Source] = [:]
    var offsets = BulkFiles.files.map(\.head.count)
    var first = 0
    for kept in authorities.authorities {
      let record = kept.record
      let outputs = build.outputs.dropFirst(first).prefix(record.outputs)
      first += record.outputs
      var parts: [BulkFile.FormerPart] = []
      for (index, part) in record.parts.enumerated() where offsets.indices.contains(index) {
        parts.append(BulkFile.FormerPart(range: offsets[index]..<offsets[index] + part.size, rows: part.rows))
        offsets[index] += part.size
      }
      for source in record.sources { sources[source.path] = source }
      if let path = record.sources.first?.path {
        byPath[path] = Authority(record: record, bytes: kept.bytes, outputs: outputs, parts: parts)
      }
    }
    self.byPath = byPath
    self.sources = sources
    bulkOutputs = build.outputs.dropFirst(first).prefix(authorities.bulk.count)
    siteOutputs = build.outputs.dropFirst(first + authorities.bulk.count).dropLast()
    stamps = Dictionary(build.inventory.reports.map { ($0.path, $0.stamp) }) { first, _ in first }
    extras = Dictionary(authorities.extras.map { ($0.path, $0) }) { first, _ in first }
  }

  /// Whether a file is as the last build found it.
  func isUnchanged(_ file: StampedFile) -> Bool { stamps[file.path] == file.stamp }

  /// What the last build told of a report's place, if its file is unchanged; nil too where it gave no pages.
  func source(of file: StampedFile) -> AuthorityRecord.Source? {
    isUnchanged(file) ? sources[file.path] : nil
  }

  /// What the last build found in a file that gives no pages, if the file is unchanged.
  func extra(of file: StampedFile) -> AuthoritiesRecord.Extra? {
    isUnchanged(file) ? extras[file.path] : nil
  }

  /// An authority as the last build left it, if its reports and what its pages say of the rest are the same.
  func authority(at place: SiteGenerator.Place, unchanged: (String) -> Bool) -> Authority? {
    guard let first = place.paths.first, let authority = byPath[first],
      authority.record.surroundings == place.surroundings[...],
      authority.record.sources.map(\.path) == place.paths, place.paths.allSatisfy(unchanged)
    else { return nil }
    return authority
  }
}

extension BuildRecord {
  /// Notes what lay in the folders when the build began; a file that may still have been changing is not trusted.
  mutating func note(_ inventory: ContentInventory, before moment: Int) {
    func rested(_ files: [StampedFile]) -> [StampedFile] { files.filter { $0.stamp.isAtRest(before: moment) } }
    self.inventory = ContentInventory(settings: rested(inventory.settings), reports: rested(inventory.reports))
    restless =
      inventory.settings.count + inventory.reports.count - self.inventory.settings.count - self.inventory.reports.count
  }

  /// What the build said, for one in which nothing had to be done.
  var summaryOfNothingDone: BuildSummary {
    var summary = summary
    summary.tally = BuildSummary.Tally(unchanged: summary.tally.unchanged)
    summary.isPublished = true
    return summary
  }

  /// Whether a folder holds what a build wrote at all; where it was emptied there is nothing to take over.
  static func isAnyBuild(in folder: String) -> Bool {
    (try? PosixFile.folder(folder))?.stamp(of: Manifest.name) != nil
  }

  /// Whether nobody has touched what was written, and no build is under way or was cut short.
  func isUntouched(in folder: String, jobs: Int) async throws -> Bool {
    guard let disk = try? PosixFile.folder(folder), disk.stamp(of: BuildLock.name)?.size == 0 else { return false }
    let pieces = stride(from: 0, to: outputs.count, by: 2_000).map { outputs[$0..<min($0 + 2_000, outputs.count)] }
    return try await concurrentMap(pieces, jobs: jobs) { piece in
      piece.allSatisfy { disk.stamp(of: $0.path) == $0.stamp }
    }.allSatisfy { $0 }
  }
}

extension ContentInventory {
  /// The digest of everything that shapes every page: `told`, and the settings' files as they are.
  ///
  /// - Throws: if a file can't be read.
  func digestOfSettings(_ told: [UInt8]) throws(EnvironmentFailure) -> [UInt8] {
    let digest = FingerprintStream()
    digest.append(told)
    for file in settings {
      var head = RecordWriter()
      head.put(file.path)
      if case .bytes(let bytes) = try FileReader.read(file.path) { head.put(bytes[...]) }
      digest.append(head.bytes)
    }
    return digest.finish().bytes
  }
}

extension SiteBuild.Options {
  /// The digest of the program and of what it was told, which shapes what is written and said.
  func digest(hasSearch: Bool) -> [UInt8] {
    var record = RecordWriter()
    let program = Bundle.main.executablePath.flatMap { FileReader.stamp(of: $0) }
    record.put(
      "\(program.map { "\($0)" } ?? "") \(Bundle.main.executablePath ?? "")", content, defaults, templates, output,
      baseURL, search.rawValue, hasSearch, maxInput, isStrict, keepsGoing)
    return Fingerprint(of: record.bytes).bytes
  }
}
