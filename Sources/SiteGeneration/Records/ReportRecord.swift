internal import Diagnostics
public import Inspections
public import Records

extension ParsedReport: Recordable {
  /// Writes the report and its text.
  public func write(to record: inout RecordWriter) {
    record.put(
      report.source, report.framework, report.title, report.kind, report.licence, report.authority, report.inspection,
      report.judgements)
    var section: [String] = []
    record.put(each: report.findings) {
      $0.put($1.section == section ? nil : $1.section)
      section = $1.section
      $0.put($1.number, $1.numbering, $1.text, $1.items, $1.isListItem, $1.line)
    }
    record.put(
      RecommendationList(points: report.recommendations), report.diagnostics, source.path, source.encoding.rawValue,
      source.bytes[...])
  }

  /// Reads a recorded report.
  public init(from record: inout RecordReader) throws(RecordError) {
    var report = Report(
      source: try record.read(), framework: try record.read(), title: try record.read(), kind: try record.read(),
      licence: try record.read(), authority: try record.read(), inspection: try record.read(),
      judgements: try record.read(), findings: [], recommendations: [])
    var section: [String] = []
    report.findings = try record.each { record throws(RecordError) in
      section = try record.read() as [String]? ?? section
      return Finding(
        number: try record.read(), numbering: try record.read(), section: section, text: try record.read(),
        items: try record.read(), isListItem: try record.read(), line: try record.read())
    }
    report.recommendations = (try record.read() as RecommendationList).points
    report.diagnostics = try record.read()
    let path: String = try record.read()
    guard let encoding = SourceText.Encoding(rawValue: try record.read()) else { throw RecordError() }
    let text: ArraySlice<UInt8> = try record.read()
    self.init(report: report, source: SourceText(path: path, bytes: Array(text), encoding: encoding))
  }
}

extension Judgement: Recordable {
  /// Writes the value.
  public func write(to record: inout RecordWriter) {
    record.put(id, group, title, printed, grade, number, status, reason, isOverall, evidence, review)
  }

  /// Reads a recorded value.
  public init(from record: inout RecordReader) throws(RecordError) {
    self = try record.read(Self.init(id:group:title:printed:grade:number:status:reason:isOverall:evidence:))
    review = try record.read()
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
    self = try record.read(Self.init(kind:line:text:grade:repaired:))
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
