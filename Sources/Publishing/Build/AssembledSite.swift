internal import ContentLoading
internal import Diagnostics
internal import Inspections
internal import Records
internal import SiteGeneration

/// The whole site as values: the reports, the pages that follow from them, and all problems, known before rendering.
struct AssembledSite: Sendable {
  let files: [ReadFile]
  private let byPath: [String: ReadFile]
  /// The generator of the pages; nil if the templates can't be used.
  let generator: SiteGenerator?
  /// The digest of the content, the templates and the search setting, which shape every page.
  let settings: Fingerprint
  /// The digest of the facts that lists show of the reports, and of the change history.
  let shown: Fingerprint
  /// The digest of those facts and of the numbers counted in the reports.
  let counted: Fingerprint
  /// The digest of the files that could not be read.
  let unread: Fingerprint
  /// The digest of the facts that lists of recommendations show.
  let points: Fingerprint
  private let problems: [Diagnostic]

  init(_ content: Content, _ templates: TemplateSet?, _ files: [ReadFile], hasSearch: Bool) {
    self.files = files
    byPath = Dictionary(files.map { ($0.path, $0) }) { first, _ in first }
    settings = Fingerprint(of: "settings", content.digest, templates?.digest, hasSearch)
    var seen: [String: ReportSummary] = [:]
    var problems = content.diagnostics
    var published: [ReportSummary] = []
    for file in files {
      guard let summary = file.summary else { continue }
      if let other = seen[summary.id] {
        problems.append(AssembledSite.collision(other, summary))
      } else {
        seen[summary.id] = summary
        published.append(summary)
      }
    }
    let digests = published.map(\.digests)
    counted = Fingerprint(of: "counted", digests.map(\.counted))
    points = Fingerprint(of: "points", digests.map(\.points))
    unread = Fingerprint(of: "unread", files.compactMap(\.unread))
    self.problems = problems
    generator = templates.map {
      SiteGenerator(
        content, templates: $0, summaries: published, unread: files.compactMap(\.unread), hasSearch: hasSearch)
    }
    shown = Fingerprint(of: "shown", digests.map(\.shown), generator?.history)
  }

  /// Returns the error for two files with the same report, which would be written to the same pages.
  private static func collision(_ first: ReportSummary, _ second: ReportSummary) -> Diagnostic {
    let page = SiteGenerator.page(of: second)
    let what = first.source.sha256 == second.source.sha256 ? "are the same file" : "are one inspection’s"
    return Diagnostic(
      .error, .pathCollision,
      "“\(first.source.path)” and “\(second.source.path)” would both be written to “\(page)”: they \(what); take one away",
      at: SourceLocation(path: second.source.path))
  }

  /// Returns all diagnostics and counts. With a cache, notes are only counted.
  func check(_ shelf: ReportShelf, _ cache: BuildCache?) throws -> BuildSummary {
    var summary = BuildSummary(diagnostics: problems)
    summary.count(files)
    for file in files {
      summary.diagnostics += file.diagnostics
      summary.notes += file.notes
    }
    guard let generator else { return summary }
    let texts = Fingerprint(of: "texts", generator.checkedReports.map(\.source.sha256))
    // The list of all recommendations is long, and its pages stay the same through most changes.
    let pagesKey = Fingerprint(of: "point pages", settings, shelf.options, points)
    let pointPages = try cache.map { try $0.remembered(pagesKey) { generator.pointPages } }
    let key = Fingerprint(of: "problems", settings, shelf.options, shown, points, unread, texts)
    func find() throws -> [Diagnostic] {
      try generator.problems(pointPages: pointPages) { try report(of: $0, shelf) }
    }
    summary.diagnostics += try cache.map { try $0.remembered(key, find) } ?? find()
    return summary
  }

  /// Returns a report with its text.
  func report(of summary: ReportSummary, _ shelf: ReportShelf) throws -> ParsedReport {
    try shelf.report(of: try file(of: summary))
  }

  /// Returns the file that a report was read from.
  func file(of summary: ReportSummary) throws(EnvironmentError) -> ReadFile {
    guard let file = byPath[summary.source.path] else {
      throw EnvironmentError("\(summary.source.path) was not read")
    }
    return file
  }
}
