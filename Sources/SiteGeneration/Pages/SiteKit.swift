internal import ContentLoading
internal import Inspections

/// What every page is made with. A class, since every part of every page holds it.
final class SiteKit: Sendable {
  let configuration: SiteConfiguration
  let address: SiteAddress
  let frameworks: FrameworkIndex
  /// Which judgements of different frameworks are related.
  let kinship: Kinship
  let register: AuthorityRegister
  let themes: ThemeFinder
  let map: [MapTile]
  /// What the publisher states of the site's accessibility.
  let accessibility: AccessibilityStatement
  /// What was wrong and has been put right.
  let corrections: CorrectionLog
  /// The files that could not be read.
  let unread: [UnreadFile]
  let templates: SiteTemplates
  let badges: BadgeShelf
  /// Whether an index for searching the full text is made.
  let hasSearch: Bool
  /// The authorities that have reports, A to Z.
  let bodies: [InspectedBody]
  private let bodiesBySlug: [String: InspectedBody]

  /// Prepares templates and badges, and sorts the reports to their authorities.
  init(
    _ content: Content, templates: TemplateSet, summaries: [ReportSummary], unread: [UnreadFile],
    navigation: SiteNavigation, hasSearch: Bool
  ) {
    self.unread = unread
    configuration = content.configuration
    address = SiteAddress(base: configuration.baseURL)
    frameworks = FrameworkIndex(content.frameworks)
    kinship = Kinship(frameworks)
    register = content.register
    themes = ThemeFinder(content.themes)
    map = content.map
    self.hasSearch = hasSearch
    accessibility = content.accessibility
    corrections = CorrectionLog(content.corrections, summaries: summaries)
    bodies = InspectedBody.all(of: summaries, register: register)
    let constants = SiteConstants(configuration, navigation: navigation, authorities: bodies.count)
    self.templates = SiteTemplates(templates, constants: constants)
    badges = BadgeShelf(frameworks: frameworks, templates: self.templates)
    bodiesBySlug = Dictionary(bodies.map { ($0.slug, $0) }) { first, _ in first }
  }

  /// The authority with this slug, if it has reports.
  func body(_ slug: String) -> InspectedBody? {
    bodiesBySlug[SiteAddress.part(slug)]
  }

  /// The name of a report's authority: the register's, or else as printed.
  func authorityName(of report: ReportSummary) -> String { body(report.authority.slug)?.name ?? report.authority.name }

  /// A whole page around its main part; one that is not listed asks search engines to pass it by.
  func page(
    path: String, title: String, description: String, crumbs: [(label: String, path: String)] = [], here: String? = nil,
    structuredData: [UInt8]? = nil, isListed: Bool = true, script: PageScript? = nil,
    signposts: [(relation: StaticString, address: String)] = [], feed: String? = nil, image: LinkImage? = nil,
    published: CalendarDate? = nil, main: [UInt8]
  ) -> OutputFile {
    let root = SiteAddress.root(from: path)
    var head: [UInt8] = []
    let canonical = address.absolute(path)
    if let canonical { head.append(markup: "<link rel=\"canonical\" href=\"\(canonical)\">\n") }
    append(openGraph: title, description, canonical: canonical, image: image, published: published, to: &head)
    if !isListed { head.append("<meta name=\"robots\" content=\"noindex\">\n") }
    if let structuredData { head.append(markup: "<script type=\"application/ld+json\">\(structuredData)</script>\n") }
    for (relation, address) in signposts {
      head.append(markup: "<link rel=\"\(relation)\" href=\"\(address)\">\n")
    }
    if let feed {
      for (name, type) in [("feed.xml", "application/atom+xml"), ("feed.json", "application/feed+json")] {
        head.append(markup: "<link rel=\"alternate\" href=\"\(name)\" type=\"\(type)\" title=\"\(feed)\">\n")
      }
    }
    if let script { head.append(markup: "<script src=\"\(root)\(script.path)\" defer></script>\n") }
    let frame = FrameContext(
      title: title, description: description, root: root, policy: Array((script?.policy ?? "").utf8), head: head,
      breadcrumbs: here.map { breadcrumbs(crumbs, here: $0, root: root) } ?? [], main: main)
    return OutputFile(path: path, bytes: templates.filled(frame))
  }

