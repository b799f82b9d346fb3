internal import Synchronization
internal import Diagnostics
public import Inspections
public import Records

extension ParsedReport: Recordable {
  /// Writes the report and its text.
  public func write(to record: inout RecordWriter) { record.put(report, source.bytes[...]) }

  /// Reads a recorded report.
  public init(from record: inout RecordReader) throws(RecordError) {
    report = try record.read()
    guard let encoding = SourceText.Encoding(rawValue: report.source.encoding) else { throw RecordError() }
    let text: ArraySlice<UInt8> = try record.read()
    source = SourceText(path: report.source.path, bytes: Array(text), encoding: encoding)
  }
}

extension Report: Recordable {
  /// Writes the value.
  public func write(to record: inout RecordWriter) {
    record.put(
      source, framework, title, kind, licence, authority, inspection, judgements, findings, recommendations,
      diagnostics)
  }

  /// Reads a recorded value.
  public init(from record: inout RecordReader) throws(RecordError) { self = try record.read(Self.init) }
}

extension Judgement: Recordable {
  /// Writes the value.
  public func write(to record: inout RecordWriter) {
    record.put(id, group, title, printed, grade, number, status, reason, isOverall, evidence, review, unquoted)
  }

  /// Reads a recorded value.
  public init(from record: inout RecordReader) throws(RecordError) {
    // Each by itself: a large site has many thousands, and a list of types is looked up as it is read.
    self.init(
      id: try record.shared(), group: try record.shared(), title: try record.shared(),
      printed: try record.shared(), grade: try record.shared(), number: try record.read(),
      status: try record.read(), reason: try record.shared(),
      isOverall: try record.read(), evidence: try record.read())
    (review, unquoted) = (try record.read(), try record.read())
  }
}

extension Review: Recordable {
  /// Writes the value.
  public func write(to record: inout RecordWriter) { record.put(line, quotation, by, date, why, found) }

  /// Reads a recorded value.
  public init(from record: inout RecordReader) throws(RecordError) {
    self = try record.read(Self.init(line:quotation:by:date:why:))
    found = try record.read()
  }
}

extension Evidence: Recordable {
  /// Writes the value.
  public func write(to record: inout RecordWriter) { record.put(kind, line, text, grade, repaired) }

  /// Reads a recorded value.
  public init(from record: inout RecordReader) throws(RecordError) {
    self.init(
      kind: try record.read(), line: try record.read(), text: try record.read(), grade: try record.read(),
      repaired: try record.read())
  }
}

extension Finding: Recordable {
  /// Writes the value.
  public func write(to record: inout RecordWriter) {
    record.put(number, numbering, section, text, items, isListItem, line)
  }

  /// Reads a recorded value.
  public init(from record: inout RecordReader) throws(RecordError) { self = try record.read(Self.init) }
}

extension Recommendation: Recordable {
  /// Writes the value.
  public func write(to record: inout RecordWriter) {
    record.put(kind, group, timescale, due, responsible, number, text, line)
  }

  /// Reads a recorded value.
  public init(from record: inout RecordReader) throws(RecordError) {
    self.init(
      kind: try record.read(), group: try record.shared(), timescale: try record.shared(), due: try record.read(),
      responsible: try record.shared(), number: try record.read(), text: try record.read(), line: try record.read())
  }
}

extension Finding.Item: Recordable {
  /// Writes the value.
  public func write(to record: inout RecordWriter) { record.put(text, items) }

  /// Reads a recorded value.
  public init(from record: inout RecordReader) throws(RecordError) {
    self = try record.read(Self.init(_:items:))
  }
}

extension UnreadFile: Recordable {
  /// Writes the value.
  public func write(to record: inout RecordWriter) { record.put(name, problem, title, authority, date, source) }

  /// Reads a recorded value.
  public init(from record: inout RecordReader) throws(RecordError) {
    self = try record.read(Self.init(name:problem:title:authority:date:source:))
  }
}

extension Evidence.Kind: Recordable {}
extension Finding.Numbering: Recordable {}

extension RecordReader {
  /// Reads words that many reports have alike, and keeps them once: a large site holds hundreds of thousands.
  fileprivate mutating func shared() throws(RecordError) -> String {
    let words: String = try read()
    return words.utf8.count < 16 ? words : known.withLock { $0.insert(words).memberAfterInsert }
  }

  /// Reads such words, if there are any.
  fileprivate mutating func shared() throws(RecordError) -> String? {
    try read() as Bool ? try shared() as String : nil
  }
}

private let known = Mutex<Set<String>>([])
