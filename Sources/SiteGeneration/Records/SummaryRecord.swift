public import Inspections
public import Records

extension ReportSummary: Recordable {
  /// Writes the summary without its recommendations, which are many and rarely used.
  public func write(to record: inout RecordWriter) {
    record.put(source, framework, title, kind, licence, authority, inspection, counts, digests)
    record.put(storedJudgements.value.recorded)
  }

  /// Reads a recorded summary; call `fetchPoints` to supply its recommendations.
  public convenience init(from record: inout RecordReader) throws(RecordError) {
    self.init(
      source: try record.read(), framework: try record.read(), title: try record.read(), kind: try record.read(),
      licence: try record.read(), authority: try record.read(), inspection: try record.read(),
      counts: try record.read(), digests: try record.read(), judgements: Stored(encoded: try record.read()),
      points: Stored(RecommendationList(points: [])))
  }

  /// The encoded recommendations.
  public var recordedPoints: ArraySlice<UInt8> { storedPoints.value.recorded }

  /// Sets how the recommendations are loaded on first use: decoded from the bytes of `recordedPoints`, or computed by
  /// `lost` if those are missing or damaged.
  public func fetchPoints(
    _ recorded: @escaping @Sendable () -> [UInt8]?, orElse lost: @escaping @Sendable () -> [Recommendation]
  ) {
    storedPoints.fetch {
      var record = RecordReader((recorded() ?? [])[...])
      return (try? record.read()) ?? RecommendationList(points: lost())
    }
  }
}

extension RecommendationList: Recordable {
  func write(to record: inout RecordWriter) {
    var previous: Recommendation?
    record.put(each: points) {
      $1.write(to: &$0, after: previous)
      previous = $1
    }
  }

  init(from record: inout RecordReader) throws(RecordError) {
    var previous: Recommendation?
    points = try record.each { record throws(RecordError) in
      let point = try Recommendation(from: &record, after: previous)
      previous = point
      return point
    }
  }
}

extension ReportCounts: Recordable {
  /// Writes the value.
  public func write(to record: inout RecordWriter) { record.put(judgements, recommendations, due, paragraphs, doubts) }

  /// Reads a recorded value.
  public init(from record: inout RecordReader) throws(RecordError) {
    self = try record.read(Self.init(judgements:recommendations:due:paragraphs:doubts:))
  }
}

extension Report.Inspection: Recordable {
  /// Writes the value.
  public func write(to record: inout RecordWriter) { record.put(start, end, published, lead, theme, reply) }

  /// Reads a recorded value.
  public init(from record: inout RecordReader) throws(RecordError) {
    self = try record.read(Self.init(start:end:published:lead:theme:reply:))
  }
}

extension JudgementSummary: Recordable {
  /// Writes the value.
  public func write(to record: inout RecordWriter) {
    record.put(id, group, title, printed, grade, number, status, reason, isOverall, statements)
  }

  /// Reads a recorded value.
  public init(from record: inout RecordReader) throws(RecordError) {
    self = try record.read(Self.init(id:group:title:printed:grade:number:status:reason:isOverall:statements:))
  }
}

extension ParagraphCounts: Recordable {
  /// Writes the value.
  public func write(to record: inout RecordWriter) { record.put(printed, displaced, inferred, unnumbered) }

  /// Reads a recorded value.
  public init(from record: inout RecordReader) throws(RecordError) {
    self.init(of: [])
    (printed, displaced) = (try record.read(), try record.read())
    (inferred, unnumbered) = (try record.read(), try record.read())
  }
}

extension Recommendation {
  /// Writes a recommendation, without the fields it shares with the previous one.
  func write(to record: inout RecordWriter, after previous: Recommendation?) {
    let isLikePrevious =
      previous.map {
        $0.kind == kind && $0.group == group && $0.timescale == timescale && $0.due == due
          && $0.responsible == responsible
      } ?? false
    record.put(isLikePrevious)
    if !isLikePrevious { record.put(kind, group, timescale, due, responsible) }
    record.put(number, text, line)
  }

  init(from record: inout RecordReader, after previous: Recommendation?) throws(RecordError) {
    if try record.read() {
      guard let previous else { throw RecordError() }
      self = previous
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
      path, sha256, encoding, lines, pageStarts, isPDF, header.summaryOf, header.publisher, header.sourceURL,
      header.licence, header.licenceReason, header.published)
  }

  /// Reads a recorded value.
  public init(from record: inout RecordReader) throws(RecordError) {
    self.init(
      path: try record.read(), sha256: try record.read(), encoding: try record.read(), lines: try record.read(),
      pageStarts: try record.read(), isPDF: try record.read(),
      header: FrontMatter(
        summaryOf: try record.read(), publisher: try record.read(), sourceURL: try record.read(),
        licence: try record.read(), licenceReason: try record.read(), published: try record.read()))
  }
}

extension Report.AuthorityReference: Recordable {
  /// Writes the value.
  public func write(to record: inout RecordWriter) {
    record.put(printed, name, slug, gss, isRegistered, identifier, area)
  }

  /// Reads a recorded value.
  public init(from record: inout RecordReader) throws(RecordError) {
    self = try record.read(Self.init(printed:name:slug:gss:isRegistered:identifier:area:))
  }
}

extension Report.Kind: Recordable {}
extension Licence: Recordable {}
extension Judgement.Status: Recordable {}
extension Recommendation.Kind: Recordable {}

extension CalendarDate: Recordable {
  /// Writes the value.
  public func write(to record: inout RecordWriter) { record.put((year * 16 + month) * 32 + day) }

  /// Reads a recorded value.
  public init(from record: inout RecordReader) throws(RecordError) {
    let packed: Int = try record.read()
    guard let date = CalendarDate(year: packed / 512, month: packed / 32 % 16, day: packed % 32) else {
      throw RecordError()
    }
    self = date
  }
}
