internal import ContentLoading
internal import Inspections
internal import Records

/// The due dates of recommendations as an iCalendar (RFC 5545) that a committee's officer can subscribe to: one entry
/// for each report and day. The days are computed from the reports' timescales, and each entry states this.
struct DueCalendar {
  let site: Site
  let path: String
  private let name: String
  private let reports: [ReportSummary]

  /// Returns the calendars of the site and of each authority that has due dates.
  static func all(_ site: Site) -> [DueCalendar] {
    [DueCalendar(site)].compactMap { $0 } + site.authorities.compactMap { DueCalendar(site, of: $0) }
  }

  /// Creates the calendar of the whole site, or of one authority; nil without due dates.
  init?(_ site: Site, of body: AuthoritySummary? = nil) {
    reports = (body?.reports ?? site.reports).filter(\.hasDue)
    guard !reports.isEmpty else { return nil }
    self.site = site
    path = SitePaths.folder(ofPage: body.map { SitePaths.authority($0.slug) } ?? SitePaths.home) + "calendar.ics"
    name = "\(body?.name ?? site.configuration.title): points due"
  }

  /// The digest of the report data that the calendar shows.
  var inputs: Fingerprint { Fingerprint(of: "calendar", reports.map(\.digests.points)) }

  var file: OutputFile {
    var text: [UInt8] = []
    Self.append(folded: "BEGIN:VCALENDAR", to: &text)
    Self.append(folded: "VERSION:2.0", to: &text)
    Self.append(folded: "PRODID:-//sitegen//inspection summaries//EN", to: &text)
    Self.append(folded: "X-WR-CALNAME:" + Self.escaped(name), to: &text)
    for report in reports {
      let points = report.recommendations.enumerated().filter { $0.element.due != nil }
      for (day, due) in Dictionary(grouping: points, by: { $0.element.due?.iso ?? "" }).sorted(by: { $0.key < $1.key })
      {
        append(report, day, due.map(\.offset), to: &text)
      }
    }
    Self.append(folded: "END:VCALENDAR", to: &text)
    return OutputFile(path: path, bytes: text)
  }

  private func append(_ report: ReportSummary, _ day: String, _ points: [Int], to text: inout [UInt8]) {
    let page = SitePaths.page(of: report)
    // Use the day of publication, not of the build: the same reports must produce the same file.
    let stamp = (report.inspection.published ?? report.date)?.iso ?? day
    let numbers = points.map { String($0 + 1) }.joined(separator: ", ")
    Self.append(folded: "BEGIN:VEVENT", to: &text)
    // Include the site's folder, since two sites on one host may have the same report.
    let name = "\(site.paths.basePath.dropFirst())\(report.id)-due-\(day)@\(site.paths.host)"
    Self.append(folded: "UID:" + Self.escaped(name), to: &text)
    Self.append(folded: "DTSTAMP:\(Self.digits(stamp))T000000Z", to: &text)
    Self.append(folded: "DTSTART;VALUE=DATE:\(Self.digits(day))", to: &text)
    let count = DisplayText.count(points.count, "point")
    Self.append(folded: "SUMMARY:" + Self.escaped("\(site.authorityName(of: report)): \(count) due"), to: &text)
    let what =
      "\(site.frameworks.name(report.framework)), \(DisplayText.dates(report.inspection)): point\(points.count == 1 ? "" : "s") "
      + "\(numbers). The day is computed from the report’s timescale."
    Self.append(folded: "DESCRIPTION:" + Self.escaped(what), to: &text)
    if let address = site.paths.absolute(page) { Self.append(folded: "URL:\(address)", to: &text) }
    Self.append(folded: "TRANSP:TRANSPARENT", to: &text)
    Self.append(folded: "END:VEVENT", to: &text)
  }

  private static func digits(_ day: String) -> String { String(day.unicodeScalars.filter { $0 != "-" }) }

  /// Returns a text property with commas, semicolons, backslashes and line ends escaped by a backslash.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in PlainText.cleaned(text).unicodeScalars {
      switch scalar {
      case "\\", ",", ";": escaped += "\\\(scalar)"
      case "\n": escaped += "\\n"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// Appends a line, folded so that no line is longer than 75 bytes and no character is split.
  static func append(folded line: String, to text: inout [UInt8]) {
    let bytes = Array(line.utf8)
    var start = 0
    var room = 75
    while bytes.count - start > room {
      var end = start + room
      // A continuation byte belongs to the character before it.
      while end > start, bytes[end] & 0xC0 == 0x80 { end -= 1 }
      text.append(contentsOf: bytes[start..<end])
      text.append("\r\n ")
      start = end
      room = 74
    }
    text.append(contentsOf: bytes[start...])
    text.append("\r\n")
  }
}
