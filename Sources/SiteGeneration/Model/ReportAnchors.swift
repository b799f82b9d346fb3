internal import Inspections

/// The anchors on a report's page: one for each heading and each finding, without duplicates.
struct ReportAnchors: Sendable {
  /// A heading of the findings.
  struct Heading: Sendable {
    let anchor: String
    let title: String
    /// The nesting depth, 0 for the outermost headings.
    let depth: Int
    /// The titles of the headings above it and its own, lowercased.
    let path: [String]
  }

  /// The headings, in the order of the text.
  let headings: [Heading]
  /// The number of headings right before each finding, in the order of the findings.
  let headingCounts: [Int]
  /// The anchor of each finding: `p13` for finding 13, `l231` for an unnumbered finding that begins on line 231.
  let anchors: [String]

  /// Creates the anchors of a report's headings and findings.
  init(_ report: Report) {
    var taken: Set<String> = []
    func unique(_ wanted: String, else other: String) -> String {
      var name = wanted
      if taken.contains(name) { name = other }
      var count = 1
      while !taken.insert(name).inserted {
        count += 1
        name = "\(other)-\(count)"
      }
      return name
    }

    var headings: [Heading] = []
    var headingCounts: [Int] = []
    var anchors: [String] = []
    var section: [String] = []
    for finding in report.findings {
      let opened = SectionPath.opened(by: finding.section, after: section)
      for (depth, title) in opened {
        let path = Array(finding.section[...depth])
        let name = Anchor.name("s", path)
        headings.append(
          Heading(anchor: unique(name, else: name), title: title, depth: depth, path: path.map { $0.lowercased() }))
      }
      headingCounts.append(opened.count)
      section = finding.section
      let line = "l\(finding.line)"
      anchors.append(finding.number.map { unique("p\($0)", else: "p\($0)-\(line)") } ?? unique(line, else: line))
    }
    self.headings = headings
    self.headingCounts = headingCounts
    self.anchors = anchors
  }

  /// Returns the section about a judgement, found by the judgement's title under its group's title.
  func heading(for judgement: Judgement) -> Heading? {
    let titles = [judgement.printed.lowercased(), judgement.title.lowercased()]
    let group = judgement.group?.lowercased()
    return headings.first { heading in
      guard let title = heading.path.last else { return false }
      guard titles.contains(where: { heads($0, title) }) else { return false }
      return group.map { group in heading.path.contains(group) } ?? true
    }
  }

  /// Whether a heading is a judgement's title, alone or followed by a grade.
  private func heads(_ title: String, _ heading: String) -> Bool {
    guard heading.hasPrefix(title) else { return false }
    return heading.utf8.count == title.utf8.count || [":", " –", " -"].contains { heading.hasPrefix(title + $0) }
  }
}
