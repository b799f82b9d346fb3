internal import Inspections

/// The pages of the frameworks: the judgements of each, its scale, and the reports here that follow it.
struct FrameworkPages {
  let site: Site

  static let path = "frameworks/index.html"

  /// The pages.
  var pages: [Piece] { [index] + frameworks.map(page) }

  /// The frameworks, oldest first, with their reports.
  private var frameworks: [(framework: Framework, reports: [ReportSummary])] {
    let byFramework = Dictionary(grouping: site.reports, by: \.framework)
    return site.frameworks.byAge.map { ($0, byFramework[$0.id] ?? []) }
  }

  /// Returns the path of a framework's page.
  static func address(_ framework: Framework) -> String {
    "frameworks/\(SitePaths.pathComponent(for: framework.id))/index.html"
  }

  private var index: Piece {
    Piece(
      site, path: Self.path, source: "the frameworks", title: "Frameworks",
      introduction:
        "What inspectorates judge, and in which words. Grades of two frameworks are two measures, even where their "
        + "words are the same.", of: site.reports
    ) { root in
      let drawing = FrameworkTree(site: site, frameworks: frameworks.map { ($0.framework, $0.reports.count) }).drawing
      guard !drawing.isEmpty else { return table(root) }
      let note = "From the oldest down; a line leads to what took a framework’s place. The table says the same."
      return site.section(anchor: "tree", title: "Which took whose place", note: note, body: drawing + table(root))
    }
  }

  private func table(_ root: String) -> [UInt8] {
    let rows = frameworks.map { framework, reports in
      let link = [UInt8](link: framework.name, to: root + Self.address(framework))
      let earlier = FrameworkTree.predecessors(of: framework, site.frameworks)
      let grades = framework.scale.words.map(\.label).joined(separator: ", ")
      return TableRow(
        head: [UInt8](markup: "\(link) (\(framework.shortName))"),
        texts: [
          framework.years, earlier.isEmpty ? "None of these" : earlier, framework.inspectorate,
          grades.isEmpty ? "No grades" : grades, DisplayText.grouped(reports.count),
        ])
    }
    return site.table(
      kind: "matrix", caption: "Frameworks",
      head: ["Framework", "Years", "Took the place of", "Inspectorate", "Scale, best first", "Reports here"], rows: rows
    )
  }

  private func page(_ framework: Framework, _ reports: [ReportSummary]) -> Piece {
    Piece(
      site, path: Self.address(framework), source: "the framework \(framework.id)",
      eyebrow: "\(framework.inspectorate) · \(framework.years)", title: framework.name, introduction: framework.summary,
      crumbs: [Link("Frameworks", Self.path)], feed: reports.isEmpty ? nil : "\(framework.shortName): reports",
      of: reports
    ) { root in
      scale(framework) + judgements(framework)
        + FrameworkComparability(site: site, framework: framework, root: root).section + list(reports, root)
    }
  }

  private func scale(_ framework: Framework) -> [UInt8] {
    let rows = framework.scale.words.map { grade in
      let forms = [grade.number.map { "Grade \($0)" }].compactMap { $0 } + grade.forms
      return TableRow(
        head: site.badges.badge(grade.key, .agreed, framework: framework.id),
        texts: [grade.meaning ?? "", forms.joined(separator: "; ")])
    }
    return site.section(
      anchor: "scale", title: "The scale, best first", note: "Meanings in this site’s own words.", kind: "plain",
      caption: "The scale", head: ["Grade", "What it means", "Also printed as"], rows: rows)
  }

  private func judgements(_ framework: Framework) -> [UInt8] {
    let rows = framework.judgements.map { judgement in
      let since = judgement.since.map { "from \($0.words)" }
      let until = judgement.until.map { "until \($0.words)" }
      let when = [since, until].compactMap { $0 }.joined(separator: ", ")
      let kind = judgement.isOverall ? "Overall" : judgement.isOptional ? "Not in every report" : ""
      return TableRow(judgement.title, texts: [framework.group(judgement.group)?.title ?? "", kind, when])
    }
    return site.section(
      anchor: "judged", title: "What is judged", kind: "plain",
      head: ["Judgement", "Group", "Kind", "Inspections that began"], rows: rows)
  }

  private func list(_ reports: [ReportSummary], _ root: String) -> [UInt8] {
    let links = reports.sorted(by: AuthoritySummary.isNewer).map { report in
      Link(
        site.authorityName(of: report), root + SitePaths.page(of: report), note: DisplayText.dates(report.inspection))
    }
    return site.section(
      anchor: "reports", title: DisplayText.count(reports.count, "report") + " here", links: links)
  }
}
