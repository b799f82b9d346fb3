internal import ContentLoading
internal import Diagnostics
public import Records
public import SiteGeneration

/// What a build keeps for the next, so that what has not changed need not be done again: from which files it was made,
/// what it wrote, and what it said.
struct BuildRecord: Sendable {
  /// A file that was written.
  struct Output: Sendable, Hashable {
    var path: String
    var stamp: WrittenStamp
  }

  /// The program and what it was told, as a digest.
  var options: ArraySlice<UInt8>
  /// What shapes every page: the options, the settings, frameworks and templates; as a digest.
  var settings: ArraySlice<UInt8>
  /// What lay in the folders when the build began; a file that had not come to rest then is not listed.
  var inventory: ContentInventory
  /// How many files were not at rest.
  var restless: Int
  /// What the build said.
  var summary: BuildSummary
  /// Everything that was written: by authority in their order, then the files with rows of every report, then the site's
  /// own files, then the manifest.
  var outputs: [Output]
  /// The digest of the record of the authorities that belongs to this one.
  var authorities: ArraySlice<UInt8>
}

/// What a build keeps of one authority.
struct AuthorityRecord: Sendable {
  /// A report's file, and what places the report on the site.
  struct Source: Sendable {
    var path: String
    var sha256: String
    /// The report's summary without judgements and points, written.
    var place: ArraySlice<UInt8>
  }

  /// How many bytes and rows it has in one of the files that have rows of every report.
  struct Part: Sendable {
    var size: Int
    var rows: Int
  }

  /// What the pages of this authority say of the rest of the site, as a digest.
  var surroundings: ArraySlice<UInt8>
  /// The reports' files, in the order of the data files.
  var sources: [Source]
  /// How many of the record's outputs are this authority's.
  var outputs: Int
  /// What it has in each of those files.
  var parts: [Part]
  /// What is wrong in its reports.
  var problems: ReportProblems
  /// The reports' summaries, written one after the other.
  var summaries: ArraySlice<UInt8>
  /// The digest of what pages of the whole site say of the reports.
  var listed: ArraySlice<UInt8>
}

/// What a build keeps of all authorities, read only when something has changed.
struct AuthoritiesRecord: Sendable {
  /// A file that gives no pages: it holds no report, or one that another file holds.
  struct Extra: Sendable {
    var path: String
    var sha256: String
    /// What is wrong in it.
    var problems: ReportProblems
    /// The summary of its report, written; nil where it holds none.
    var summary: ArraySlice<UInt8>?
  }

  /// An authority, and the bytes it was read from.
  struct Kept: Sendable {
    var record: AuthorityRecord
    var bytes: ArraySlice<UInt8>
  }

  /// The authorities, A to Z.
  var authorities: [Kept]
  /// The files that give no pages.
  var extras: [Extra]
  /// The files with rows of every report.
  var bulk: [BulkFiles.Written]
  /// What the plan of the whole site said.
  var planned: [Diagnostic]
  /// Whether any report asks for something.
  var asksForSomething: Bool
}

extension BuildRecord {
  /// A record of what was written and said; from what, is noted later.
  init(summary: BuildSummary, outputs: [Output]) {
    self.init(
      options: [], settings: [], inventory: ContentInventory(settings: [], reports: []), restless: 0,
      summary: summary, outputs: outputs, authorities: [])
  }
}

// MARK: As bytes

extension BuildRecord: Recordable {
  func write(to record: inout RecordWriter) {
    record.put(options, settings, inventory.settings, inventory.reports, restless, summary, outputs, authorities)
  }

  init(from record: inout RecordReader) throws(RecordError) {
    self.init(
      options: try record.read(), settings: try record.read(),
      inventory: ContentInventory(settings: try record.read(), reports: try record.read()),
      restless: try record.read(), summary: try record.read(), outputs: try record.read(),
      authorities: try record.read())
  }
}

extension BuildRecord.Output: Recordable {
  func write(to record: inout RecordWriter) { record.put(path, stamp.size, stamp.modified, stamp.number) }

  init(from record: inout RecordReader) throws(RecordError) {
    self.init(
      path: try record.read(),
      stamp: WrittenStamp(size: try record.read(), modified: try record.read(), number: try record.read()))
  }
}

extension AuthoritiesRecord {
  /// Reads what was written piece by piece: each authority behind a mark that it is there, then the rest.
  init(from record: inout RecordReader) throws(RecordError) {
    authorities = []
    while try record.read() {
      let (authority, bytes) = try record.traced { record throws(RecordError) in try AuthorityRecord(from: &record) }
      authorities.append(Kept(record: authority, bytes: bytes))
    }
    (extras, bulk) = (try record.read(), try record.read())
    (planned, asksForSomething) = (try record.read(), try record.read())
  }
}

extension AuthoritiesRecord.Extra: Recordable {
  func write(to record: inout RecordWriter) { record.put(path, sha256, problems, summary) }

  init(from record: inout RecordReader) throws(RecordError) {
    self.init(
      path: try record.read(), sha256: try record.read(), problems: try record.read(), summary: try record.read())
  }
}

extension BulkFiles.Written: Recordable {
  /// Writes the value.
  public func write(to record: inout RecordWriter) { record.put(path, rows, size, sha256) }

  /// Reads a value that was written.
  public init(from record: inout RecordReader) throws(RecordError) {
    self.init(path: try record.read(), rows: try record.read(), size: try record.read(), sha256: try record.read())
  }
}

extension AuthorityRecord: Recordable {
  func write(to record: inout RecordWriter) {
    record.put(surroundings, sources, outputs, parts, problems, summaries, listed)
  }

  init(from record: inout RecordReader) throws(RecordError) {
    self.init(
      surroundings: try record.read(), sources: try record.read(), outputs: try record.read(),
      parts: try record.read(), problems: try record.read(), summaries: try record.read(), listed: try record.read())
  }
}

extension AuthorityRecord.Source: Recordable {
  func write(to record: inout RecordWriter) { record.put(path, sha256, place) }

  init(from record: inout RecordReader) throws(RecordError) {
    self.init(path: try record.read(), sha256: try record.read(), place: try record.read())
  }
}

extension AuthorityRecord.Part: Recordable {
  func write(to record: inout RecordWriter) { record.put(size, rows) }

  init(from record: inout RecordReader) throws(RecordError) {
    self.init(size: try record.read(), rows: try record.read())
  }
}
