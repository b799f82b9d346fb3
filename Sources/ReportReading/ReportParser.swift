public import Diagnostics
public import Inspections

/// Reads the text of an inspection report into a `Report`.
///
/// The passes, in order: decode, clean, recognise, read the front page, outline, judge, build blocks, collect. Each
/// takes a value and returns one; problems come back as diagnostics beside the report.
///
/// Made once for all frameworks and shared by every task that reads.
public struct ReportParser: Sendable {
  let frameworks: [Framework]
  /// The number of usable frameworks, which come before the others.
  private let usable: Int
  private let vocabularies: [Vocabulary]
  let frontPages: [FrontPageReader]
  let recogniser: FrameworkRecogniser
  private let boundary: ReportBoundary
  let register: AuthorityRegister
  let names: AuthorityNames

  /// The result of reading a file.
  public struct Reading: Sendable {
    /// The text as decoded: what line numbers count.
    public let source: SourceText
    /// The SHA-256 of the file's bytes, in hexadecimal.
    public let sha256: String
    /// The report; nil where the text is none of a known framework.
    public var report: Report?
    /// Everything doubtful or wrong, the report's own doubts included.
    public var diagnostics: [Diagnostic]
    /// The facts that are known all the same where there is no report.
    public var identified: PartialIdentity?
    /// The structure found in the text, if it was asked for.
    public var trace: ReadingTrace?
  }

  /// Prepares the frameworks' vocabularies.
  ///
  /// - Parameter flawed: frameworks whose files have a mistake: their reports are known and not read.
  public init(frameworks: [Framework], flawed: [Framework] = [], register: AuthorityRegister) {
    usable = frameworks.count
    let frameworks = frameworks + flawed
    self.frameworks = frameworks
    self.register = register
    names = AuthorityNames(register)
    vocabularies = frameworks.map { Vocabulary($0, among: frameworks) }
    let finder = TitleFinder(frameworks)
    frontPages = frameworks.map { FrontPageReader($0, finder: finder) }
    recogniser = FrameworkRecogniser(frameworks, vocabularies, finder: finder)
    boundary = ReportBoundary(frameworks, finder: finder, names: names)
  }

  /// Reads the bytes of a text.
  ///
  /// - Parameters:
  ///   - path: what diagnostics call it.
  ///   - sha256: the digest of the file that it is from.
  ///   - known: what is known of the report where its file doesn't say it.
  ///   - isTraced: whether to record how the text was divided.
  public func read(
    _ bytes: [UInt8], path: String, sha256: String, known: FrontMatter = FrontMatter(), isTraced: Bool = false
  ) -> Reading {
    let source = TextDecoder.decode(bytes, path: path)
    func failure(_ diagnostics: [Diagnostic], identified: PartialIdentity? = nil) -> Reading {
      Reading(
        source: source, sha256: sha256, report: nil, diagnostics: diagnostics.sorted(), identified: identified)
    }
    if source.bytes.allSatisfy({ $0 <= 0x20 }) {
      return failure([Diagnostic(.error, .emptyFile, "the file is empty", at: SourceLocation(path: path))])
    }
    var block = FrontMatterParser.read(source)
    block.header.sourceURL = block.header.sourceURL ?? known.sourceURL
    block.header.published = block.header.published ?? known.published
    guard block.diagnostics.isEmpty else { return failure(block.diagnostics) }
    var text = ReportText(cleaning: source, from: block.firstLine)
    var extra = TextDecoder.diagnostics(on: source)
    if let second = boundary.secondReport(in: text) {
      extra.append(
        source.diagnostic(
          .warning, .severalReports, "another report begins here; only the first of this file is read",
          line: text.lines[second].number))
      text = ReportText(text, lines: Array(text.lines[..<second]))
    }

    func unread(_ code: DiagnosticCode, _ message: String, _ framework: Int?, _ title: ReportTitle?) -> Reading {
      let line = title.map { text.lines[$0.firstLine].number } ?? block.firstLine
      return failure(
        extra + [source.diagnostic(.error, code, message, line: line)],
        identified: identity(of: text, framework, title, block.header))
    }
    let recognised: FrameworkRecogniser.Recognised
    switch recogniser.recognise(text) {
    case .none(let nearest, let title, let missing):
      let kind = nearest.map { "; nearest is \(frameworks[$0].name), but" } ?? ":"
      return unread(.notAReport, "this is not a report of any known framework\(kind) \(missing)", nearest, title)
    case .several(let indices, let title):
      let names = indices.map { frameworks[$0].shortName }.joined(separator: " and ")
      return unread(.ambiguousFramework, "the front fits several frameworks: \(names)", indices.first, title)
    case .found(let found): recognised = found
    }
    guard recognised.framework < usable else {
      let id = frameworks[recognised.framework].id
      return unread(
        .flawedFramework, "not read because the file of its framework, “\(id)”, has a mistake",
        recognised.framework, recognised.title)
    }
    let facts = frontFacts(text, recognised.framework, recognised.title, block.header)
    let authority = authority(facts, of: frameworks[recognised.framework], in: text, recognised.title)
    extra += facts.diagnostics + authority.diagnostics + notes(on: recognised, facts: facts, in: text)
    guard let authority = authority.authority else {
      return failure(
        extra, identified: PartialIdentity(title: facts.title, inspection: facts.inspection, header: block.header))
    }
    var (report, trace) = report(
      text, as: recognised, facts: facts, authority: authority, header: block.header, known: known, sha256: sha256,
      isTraced: isTraced)
    report.diagnostics = (report.diagnostics + extra).sorted()
    return Reading(source: source, sha256: sha256, report: report, diagnostics: report.diagnostics, trace: trace)
  }

