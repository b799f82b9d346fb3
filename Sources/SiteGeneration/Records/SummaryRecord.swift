public import Inspections
public import Records

extension ReportSummary: Recordable {
  /// Writes the summary.
  public func write(to record: inout RecordWriter) {
    record.put(
      source, framework, title, kind, licence, authority, inspection.start, inspection.end, inspection.published,
      inspection.lead, judgements)
    var last: Recommendation?
    record.put(each: recommendations) {
      $1.write(to: &$0, after: last)
      last = $1
    }
    record.put(paragraphs, doubts)
  }

  /// Writes what pages of the whole site say of the report: all but the digest of its file and the places in it.
  public func writeListed(to record: inout RecordWriter) {
    var listed = source
    listed.sha256 = ""
    listed.encoding = ""
    listed.lines = 0
    let points = recommendations.map { point in
      var point = point
      point.line = 0
      return point
    }
    record.put(
      id,
      ReportSummary(
        source: listed, framework: framework, title: title, kind: kind, licence: licence, authority: authority,
        inspection: inspection, judgements: judgements, recommendations: points, paragraphs: paragraphs, doubts: doubts)
    )
  }

  /// Reads a summary that was written.
  public convenience init(from record: inout RecordReader) throws(RecordError) {
    var last: Recommendation?
    self.init(
      source: try record.read(), framework: try record.read(), title: try record.read(), kind: try record.read(),
      licence: try record.read(), authority: try record.read(),
      inspection: Report.Inspection(
        start: try record.read(), end: try record.read(), published: try record.read(), lead: try record.read()),
      judgements: try record.read(),
      recommendations: try record.each { record throws(RecordError) in
        let point = try Recommendation(from: &record, after: last)
        last = point
        return point
      },
      paragraphs: try record.read(), doubts: try record.read())
  }
}

extension JudgementSummary: Recordable {
  /// Writes the value.
  public func write(to record: inout RecordWriter) {
    record.put(id, group, title, printed, grade, number, status, reason, isOverall, statements)
  }

  /// Reads a value that was written.
  public init(from record: inout RecordReader) throws(RecordError) {
    self.init(
      id: try record.read(), group: try record.read(), title: try record.read(), printed: try record.read(),
      grade: try record.read(), number: try record.read(), status: try record.read(), reason: try record.read(),
      isOverall: try record.read(), statements: try record.read())
  }
}

extension ParagraphCounts: Recordable {
  /// Writes the value.
  public func write(to record: inout RecordWriter) { record.put(printed, displaced, inferred, unnumbered) }

  /// Reads a value that was written.
  public init(from record: inout RecordReader) throws(RecordError) {
    self.init(of: [])
    (printed, displaced) = (try record.read(), try record.read())
    (inferred, unnumbered) = (try record.read(), try record.read())
  }
}

extension Recommendation {
  /// Writes a point; what it has in common with the one before it is not written again.
  func write(to record: inout RecordWriter, after last: Recommendation?) {
    let isLikeLast =
      last.map {
        $0.kind == kind && $0.group == group && $0.timescale == timescale && $0.due == due
          && $0.responsible == responsible
      } ?? false
    record.put(isLikeLast)
    if !isLikeLast { record.put(kind, group, timescale, due, responsible) }
    record.put(number, text, line)
  }

  init(from record: inout RecordReader, after last: Recommendation?) throws(RecordError) {
    if try record.read() {
      guard let last else { throw RecordError() }
      self = last
    } else {
      self.init(
        kind: try record.read(), group: try record.read(), timescale: try record.read(), due: try record.read(),
        responsible: try record.read(), text: "", line: 0)
    }
    (number, text, line) = (try record.read(), try record.read(), try record.read())
  }
}

extension Report.Source: Recordable {
  /// Writes the value.
  public func write(to record: inout RecordWriter) {
    record.put(
      path, sha256, encoding, lines, header.summaryOf, header.publisher, header.sourceURL, header.licence,
      header.published)
  }

  /// Reads a value that was written.
  public init(from record: inout RecordReader) throws(RecordError) {
    self.init(
      path: try record.read(), sha256: try record.read(), encoding: try record.read(), lines: try record.read(),
      header: ReportHeader(
        summaryOf: try record.read(), publisher: try record.read(), sourceURL: try record.read(),
        licence: try record.read(), published: try record.read()))
  }
}

extension Report.InspectedAuthority: Recordable {
  /// Writes the value.
  public func write(to record: inout RecordWriter) { record.put(printed, name, slug, gss, isRegistered) }

  /// Reads a value that was written.
  public init(from record: inout RecordReader) throws(RecordError) {
    self.init(
      printed: try record.read(), name: try record.read(), slug: try record.read(), gss: try record.read(),
      isRegistered: try record.read())
  }
}

extension Report.Kind: Recordable {}
extension Judgement.Status: Recordable {}
extension Recommendation.Kind: Recordable {}

extension CalendarDate: Recordable {
  /// Writes the value.
  public func write(to record: inout RecordWriter) { record.put((year * 16 + month) * 32 + day) }

  /// Reads a value that was written.
  public init(from record: inout RecordReader) throws(RecordError) {
    let packed: Int = try record.read()
    guard let date = CalendarDate(year: packed / 512, month: packed / 32 % 16, day: packed % 32) else {
      throw RecordError()
    }
    self = date
  }
}
