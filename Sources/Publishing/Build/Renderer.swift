internal import ContentLoading
internal import Diagnostics
internal import Records
internal import SiteGeneration
internal import ZipFiles

/// Files that are rendered together, and their rows of the data tables. They are rendered again only if an input has
/// changed or one of the files was modified.
struct SiteUnit: Sendable {
  /// The digest of everything that the files are made from.
  var key: Fingerprint
  /// The files.
  var outputs: [InputFile] = []
  /// The table rows of its reports, and then of the authority.
  var rows: [TableRows] = []
  /// The record of the table or the paragraph file among the files.
  var written: AggregateFiles.Written?
  /// Whether the files are those of the previous build.
  var isKept = false

  /// Whether the files' metadata are still the recorded ones.
  func isUnchanged(in writer: SiteWriter) -> Bool {
    outputs.allSatisfy { writer.stamp(of: $0.path) == $0.stamp }
  }
}

/// The table rows of some reports of an authority, and the digest that their bytes are stored under.
struct TableRows: Sendable {
  /// The rows of one table.
  struct Part: Sendable {
    var size: Int
    var rows: Int
    var digest: Fingerprint
    /// The checksum of the uncompressed bytes; nil if they are not compressed.
    var plain: Checksum?

    /// No rows.
    static let none = Part(size: 0, rows: 0, digest: Fingerprint(of: []))
  }

  /// The digest of all the bytes together.
  var blob: Fingerprint
  var parts: [Part]
}

/// Renders the units of a site, or reuses those of the previous build.
struct Renderer: Sendable {
  let generator: SiteGenerator
  let site: AssembledSite
  let shelf: ReportShelf
  let cache: BuildCache
  let writer: SiteWriter
  let clock: BuildTimer
  /// The digest of the options and settings that shape every page.
  private let settings: Fingerprint
  /// The digest of `settings`, the unread files, and the facts of all reports that every page depends on.
  private let shared: Fingerprint

  init(
    _ generator: SiteGenerator, _ site: AssembledSite, _ shelf: ReportShelf, _ cache: BuildCache, _ writer: SiteWriter,
    _ clock: BuildTimer
  ) {
    self.generator = generator
    self.site = site
    self.shelf = shelf
    self.cache = cache
    self.writer = writer
    self.clock = clock
    settings = Fingerprint(of: "pages", cache.options, site.settings)
    shared = Fingerprint(of: "shared", settings, site.unread, generator.siteWide)
  }

  /// Returns every unit of the site in publishing order: assets, the pages of authorities and reports, the data, lists,
  /// and the pages that link to most others.
  func units(_ options: SiteBuild.Options) async throws -> [SiteUnit] {
    let files = generator.files
    var units = [try unit("files", [site.shown, files.inputs], files.make)]
    let authorities = generator.authorities
    let total = authorities.reduce(0) { $0 + $1.reports.count }
    var done = 0
    var own: [SiteUnit] = []
    try await concurrentForEach(authorities, jobs: options.jobs) { authority in
      try unit(of: authority)
    } inOrder: { unit in
      done += authorities[own.count].reports.count
      options.onProgress?(done, total)
      own.append(unit)
    }
    units += own
    let tables = try TableJoiner(renderer: self).tables(authorities, own)
    units += tables
    let written = (tables + own).compactMap(\.written)
    units.append(
      try unit("data", [site.shown, Fingerprint(of: "written", written)]) {
        generator.dataFiles(written: written)
      })
    units += try await self.units("points", site.points, options.jobs) { generator.points }
    units += try await self.units("lists", site.shown, options.jobs) { generator.lists }
    units += try await self.units("counts", site.counted, options.jobs) { generator.counts }
    let paths = units.flatMap { $0.outputs.map(\.path) }
    units.append(try unit("index", [site.shown, site.points]) { generator.index(listing: paths) })
    return units
  }

  /// Renders or reuses the pages of an authority and of its reports.
  private func unit(of authority: AuthoritySummary) throws -> SiteUnit {
    let reports = try authority.reports.map { try site.file(of: $0) }
    var key = RecordWriter()
    for report in reports { key.put(report.path, report.sha256) }
    let dependencies = generator.dependencyDigest(of: authority)
    let unitKey = Fingerprint(of: "authority", settings, generator.siteWide, dependencies, key.bytes[...])
    if let unit = cache.kept(unitKey, in: writer) { return unit }
    var unit = SiteUnit(key: unitKey)
    let path = generator.paragraphsPath(of: authority)
    let paragraphs = try path.map { path throws(EnvironmentError) in try writer.begin(path) }
    var count = 0
    try generator.make(authority) { summary in
      try clock.measure(.unpacking) { try site.report(of: summary, shelf) }
    } original: { summary in
      try shelf.original(of: try site.file(of: summary))
    } output: { file in
      unit.outputs.append(try stage(file))
    } rows: { rows in
      unit.rows.append(keep(rows))
      count += rows.paragraphs.rows
      try paragraphs?.append(rows.paragraphs.bytes[...])
    }
    if let path, let paragraphs {
      let (stamp, sha256) = try writer.stage(path, paragraphs)
      unit.outputs.append(InputFile(path: path, stamp: stamp))
      unit.written = AggregateFiles.Written(path: path, rows: count, size: paragraphs.size, sha256: sha256)
    }
    return try verified(unit)
  }