  private func report(
    _ text: ReportText, as recognised: FrameworkRecogniser.Recognised, facts: FrontPageFacts,
    authority: Report.AuthorityReference, header: FrontMatter, known: FrontMatter, sha256: String,
    isTraced: Bool
  ) -> (Report, ReadingTrace?) {
    let framework = frameworks[recognised.framework]
    let vocabulary = vocabularies[recognised.framework]
    var diagnostics: [Diagnostic] = []

    let scanner = HeadingScanner(text: text, vocabulary: vocabulary, start: facts.inspection.start)
    let outline = DocumentStructureParser.outline(scanner) { line in
      let named = authority.isRegistered ? names.authorities(onLine: line, in: text) : []
      return !named.isEmpty && !named.contains(authority.slug)
    }
    let judged = JudgementPass(outline: outline, scanner: scanner).judge()
    diagnostics += judged.diagnostics
    let bodies = ResponsibleBodies(text: text, outline: outline, framework: framework)
    let blocks = BlockBuilder.build(
      text, title: recognised.title, outline: outline, framework: framework, bodies: bodies)
    let trace =
      isTraced ? ReadingTrace(text, outline: outline, blocks: blocks, bodies: bodies, framework: framework) : nil
    let collected = FindingCollector(
      text: text, outline: outline, framework: framework, bodies: bodies, published: facts.inspection.published
    ).collect(blocks)
    diagnostics += collected.diagnostics

    let printed = LicenceNotice.licence(in: text)
    let own = Licence.effective(printed: printed, stated: header.licence, reason: header.licenceReason)
    if let said = header.licence, let own, said < own {
      let message =
        "“licence” is \(said.rawValue), but the text prints a notice that is \(own.rawValue), which counts; where it "
        + "no longer does, say why in “licence-reason”"
      let line = FrontMatterParser.line(of: "licence", in: text.source)
      diagnostics.append(text.source.diagnostic(.warning, .contradictingMetadata, message, line: line))
    }
    let licence = Licence.effective(printed: own, stated: known.licence, reason: known.licenceReason)
    var header = header
    if known.licence != nil { header.licenceReason = known.licenceReason ?? header.licenceReason }
    diagnostics += missingFacts(facts, licence: licence, in: text)

    let report = Report(
      source: Report.Source(
        path: text.source.path, sha256: sha256, encoding: text.source.encoding.rawValue, lines: text.source.lineCount,
        pageStarts: text.source.pageStarts, header: header),
      framework: framework.id, title: facts.title ?? framework.name, kind: recognised.kind, licence: licence,
      authority: authority, inspection: facts.inspection, judgements: judged.judgements,
      findings: collected.findings, recommendations: collected.recommendations, diagnostics: diagnostics)
    return (report, trace)
  }

  private func missingFacts(_ facts: FrontPageFacts, licence: Licence?, in text: ReportText) -> [Diagnostic] {
    let inspection = facts.inspection
    let top = text.lines.first { $0.isText }?.number ?? 1
    var diagnostics: [Diagnostic] = []
    func add(_ severity: Diagnostic.Severity, _ code: DiagnosticCode, _ message: String, line: Int? = nil) {
      diagnostics.append(text.source.diagnostic(severity, code, message, line: line ?? top))
    }
    if inspection.start == nil {
      add(.warning, .missingDates, "no dates of the inspection were found", line: facts.unreadDates)
    }
    if inspection.published == nil { add(.note, .missingPublished, "the text prints no date of publication") }
    if let published = inspection.publishedEarly {
      add(.warning, .invalidDate, "published \(published.words), before the inspection ended")
    }
    if licence == nil { add(.note, .missingLicence, "the text names no licence") }
    return diagnostics
  }
}
