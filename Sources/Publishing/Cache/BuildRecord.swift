internal import ContentLoading
internal import Diagnostics
internal import Records

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

  /// What the pages of this authority say of the rest of the site, as a digest.
  var surroundings: ArraySlice<UInt8>
  /// The reports' files, in the order of the data files.
  var sources: [Source]
  /// How many of the record's outputs are this authority's.
  var outputs: Int
  /// How many bytes and rows are in each of the files that have rows of every report.
  var parts: [(size: Int, rows: Int)]
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

  /// A file with rows of every report.
  struct Bulk: Sendable, Hashable {
    var rows: Int
    var size: Int
    var sha256: String
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
  var bulk: [Bulk]
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

extension BuildRecord {
  /// Writes the record piece by piece, since it names every file of the site.
  func write(_ put: (ArraySlice<UInt8>) -> Void) {
    var record = RecordWriter()
    record.put(options)
    record.put(settings)
    record.put(each: inventory.settings) { $0.put($1) }
    record.put(each: inventory.reports) { $0.put($1) }
    record.put(restless)
    summary.write(to: &record)
    record.put(outputs.count)
    for output in outputs {
      record.put(output.path)
      record.put(output.stamp.size)
      record.put(output.stamp.modified)
      record.put(output.stamp.number)
      if record.bytes.count >= BuildRecord.piece {
        put(record.bytes[...])
        record = RecordWriter()
      }
    }
    record.put(authorities)
    put(record.bytes[...])
  }

  /// About how many bytes are written at once.
  private static let piece = 1 << 16

  init(from record: inout RecordReader) throws(RecordError) {
    options = try record.blob()
    settings = try record.blob()
    inventory = ContentInventory(
      settings: try record.each { record throws(RecordError) in try record.stamped() },
      reports: try record.each { record throws(RecordError) in try record.stamped() })
    restless = try record.number()
    summary = try BuildSummary(from: &record)
    outputs = try record.each { record throws(RecordError) in
      Output(
        path: try record.text(),
        stamp: WrittenStamp(
          size: try record.number(), modified: try record.number(), number: try record.natural()))
    }
    authorities = try record.blob()
  }
}

extension AuthoritiesRecord {
  /// Writes what comes behind the authorities.
  func writeRest(to record: inout RecordWriter) {
    record.put(false)
    record.put(each: extras) {
      $0.put($1.path)
      $0.put($1.sha256)
      $1.problems.write(to: &$0)
      $0.put($1.summary) { $0.put($1) }
    }
    record.put(each: bulk) {
      $0.put($1.rows)
      $0.put($1.size)
      $0.put($1.sha256)
    }
    record.put(each: planned) { $1.write(to: &$0) }
    record.put(asksForSomething)
  }

  init(from record: inout RecordReader) throws(RecordError) {
    authorities = []
    while try record.flag() {
      let (authority, bytes) = try record.traced { record throws(RecordError) in try AuthorityRecord(from: &record) }
      authorities.append(Kept(record: authority, bytes: bytes))
    }
    extras = try record.each { record throws(RecordError) in
      Extra(
        path: try record.text(), sha256: try record.text(),
        problems: try ReportProblems(from: &record),
        summary: try record.optional { record throws(RecordError) in try record.blob() })
    }
    bulk = try record.each { record throws(RecordError) in
      Bulk(rows: try record.number(), size: try record.number(), sha256: try record.text())
    }
    planned = try record.each { record throws(RecordError) in try Diagnostic(from: &record) }
    asksForSomething = try record.flag()
  }
}

extension AuthorityRecord {
  /// Writes the authority.
  func write(to record: inout RecordWriter) {
    record.put(surroundings)
    record.put(each: sources) {
      $0.put($1.path)
      $0.put($1.sha256)
      $0.put($1.place)
    }
    record.put(outputs)
    record.put(each: parts) {
      $0.put($1.size)
      $0.put($1.rows)
    }
    problems.write(to: &record)
    record.put(summaries)
    record.put(listed)
  }

  /// The authority as it is kept.
  var written: ArraySlice<UInt8> {
    var record = RecordWriter()
    write(to: &record)
    return record.bytes[...]
  }

  fileprivate init(from record: inout RecordReader) throws(RecordError) {
    surroundings = try record.blob()
    sources = try record.each { record throws(RecordError) in
      Source(path: try record.text(), sha256: try record.text(), place: try record.blob())
    }
    outputs = try record.number()
    parts = try record.each { record throws(RecordError) in (size: try record.number(), rows: try record.number()) }
    problems = try ReportProblems(from: &record)
    summaries = try record.blob()
    listed = try record.blob()
  }
}
