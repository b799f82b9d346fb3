public import ContentLoading
public import Diagnostics
public import Records

extension BuildSummary: Recordable {
  /// Writes what the build said, and how many files it had.
  public func write(to record: inout RecordWriter) {
    record.put(files, reports, authorities, recommendations, tally.unchanged)
    record.put(each: judgements.sorted { $0.key < $1.key }) { $0.put($1.key, $1.value) }
    record.put(ReportProblems(diagnostics: diagnostics, notes: notes))
  }

  /// Reads what a build said.
  public init(from record: inout RecordReader) throws(RecordError) {
    self.init(diagnostics: [])
    (files, reports, authorities) = (try record.read(), try record.read(), try record.read())
    (recommendations, tally.unchanged) = (try record.read(), try record.read())
    let counts = try record.each { record throws(RecordError) -> (String, Int) in (try record.read(), try record.read())
    }
    judgements = Dictionary(counts) { first, _ in first }
    tell(try record.read())
  }
}

extension ReportProblems: Recordable {
  func write(to record: inout RecordWriter) { record.put(diagnostics, notes) }

  init(from record: inout RecordReader) throws(RecordError) {
    self.init(diagnostics: try record.read(), notes: try record.read())
  }
}

extension Diagnostic: Recordable {
  /// Writes the problem.
  public func write(to record: inout RecordWriter) {
    record.put(severity, code, message, location, excerpt, suggestion)
  }

  /// Reads a problem that was written.
  public init(from record: inout RecordReader) throws(RecordError) {
    self.init(
      try record.read(), try record.read(), try record.read(), at: try record.read(), excerpt: try record.read(),
      suggestion: try record.read())
  }
}

extension SourceLocation: Recordable {
  /// Writes the place.
  public func write(to record: inout RecordWriter) { record.put(path, line, column) }

  /// Reads a place that was written.
  public init(from record: inout RecordReader) throws(RecordError) {
    self.init(path: try record.read(), line: try record.read(), column: try record.read())
  }
}

extension Diagnostic.Suggestion: Recordable {
  /// Writes the line.
  public func write(to record: inout RecordWriter) { record.put(file, place, line) }

  /// Reads a line that was written.
  public init(from record: inout RecordReader) throws(RecordError) {
    self.init(file: try record.read(), place: try record.read(), line: try record.read())
  }
}

extension Diagnostic.Severity: Recordable {}
extension DiagnosticCode: Recordable {}

extension StampedFile: Recordable {
  /// Writes the file.
  public func write(to record: inout RecordWriter) {
    record.put(path, stamp.size, stamp.modified, stamp.changed, stamp.number)
  }

  /// Reads a file that was written.
  public init(from record: inout RecordReader) throws(RecordError) {
    self.init(
      path: try record.read(),
      stamp: FileStamp(
        size: try record.read(), modified: try record.read(), changed: try record.read(), number: try record.read()))
  }
}
