public import Diagnostics
public import Inspections

/// Reads the text of an inspection report into a `Report`.
///
/// The passes, in order: decode, clean, recognise, read the front page, outline, judge, build blocks, collect. Each
/// takes a value and returns one; problems come back as diagnostics beside the report.
///
/// Made once for all frameworks and shared by every task that reads.
public struct ReportReader: Sendable {
  let frameworks: [Framework]
  private let vocabularies: [Vocabulary]
  private let frontPages: [FrontPageReader]
  let recogniser: FrameworkRecogniser
  private let boundary: ReportBoundary
  let register: AuthorityRegister

  /// What came of reading a file.
  public struct Reading: Sendable {
    /// The text as decoded: what line numbers count.
    public let source: SourceText
    /// The SHA-256 of the file's bytes, in hexadecimal.
    public let sha256: String
    /// The report; nil where the text is none of a known framework.
    public let report: Report?
    /// Everything doubtful or wrong, the report's own doubts included.
    public let diagnostics: [Diagnostic]
    /// How the text was taken apart, where that was asked for.
    public var trace: ReadingTrace?
  }

  /// Prepares the frameworks' vocabularies.
  public init(frameworks: [Framework], register: AuthorityRegister) {
    self.frameworks = frameworks
    self.register = register
    vocabularies = frameworks.map { Vocabulary($0, among: frameworks) }
    frontPages = frameworks.map { FrontPageReader($0.front) }
    recogniser = FrameworkRecogniser(frameworks)
    boundary = ReportBoundary(frameworks)
  }

  /// Reads the bytes of a text.
  ///
  /// - Parameters:
  ///   - path: what diagnostics call it.
  ///   - sha256: the digest of the file that it is from.
  ///   - isTraced: whether to tell how the text was taken apart.
  public func read(_ bytes: [UInt8], path: String, sha256: String, isTraced: Bool = false) -> Reading {
    let source = TextDecoder.decode(bytes, path: path)
    func failure(_ diagnostics: [Diagnostic]) -> Reading {
      Reading(source: source, sha256: sha256, report: nil, diagnostics: diagnostics)
    }
    if source.bytes.allSatisfy({ $0 <= 0x20 }) {
      return failure([Diagnostic(.error, .emptyFile, "the file is empty", at: SourceLocation(path: path))])
    }
    let block = HeaderBlock.read(source)
    guard block.diagnostics.isEmpty else { return failure(block.diagnostics) }
    var text = ReportText(cleaning: source, from: block.firstLine)
    var extra = TextDecoder.diagnostics(on: source)
    if let second = boundary.secondReport(in: text) {
      extra.append(
        source.diagnostic(
          .warning, .severalReports, "another report begins here; only the first of this file is read",
          line: text.lines[second].number))
      text = ReportText(source: source, bytes: text.bytes, lines: Array(text.lines[..<second]))
    }

    switch recogniser.recognise(text) {
    case .none:
      return failure([
        Diagnostic(
          .error, .notAReport, "this is not a report of any known framework: no framework's title stands on its front",
          at: SourceLocation(path: path, line: block.firstLine, column: 1), excerpt: source.excerpt(block.firstLine))
      ])
    case .several(let indices):
      let names = indices.map { frameworks[$0].shortName }.joined(separator: " and ")
      return failure([
        Diagnostic(
          .error, .ambiguousFramework, "the front fits several frameworks: \(names)", at: SourceLocation(path: path))
      ])
    case .found(let index, let kind, let damaged):
      if let words = text.words(of: damaged) {
        extra.append(
          source.diagnostic(
            .note, .repairedWord, "damaged words of the title were read as the framework’s: \(words)",
            line: source.location(ofOffset: damaged[0].lowerBound).line))
      }
      var trace: ReadingTrace?
      var report = report(text, framework: index, kind: kind, header: block.header, sha256: sha256) {
        if isTraced { trace = $0() }
      }
      report.diagnostics = (report.diagnostics + extra).sorted()
      return Reading(source: source, sha256: sha256, report: report, diagnostics: report.diagnostics, trace: trace)
    }
  }

  private func report(
    _ text: ReportText, framework index: Int, kind: Report.Kind, header: ReportHeader, sha256: String,
    trace: (() -> ReadingTrace) -> Void
  ) -> Report {
    let framework = frameworks[index]
    let vocabulary = vocabularies[index]
    let facts = frontFacts(text, framework: index, header: header)
    var diagnostics = facts.diagnostics

    let outline = Outliner.outline(text, vocabulary: vocabulary, start: facts.inspection.start)
    let judged = JudgementPass(
      text: text, outline: outline, vocabulary: vocabulary, start: facts.inspection.start
    ).judge()
    diagnostics += judged.diagnostics

    let bodies = ResponsibleBodies(text: text, outline: outline, framework: framework)
    let blocks = BlockBuilder.build(text, outline: outline, framework: framework, bodies: bodies)
    trace { ReadingTrace(text, outline: outline, blocks: blocks, bodies: bodies, framework: framework) }
    let collected = FindingCollector(
      text: text, outline: outline, framework: framework, bodies: bodies, published: facts.inspection.published
    ).collect(blocks)
    diagnostics += collected.diagnostics

    let authority = AuthorityResolution.resolve(
      facts.authority, on: facts.inspection.start, register: register, source: text.source)
    diagnostics += authority.diagnostics
    let licence = header.licence ?? LicenceNotice.licence(in: text)
    diagnostics += missingFacts(facts.inspection, licence: licence, in: text)

    return Report(
      source: Report.Source(
        path: text.source.path, sha256: sha256, encoding: text.source.encoding.rawValue, lines: text.source.lineCount,
        header: header),
      framework: framework.id, title: facts.title ?? framework.name, kind: kind, licence: licence,
      authority: authority.authority, inspection: facts.inspection, judgements: judged.judgements,
      findings: collected.findings, recommendations: collected.recommendations, diagnostics: diagnostics)
  }

  /// What the front page says, or else the header.
  func frontFacts(_ text: ReportText, framework index: Int, header: ReportHeader) -> FrontPageFacts {
    var facts = frontPages[index].read(text) { register.knows($0) }
    if facts.inspection.published == nil { facts.inspection.published = header.published }
    return facts
  }

  private func missingFacts(_ inspection: Report.Inspection, licence: String?, in text: ReportText) -> [Diagnostic] {
    let top = text.lines.first { $0.isText }?.number ?? 1
    var diagnostics: [Diagnostic] = []
    if inspection.start == nil {
      diagnostics.append(
        text.source.diagnostic(.warning, .missingDates, "no dates of the inspection were found", line: top))
    }
    if inspection.published == nil {
      diagnostics.append(
        text.source.diagnostic(.note, .missingPublished, "the text prints no date of publication", line: top))
    }
    if let published = inspection.published, let end = inspection.end, published < end {
      diagnostics.append(
        text.source.diagnostic(
          .warning, .invalidDate, "published \(published.words), before the inspection ended", line: top))
    }
    if licence == nil {
      diagnostics.append(
        text.source.diagnostic(.note, .missingLicence, "the text names no licence", line: top))
    }
    return diagnostics
  }
}
