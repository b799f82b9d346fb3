public import Diagnostics
public import Records

extension Diagnostic: Recordable {
  /// Writes the diagnostic.
  public func write(to record: inout RecordWriter) {
    record.put(severity, code, message, location, excerpt, suggestion)
  }

  /// Reads a recorded diagnostic.
  public init(from record: inout RecordReader) throws(RecordError) {
    self = try record.read(Self.init(_:_:_:at:excerpt:suggestion:))
  }
}

extension SourceLocation: Recordable {
  /// Writes the location.
  public func write(to record: inout RecordWriter) { record.put(path, line, column) }

  /// Reads a recorded location.
  public init(from record: inout RecordReader) throws(RecordError) {
    self = try record.read(Self.init(path:line:column:))
  }
}

extension Diagnostic.Suggestion: Recordable {
  /// Writes the suggestion.
  public func write(to record: inout RecordWriter) { record.put(file, place, line) }

  /// Reads a recorded suggestion.
  public init(from record: inout RecordReader) throws(RecordError) {
    self = try record.read(Self.init(file:place:line:))
  }
}

extension Diagnostic.Severity: Recordable {}
extension DiagnosticCode: Recordable {}
