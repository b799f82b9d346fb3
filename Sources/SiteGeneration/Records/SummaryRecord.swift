public import Inspections
public import Records

extension ReportSummary: Recordable {
  /// Writes the summary without its judgements and recommendations, which are many and not always used.
  public func write(to record: inout RecordWriter) { record.put(report, counts, digests) }

  /// Reads a recorded summary; call `fetch` to supply its judgements and recommendations.
  public convenience init(from record: inout RecordReader) throws(RecordError) {
    let (report, counts): (Report, ReportCounts) = (try record.read(), try record.read())
    self.init(
      report, counts: counts, digests: try record.read() as ReportDigests, judgements: Stored([]), points: Stored([]))
  }

  /// The encoded judgements.
  public var recordedJudgements: ArraySlice<UInt8> { judgements.recorded }
  /// The encoded recommendations.
  public var recordedPoints: ArraySlice<UInt8> { recommendations.recorded }

  /// Sets how the judgements and the recommendations are loaded on first use: decoded from the bytes of
  /// `recordedJudgements` and `recordedPoints`, or from the report itself if those are missing or damaged.
  public func fetch(
    judgements recorded: ArraySlice<UInt8>, points: @escaping @Sendable () -> [UInt8]?,
    orElse lost: @escaping @Sendable () -> Report?
  ) {
    storedJudgements.fetch { [Judgement](recorded: recorded) ?? lost()?.judgements.map(\.summary) ?? [] }
    self.points.fetch { [Recommendation](recorded: (points() ?? [])[...]) ?? lost()?.recommendations ?? [] }
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