  /// Renders or reuses units that need no full report. Their keys are cached too, so that unchanged units are
  /// recognised without being planned.
  private func units(
    _ kind: String, _ inputs: Fingerprint, _ jobs: Int, _ pieces: () -> [Piece]
  ) async throws -> [SiteUnit] {
    var planned: [Piece]?
    let keys = try cache.remembered(key(kind, [inputs])) {
      let pieces = pieces()
      planned = pieces
      return pieces.map { key($0.paths[0], [$0.inputs]) }
    }
    let kept = keys.compactMap { cache.kept($0, in: writer) }
    if kept.count == keys.count { return kept }
    return try await concurrentMap(Array(zip(keys, planned ?? pieces())), jobs: jobs) { key, piece in
      try unit(key, piece.make)
    }
  }

  /// Renders or reuses a unit that needs no full report.
  private func unit(_ kind: String, _ inputs: [Fingerprint], _ make: () throws -> [OutputFile]) throws -> SiteUnit {
    try unit(key(kind, inputs), make)
  }

  private func unit(_ key: Fingerprint, _ make: () throws -> [OutputFile]) throws -> SiteUnit {
    try cache.kept(key, in: writer) ?? verified(SiteUnit(key: key, outputs: make().map(stage)))
  }

  /// Returns the key of a unit with these inputs besides the ones that all units share.
  private func key(_ kind: String, _ inputs: [Fingerprint]) -> Fingerprint {
    Fingerprint(of: "unit", kind, shared, inputs)
  }

  /// Renders the table rows of an authority again, for when the cache has lost them.
  func rows(of authority: AuthoritySummary) throws -> [[UInt8]] {
    var rows: [[UInt8]] = []
    try generator.make(authority) { summary in
      try site.report(of: summary, shelf)
    } original: { _ in
      []
    } output: { _ in
    } rows: {
      rows.append($0.tables.flatMap(\.bytes))
    }
    return rows
  }

  private func stage(_ file: OutputFile) throws -> InputFile {
    try clock.measure(.staging) { () throws(EnvironmentError) in
      InputFile(path: file.path, stamp: try writer.stage(file.path, file.bytes).stamp)
    }
  }

  private func keep(_ rows: AggregateFiles.Rows) -> TableRows {
    TableRows(
      blob: cache.blobs.keep(rows.tables.flatMap(\.bytes)),
      parts: rows.tables.map {
        $0.bytes.isEmpty
          ? .none
          : TableRows.Part(size: $0.bytes.count, rows: $0.rows, digest: Fingerprint(of: $0.bytes), plain: $0.plain)
      })
  }

  /// Returns the unit; while verifying the cache, throws if the previous build's files of the same key differ.
  private func verified(_ unit: SiteUnit) throws -> SiteUnit {
    guard cache.verifies, let previous: SiteUnit = cache.memo.value(unit.key) else { return unit }
    let changed = previous.outputs.first { output in
      !unit.outputs.contains { $0.path == output.path }
        || writer.isStaged(output.path) && writer.stamp(of: output.path) == output.stamp
    }
    if let changed { throw Memo.differs(changed.path) }
    return unit
  }
}

extension SiteUnit: Recordable {
  func write(to record: inout RecordWriter) { record.put(outputs, rows, written) }

  init(from record: inout RecordReader) throws(RecordError) {
    self.init(
      key: Fingerprint(of: []), outputs: try record.read(), rows: try record.read(), written: try record.read())
  }
}

extension TableRows: Recordable {
  func write(to record: inout RecordWriter) { record.put(blob, parts) }

  init(from record: inout RecordReader) throws(RecordError) {
    self = try record.read(Self.init(blob:parts:))
  }
}

/// An empty part is its size alone: most are empty, since few authorities have recommendations of every theme.
extension TableRows.Part: Recordable {
  func write(to record: inout RecordWriter) {
    record.put(size)
    if size > 0 { record.put(rows, digest, plain?.size ?? 0, Int(plain?.crc ?? 0)) }
  }

  init(from record: inout RecordReader) throws(RecordError) {
    let size: Int = try record.read()
    if size == 0 {
      self = .none
      return
    }
    self.init(size: size, rows: try record.read(), digest: try record.read())
    let (plainSize, crc): (Int, Int) = (try record.read(), try record.read())
    if plainSize > 0 { plain = Checksum(size: plainSize, crc: UInt32(truncatingIfNeeded: crc)) }
  }
}
