internal import ContentLoading
internal import Inspections

/// The files that list the pages for programs: for search engines, and for readers of plain text.
struct CrawlerFiles {
  let site: Site

  /// The day on which the source of a page last changed: the report's publication or last correction.
  private var days: [String: CalendarDate] {
    var days: [String: CalendarDate] = [:]
    for body in site.authorities {
      for report in body.reports {
        let corrected = site.corrections.of(report).first?.correction.date
        guard let day = [report.inspection.published, corrected].compactMap({ $0 }).max() else { continue }
        days[SitePaths.page(of: report)] = day
        let page = SitePaths.authority(body.slug)
        days[page] = max(days[page] ?? day, day)
      }
    }
    return days
  }

  /// Returns the site map of the pages; nil without a base URL, since a site map needs absolute URLs.
  func siteMap(_ pages: some Sequence<String>) -> OutputFile? {
    guard site.paths.base != nil else { return nil }
    var xml: [UInt8] = []
    xml.append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
    xml.append("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    let changed = days
    for page in pages.sorted() {
      guard let address = site.paths.absolute(page) else { continue }
      xml.append(markup: "<url><loc>\(address)</loc>")
      if let day = changed[page] { xml.append(markup: "<lastmod>\(day.iso)</lastmod>") }
      xml.append("</url>\n")
    }
    xml.append("</urlset>\n")
    return OutputFile(path: "sitemap.xml", bytes: xml)
  }

  /// The rules for crawlers: all are allowed everywhere.
  var robots: OutputFile {
    var text: [UInt8] = []
    text.append("User-agent: *\nAllow: /\n")
    if let siteMap = site.paths.absolute("sitemap.xml") { text.append(raw: "Sitemap: \(siteMap)\n") }
    return OutputFile(path: "robots.txt", bytes: text)
  }

  /// A guide in Markdown for programs that read text, with the Markdown version of every report.
  var llms: OutputFile {
    var text: [UInt8] = []
    let about = site.configuration
    text.append(markdown: "# \(about.title)\n\n> \(about.description)\n\n\(about.independence)\n\n## Data\n\n")
    for (name, what) in [
      ("judgements.csv", "every judgement of every report"), ("recommendations.csv", "every point to improve"),
      ("evidence.csv", "every place that states a grade"),
      ("datapackage.json", "what the tables hold, and where every paragraph is"),
    ] { append("data/\(name)", name, what, to: &text) }
    for authority in site.authorities {
      text.append(markdown: "\n## \(authority.name)\n\n")
      for report in authority.reports {
        let name = "\(site.frameworks.name(report.framework)), \(DisplayText.dates(report.inspection))"
        append(SitePaths.folder(of: report) + "report.md", name, site.sentence(of: report), to: &text)
      }
    }
    return OutputFile(path: "llms.txt", bytes: text)
  }

  private func append(_ path: String, _ name: String, _ note: String, to text: inout [UInt8]) {
    text.append(markdown: "- [\(name)](\(raw: site.paths.absolute(path) ?? path)): \(note)\n")
  }
}