  /// What other sites show of a link to the page.
  private func append(
    openGraph title: String, _ description: String, canonical: String?, image: LinkImage?, published: CalendarDate?,
    to head: inout [UInt8]
  ) {
    func property(_ name: StaticString, _ value: String) {
      head.append(markup: "<meta property=\"\(name)\" content=\"\(value)\">\n")
    }
    property("og:title", title)
    property("og:description", description)
    property("og:type", "article")
    property("og:site_name", configuration.title)
    if let canonical { property("og:url", canonical) }
    if let image, let whole = address.absolute(image.path) {
      property("og:image", whole)
      property("og:image:alt", image.words)
    }
    if let published { property("article:published_time", published.iso) }
  }

  private func breadcrumbs(_ crumbs: [(label: String, path: String)], here: String, root: String) -> [UInt8] {
    var links: [UInt8] = []
    for crumb in crumbs {
      templates.append(BreadcrumbContext(address: root + crumb.path, label: crumb.label), to: &links)
    }
    return templates.filled(BreadcrumbsContext(links: links, here: here))
  }

  /// A title for the window: the page, then the site.
  func windowTitle(_ page: String) -> String { "\(page) – \(configuration.title)" }

  /// Appends a fact, unless there is none.
  func append(fact term: String, _ value: String?, to facts: inout [UInt8]) {
    guard let value, !value.isEmpty else { return }
    append(fact: term, markup: [UInt8](markup: "\(value)"), to: &facts)
  }

  /// Appends a fact that is markup.
  func append(fact term: String, markup: [UInt8], to facts: inout [UInt8]) {
    templates.append(FactContext(term: term, value: markup), to: &facts)
  }

  /// The groups of a report's judgements, each as a list of titles and badges.
  func profiles(of report: ReportSummary, page: String, headingLevel: Int) -> [UInt8] {
    var profiles: [UInt8] = []
    for (index, group) in JudgementGroups.split(report.judgements, by: \.group).enumerated() {
      var items: [UInt8] = []
      for judgement in group.judgements {
        let item = ProfileItemContext(
          title: judgement.title, address: "\(page)#\(JudgementGroups.anchor(judgement.key))",
          badge: badges.badge(judgement, framework: report.framework))
        templates.append(item, to: &items)
      }
      let heading = group.title.map {
        templates.filled(HeadingContext(level: headingLevel, anchor: "group-\(index + 1)", title: $0))
      }
      templates.append(ProfileContext(heading: heading ?? [], items: items), to: &profiles)
    }
    return profiles
  }

  /// What a short listing shows of a report: its overall grades, or all of few, or how many of each.
  func highlights(of report: ReportSummary) -> [UInt8] {
    let highlights = report.highlights
    guard !highlights.isEmpty else { return Array("<li class=\"when\">This framework gives no grades</li>".utf8) }
    guard highlights.count <= 6 else {
      let profile = GradeProfile(report.judgements, framework: frameworks[report.framework])
      return badges.tally(profile, framework: report.framework)
    }
    return highlights.flatMap { judgement in
      let title = judgement.isOverall ? judgement.group ?? judgement.title : judgement.title
      let badge = badges.badge(judgement, framework: report.framework)
      return [UInt8](
        markup:
          "<li><span class=\"profile-title\">\(title)</span> <span class=\"badge-cell\">\(badge)</span></li>")
    }
  }

  /// What the report says in one sentence.
  func sentence(of report: ReportSummary) -> String {
    var sentences: [String] = []
    let profile = GradeProfile(report.judgements, framework: frameworks[report.framework])
    let judgements = Wording.count(report.judgements.count, "judgement")
    if let only = profile.only {
      sentences.append("\(judgements)\(report.judgements.count == 1 ? ":" : ", each") “\(only.lowercased())”.")
    } else if let words = profile.words {
      sentences.append("\(judgements): \(words).")
    }
    if report.counts.recommendations > 0 {
      sentences.append("\(Wording.count(report.counts.recommendations, "point")) to improve.")
    }
    return sentences.joined(separator: " ")
  }
}

/// A picture that other sites show of a link.
struct LinkImage: Sendable {
  /// Where it is.
  let path: String
  /// What it shows, in words.
  let words: String
}

/// Judgements in the groups in which their report prints them.
enum JudgementGroups {
  /// Judgements that follow one another under the same group, with its title.
  static func split<Element>(
    _ judgements: [Element], by group: (Element) -> String?
  ) -> [(title: String?, judgements: [Element])] {
    var groups: [(title: String?, judgements: [Element])] = []
    for judgement in judgements {
      let title = group(judgement)
      if let last = groups.indices.last, groups[last].title == title {
        groups[last].judgements.append(judgement)
      } else {
        groups.append((title, [judgement]))
      }
    }
    return groups
  }

  /// The address of a judgement on its report's page.
  static func anchor(_ id: String) -> String { Anchor.name("j", CollectionOfOne(id)) }
}
