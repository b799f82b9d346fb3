public import Diagnostics
public import Records

extension Diagnostic: Recordable {
  /// Writes the diagnostic.
  public func write(to record: inout RecordWriter) {
    record.put(severity, code, message, location, excerpt, suggestion)
  }

  /// Reads a recorded diagnostic.
  public init(from record: inout RecordReader) throws(RecordError) {
    self.init(
      try record.read(), try record.read(), try record.read(), at: try record.read(), excerpt: try record.read(),
      suggestion: try record.read())
  }
}

extension SourceLocation: Recordable {
  /// Writes the location.
  public func write(to record: inout RecordWriter) { record.put(path, line, column) }

  /// Reads a recorded location.
  public init(from record: inout RecordReader) throws(RecordError) {
    self.init(path: try record.read(), line: try record.read(), column: try record.read())
  }
}

extension Diagnostic.Suggestion: Recordable {
  /// Writes the suggestion.
  public func write(to record: inout RecordWriter) { record.put(file, place, line) }

  /// Reads a recorded suggestion.
  public init(from record: inout RecordReader) throws(RecordError) {
    self.init(file: try record.read(), place: try record.read(), line: try record.read())
  }
}

extension Diagnostic.Severity: Recordable {}
extension DiagnosticCode: Recordable {}
