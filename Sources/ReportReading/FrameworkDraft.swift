internal import Diagnostics
public import Inspections

/// A draft of a framework's file from a few reports of its kind: what they have in common, with comments on how sure
/// each part is. A person must add what it can't know.
public struct FrameworkDraft {
  private let pages: [DraftPage]
  private let scale: DraftScale

  /// Parses the reports; the scales of other frameworks determine which words are grades, and their order.
  public init(of files: [(path: String, bytes: [UInt8])], like frameworks: [Framework]) {
    let scale = DraftScale(frameworks)
    self.scale = scale
    pages = files.map { DraftPage(ReportText(cleaning: TextDecoder.decode($0.bytes, path: $0.path)), scale) }
  }

  /// The framework's file.
  public var yaml: String {
    let title = title
    var lines = [
      "# Drafted from \(pages.count) reports. What could not be found is marked “TODO”; “sitegen check” reads the rest.",
      "id: new-framework # TODO: an identifier of your own, such as ofsted-something",
      "name: \(quoted(title.replacing(" …", with: "")))", "short-name: New framework # TODO",
      "inspectorate: The inspectorate # TODO", "years: \(years)",
      "# bodies: {one: school, many: schools, registered: false} # TODO: if these are no authorities of the register",
      "summary: What is inspected, in a sentence of your own. # TODO", "recognition:", "  phrases:",
      "    - \(quoted(title))", "front:", "  titles:",
      "    - \(quoted(title.replacing("…", with: "{body}", maxReplacements: 1)))",
    ]
    if !title.contains("…") { lines.append("    # The name of the body was looked for in the title and is not there.") }
    lines += labels("date-labels", shared(\.dateLabels)) + labels("published-labels", shared(\.publishedLabels))
    lines += labels("lead-labels", shared(\.leadLabels))
    lines += scaleLines + judgementLines + sectionLines
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: What the reports share

  /// A text that several reports print, with their number and the first location.
  private struct Shared {
    let text: String
    let count: Int
    let place: String
  }

  /// Returns the items of at least half of the reports, or of `least` reports, in the order of their first occurrence.
  private func shared(_ part: (DraftPage) -> [DraftPage.Item], least: Int? = nil) -> [Shared] {
    var counts: [String: Int] = [:]
    var firsts: [(key: String, item: DraftPage.Item, path: String)] = []
    for page in pages {
      var seen: Set<String> = []
      for item in part(page) where seen.insert(item.key).inserted {
        if counts[item.key] == nil { firsts.append((item.key, item, page.text.source.path)) }
        counts[item.key, default: 0] += 1
      }
    }
    let least = least ?? max(min(2, pages.count), (pages.count + 1) / 2)
    return firsts.compactMap { key, item, path in
      guard let count = counts[key], count >= least else { return nil }
      return Shared(text: item.text, count: count, place: "\(path):\(item.line)")
    }
  }

  private func comment(_ shared: Shared) -> String { "# in \(shared.count) of \(pages.count), \(shared.place)" }

  private func labels(_ key: String, _ labels: [Shared]) -> [String] {
    guard !labels.isEmpty else {
      return ["  \(key): [] # TODO: none was found; “patterns” may say where these facts are"]
    }
    return ["  \(key):"] + labels.map { "    - \(quoted($0.text)) \(comment($0))" }
  }

  /// The title that the reports share, with `…` for the differing words, the body's name; preferably one with a name.
  private var title: String {
    let titles = (pages.first?.titles ?? []).map(shared)
    return titles.first { $0.contains("…") } ?? titles.first ?? "TODO a title"
  }

  private func shared(_ title: [String]) -> String {
    let others = pages.compactMap { page in page.titles.first { $0.first == title.first } }.map { words in
      Set(words.map { $0.lowercased() })
    }
    var parts: [String] = []
    for word in title {
      let holding = others.filter { $0.contains(word.lowercased()) }.count
      if holding * 2 > others.count {
        parts.append(word)
      } else if parts.last != "…" {
        parts.append("…")
      }
    }
    if parts.last == "…", parts.dropLast().contains("…") { parts.removeLast() }
    return parts.joined(separator: " ")
  }

  private var years: String {
    pages.flatMap(\.years).min().map { "since \($0) # the first of these reports" } ?? "TODO"
  }

  private var scaleLines: [String] {
    let found = pages.flatMap(\.rows).map(\.grade)
    let keys = Set(found.joined())
    let grades = scale.grades(holding: found)
    guard !grades.isEmpty else {
      return [
        "scale: [] # TODO: no word of a known scale follows a title here; list the grades, best first:",
        "  # - {key: flourishing, label: Flourishing}",
      ]
    }
    return ["scale: # best first; TODO: check the order"]
      + grades.map { grade in
        let forms = grade.forms.map(quoted).joined(separator: ", ")
        let known = "  - {key: \(quoted(grade.key)), label: \(quoted(grade.label)), role: \(grade.role.rawValue)"
        return known + (forms.isEmpty ? "}" : ", forms: [\(forms)]}")
          + (keys.contains(grade.key) ? "" : " # not in these reports")
      }
  }

  /// Titles with a grade after them: two reports are enough for so clear a sign.
  private var rows: [Shared] { shared({ $0.rows.map(\.title) }, least: min(2, pages.count)) }

  private var judgements: [Shared] { rows.filter { Self.role(of: $0.text) != "history" } }

  private var judgementLines: [String] {
    let judgements = judgements
    guard !judgements.isEmpty else {
      return [
        "judgements: [] # TODO: what is graded, under its printed title:", "  # - {id: leadership, title: Leadership}",
      ]
    }
    var ids: Set<String> = []
    return ["judgements:"]
      + judgements.map { judgement in
        let words = judgement.text.lowercased()
        var id = Slug.make(from: judgement.text.split(separator: " ").suffix(4).joined(separator: " "))
        if !ids.insert(id).inserted { id += "-\(ids.count)" }
        ids.insert(id)
        let overall = words.hasPrefix("overall") ? ", overall: true" : ""
        let optional = judgement.count < pages.count ? ", optional: true" : ""
        return "  - {id: \(id), title: \(quoted(judgement.text))\(overall)\(optional)} \(comment(judgement))"
      }
  }

  private var sectionLines: [String] {
    let titles = Set(rows.map { DraftPage.key($0.text) } + [DraftPage.key(title)])
    let sections = shared(\.headings).filter { !titles.contains(DraftPage.key($0.text)) }
    let earlier = rows.filter { Self.role(of: $0.text) == "history" }
    guard !sections.isEmpty || !earlier.isEmpty else { return ["sections: []"] }
    // After the first of the publisher's notices there are only further notices.
    let notices = sections.firstIndex { Self.role(of: $0.text) == "notices" } ?? sections.endIndex - 1
    return ["sections:"]
      + earlier.map { "  - {title: \(quoted($0.text)), role: history, row: true} \(comment($0))" }
      + sections.prefix(notices + 1).map {
        "  - {title: \(quoted($0.text)), role: \(Self.role(of: $0.text))} \(comment($0))"
      }
  }

  private static func role(of heading: String) -> String {
    let words = heading.lowercased()
    if DraftPage.tableHeads.contains(words) { return "table-head" }
    if words.contains("priority action") { return "priority-actions" }
    if ["previous", "last inspection"].contains(where: words.contains) { return "history" }
    if words.contains("contents") { return "contents" }
    let closings = ["copy of this document", "reuse", "office for", "yours sincerely", "complain", "feed back"]
    if closings.contains(where: words.contains) { return "notices" }
    let asks = ["improve", "recommendation", "next steps", "do better"].contains { words.contains($0) }
    return asks ? "improvements" : "text"
  }

  private func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "").replacing("\"", with: "”") + "\""
  }
}
