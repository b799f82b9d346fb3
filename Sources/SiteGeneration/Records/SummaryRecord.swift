internal import Inspections
public import Records

extension ReportSummary {
  /// Writes the summary for the next build.
  public func write(to record: inout RecordWriter) {
    source.write(to: &record)
    record.put(framework)
    record.put(title)
    record.put(kind.rawValue)
    record.put(licence)
    authority.write(to: &record)
    record.put(inspection.start)
    record.put(inspection.end)
    record.put(inspection.published)
    record.put(inspection.lead)
    record.put(each: judgements) { $1.write(to: &$0) }
    var last: Recommendation?
    record.put(each: recommendations) {
      $1.write(to: &$0, after: last)
      last = $1
    }
    record.put(paragraphs.printed)
    record.put(paragraphs.displaced)
    record.put(paragraphs.inferred)
    record.put(paragraphs.unnumbered)
    record.put(doubts)
  }

  /// Writes what other pages than the report's own may say of it: all but its digest, its lines and how it was encoded.
  public func writeListed(to record: inout RecordWriter) {
    var listed = source
    listed.sha256 = ""
    listed.encoding = ""
    listed.lines = 0
    record.put(id)
    ReportSummary(
      source: listed, framework: framework, title: title, kind: kind, licence: licence, authority: authority,
      inspection: inspection, judgements: judgements,
      recommendations: recommendations.map { point in
        var point = point
        point.line = 0
        return point
      }, paragraphs: paragraphs, doubts: doubts
    ).write(to: &record)
  }

  /// Reads a summary that an earlier build wrote.
  public convenience init(from record: inout RecordReader) throws(RecordError) {
    var last: Recommendation?
    self.init(
      source: try Report.Source(from: &record), framework: try record.text(), title: try record.text(),
      kind: try record.choice(), licence: try record.optionalText(),
      authority: try Report.InspectedAuthority(from: &record),
      inspection: Report.Inspection(
        start: try record.date(), end: try record.date(), published: try record.date(),
        lead: try record.optionalText()),
      judgements: try record.each { record throws(RecordError) in try JudgementSummary(from: &record) },
      recommendations: try record.each { record throws(RecordError) in
        let point = try Recommendation(from: &record, after: last)
        last = point
        return point
      },
      paragraphs: try ParagraphCounts(from: &record), doubts: try record.number())
  }
}

extension JudgementSummary {
  fileprivate func write(to record: inout RecordWriter) {
    record.put(id)
    record.put(group)
    record.put(title)
    record.put(printed)
    record.put(grade)
    record.put(number)
    record.put(status.rawValue)
    record.put(isOverall)
    record.put(statements)
  }

  fileprivate init(from record: inout RecordReader) throws(RecordError) {
    self.init(
      id: try record.text(), group: try record.optionalText(), title: try record.text(), printed: try record.text(),
      grade: try record.optionalText(), number: try record.optionalNumber(), status: try record.choice(),
      isOverall: try record.flag(), statements: try record.number())
  }
}

extension ParagraphCounts {
  fileprivate init(from record: inout RecordReader) throws(RecordError) {
    self.init(of: [])
    printed = try record.number()
    displaced = try record.number()
    inferred = try record.number()
    unnumbered = try record.number()
  }
}

extension Recommendation {
  /// Writes the point behind another, most of which have the same group and timescale.
  func write(to record: inout RecordWriter, after last: Recommendation?) {
    let isLikeLast =
      last.map {
        $0.kind == kind && $0.group == group && $0.timescale == timescale && $0.due == due
          && $0.responsible == responsible
      } ?? false
    record.put(isLikeLast)
    if !isLikeLast {
      record.put(kind.rawValue)
      record.put(group)
      record.put(timescale)
      record.put(due)
      record.put(responsible)
    }
    record.put(number)
    record.put(text)
    record.put(line)
  }

  /// Reads a point that was written behind another.
  init(from record: inout RecordReader, after last: Recommendation?) throws(RecordError) {
    if try record.flag() {
      guard let last else { throw RecordError() }
      self = last
    } else {
      self.init(
        kind: try record.choice(), group: try record.optionalText(), timescale: try record.optionalText(),
        due: try record.date(), responsible: try record.optionalText(), text: "", line: 0)
    }
    number = try record.optionalNumber()
    text = try record.text()
    line = try record.number()
  }
}

extension Report.Source {
  fileprivate func write(to record: inout RecordWriter) {
    record.put(path)
    record.put(sha256)
    record.put(encoding)
    record.put(lines)
    record.put(header.summaryOf)
    record.put(header.publisher)
    record.put(header.sourceURL)
    record.put(header.licence)
    record.put(header.published)
  }

  fileprivate init(from record: inout RecordReader) throws(RecordError) {
    let path = try record.text()
    let sha256 = try record.text()
    let encoding = try record.text()
    let lines = try record.number()
    let header = ReportHeader(
      summaryOf: try record.optionalText(), publisher: try record.optionalText(),
      sourceURL: try record.optionalText(), licence: try record.optionalText(), published: try record.date())
    self.init(path: path, sha256: sha256, encoding: encoding, lines: lines, header: header)
  }
}

extension Report.InspectedAuthority {
  fileprivate func write(to record: inout RecordWriter) {
    record.put(printed)
    record.put(name)
    record.put(slug)
    record.put(gss)
    record.put(isRegistered)
  }

  fileprivate init(from record: inout RecordReader) throws(RecordError) {
    self.init(
      printed: try record.text(), name: try record.text(), slug: try record.text(), gss: try record.optionalText(),
      isRegistered: try record.flag())
  }
}

extension RecordWriter {
  fileprivate mutating func put(_ date: CalendarDate?) {
    put(date) { $0.put(($1.year * 16 + $1.month) * 32 + $1.day) }
  }
}

extension RecordReader {
  fileprivate mutating func date() throws(RecordError) -> CalendarDate? {
    guard let packed = try optionalNumber() else { return nil }
    guard let date = CalendarDate(year: packed / 512, month: packed / 32 % 16, day: packed % 32) else {
      throw RecordError()
    }
    return date
  }

  fileprivate mutating func choice<Choice: RawRepresentable>() throws(RecordError) -> Choice
  where Choice.RawValue == String {
    guard let choice = Choice(rawValue: try text()) else { throw RecordError() }
    return choice
  }
}
