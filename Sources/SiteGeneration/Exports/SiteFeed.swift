internal import ContentLoading
internal import Inspections

/// The feed of reports, and the files that tell search engines where the pages are.
struct SiteFeed {
  let kit: SiteKit

  /// The newest reports as an Atom feed. An entry's identifier never changes, and neither does its time, which is the
  /// day of publication, so that the same reports always make the same feed.
  var atom: OutputFile {
    let reports = kit.bodies.flatMap(\.reports).sorted { first, second in
      let (left, right) = (instant(of: first), instant(of: second))
      return left != right ? left > right : InspectedBody.isNewer(first, second)
    }
    var xml: [UInt8] = []
    xml.append(
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en-GB\">\n")
    element("id", identifier("feed"), to: &xml)
    element("title", kit.configuration.title, to: &xml)
    element("subtitle", kit.configuration.description, to: &xml)
    element("updated", reports.first.map(instant) ?? SiteFeed.beginning, to: &xml)
    xml.append("<author><name>")
    xml.append(escaped: kit.configuration.publisher)
    xml.append("</name></author>\n")
    if let address = kit.address.absolute("feed.xml") { link("self", address, to: &xml) }
    link("alternate", kit.address.absolute(SiteAddress.home) ?? SiteAddress.home, to: &xml)
    for report in reports.prefix(SiteFeed.longest) { append(report, to: &xml) }
    xml.append("</feed>\n")
    return OutputFile(path: "feed.xml", bytes: xml)
  }

  private func append(_ report: ReportSummary, to xml: inout [UInt8]) {
    let page = SiteAddress.page(of: report)
    let authority = kit.authorityName(of: report)
    xml.append("<entry>\n")
    element("id", identifier(SiteAddress.folder(of: report)), to: &xml)
    element(
      "title", "\(authority): \(kit.frameworks.name(report.framework)), \(Wording.dates(report.inspection))", to: &xml)
    element("updated", instant(of: report), to: &xml)
    link("alternate", kit.address.absolute(page) ?? page, to: &xml)
    element("summary", profile(of: report), to: &xml)
    xml.append("</entry>\n")
  }

  /// Every judgement with its grade, in words.
  private func profile(of report: ReportSummary) -> String {
    let lines = report.judgements.map { judgement in
      let title = judgement.group.map { "\($0), \(judgement.title)" } ?? judgement.title
      let grade = judgement.grade.map { kit.frameworks.label($0, in: report.framework) }
      return "\(title): \(grade ?? Wording.status(judgement.status, statements: judgement.statements))"
    }
    return lines.isEmpty ? report.title : lines.joined(separator: ". ") + "."
  }

  private func instant(of report: ReportSummary) -> String {
    let day = report.inspection.published ?? report.inspection.end ?? report.inspection.start
    return day.map { "\($0.iso)T00:00:00Z" } ?? SiteFeed.beginning
  }

  private func identifier(_ path: String) -> String { "tag:\(kit.address.host),2026:\(path)" }

  private func element(_ name: StaticString, _ text: String, to xml: inout [UInt8]) {
    xml.append("<")
    xml.append(name)
    xml.append(">")
    xml.append(escaped: text)
    xml.append("</")
    xml.append(name)
    xml.append(">\n")
  }

  private func link(_ relation: StaticString, _ address: String, to xml: inout [UInt8]) {
    xml.append("<link rel=\"")
    xml.append(relation)
    xml.append("\" href=\"")
    xml.append(escaped: address)
    xml.append("\"/>\n")
  }

  private static let longest = 100
  /// The time of what has none: Atom wants one, and the clock would make every build differ.
  private static let beginning = "2000-01-01T00:00:00Z"

  // MARK: Search engines

  /// The site map of these pages; nothing without a base address, since a site map needs whole addresses.
  func siteMap(_ pages: [String]) -> OutputFile? {
    guard kit.address.base != nil else { return nil }
    var xml: [UInt8] = []
    xml.append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
    xml.append("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    for address in pages.sorted().compactMap(kit.address.absolute) {
      xml.append("<url><loc>")
      xml.append(escaped: address)
      xml.append("</loc></url>\n")
    }
    xml.append("</urlset>\n")
    return OutputFile(path: "sitemap.xml", bytes: xml)
  }

  /// Everybody may read everything.
  var robots: OutputFile {
    var text: [UInt8] = []
    text.append("User-agent: *\nAllow: /\n")
    if let siteMap = kit.address.absolute("sitemap.xml") { text.append(markup: "Sitemap: \(siteMap)\n") }
    return OutputFile(path: "robots.txt", bytes: text)
  }
}
