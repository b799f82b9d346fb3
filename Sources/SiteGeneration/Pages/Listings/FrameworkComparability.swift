internal import Inspections

/// The comparisons that are allowed and not allowed with a framework's judgements, as the frameworks declare them.
struct FrameworkComparability {
  let site: Site
  let framework: Framework
  /// The relative path to the site root.
  let root: String

  /// The section of the framework's page.
  var section: [UInt8] {
    let name = framework.shortName
    let body =
      framework.judgements.isEmpty
      ? paragraph("\(name) gives no grades, so nothing here can be compared. No grade is not a bad grade.")
      : paragraph("The same judgement may be compared between two \(name) reports, and nothing else may.")
        + splits.flatMap(paragraph) + kin + limits.flatMap(paragraph)
    return site.section(anchor: "compared", title: "What may be compared", body: body)
  }

  /// The judgements that have been split.
  private var splits: [String] {
    framework.judgements.compactMap { whole in
      let parts = framework.judgements.filter { $0.splitOf == whole.id }
      guard !parts.isEmpty else { return nil }
      let since = parts.compactMap(\.since).min().map { " since \($0.words)" } ?? ""
      let titles = DisplayText.list(parts.map { "“\($0.title)”" })
      return
        "“\(whole.title)” has been judged apart\(since), as \(titles). The site shows that as a fork, without a word "
        + "for better or worse."
    }
  }

  private func relatives(of judgement: JudgementDefinition) -> [FrameworkIndex.Relative] {
    site.frameworks.relatives(of: judgement.id, in: framework.id)
  }

  /// The related judgements of other frameworks.
  private var kin: [UInt8] {
    let rows = framework.judgements.compactMap { judgement -> TableRow? in
      let relatives = relatives(of: judgement)
      guard !relatives.isEmpty else { return nil }
      let links = relatives.map { relative in
        let address = "\(root)\(FrameworkPages.address(relative.framework))"
        let link = [UInt8](link: relative.framework.shortName, to: address)
        return [UInt8](markup: "\(relative.framework.fullTitle(of: relative.judgement)), \(link)")
      }
      return TableRow(
        head: [UInt8](markup: "\(framework.fullTitle(of: judgement))"),
        cells: [Array(links.joined(separator: "<br>".utf8))])
    }
    guard !rows.isEmpty else { return [] }
    let note = paragraph(
      "These ask a related question under another title, of another breadth or on another scale. Where one body has "
        + "reports of both, its page shows them side by side; they are not the same measure.")
    return note
      + site.table(
        kind: "matrix", caption: "Related judgements", head: ["Judgement", "Related judgement of another framework"],
        rows: rows)
  }

  /// The comparisons that are not allowed, as sentences.
  private var limits: [String] {
    var sentences: [String] = []
    let others = framework.judgements.flatMap(relatives).map(\.framework)
    for other in site.frameworks.byAge where others.contains(other) && !hasSameScale(other) {
      let labels = other.scale.words.map(\.label).joined(separator: ", ")
      sentences.append(
        "\(other.shortName) grades on another scale: \(labels). A word that both scales have is not the same grade.")
    }
    let alone = framework.judgements.filter { relatives(of: $0).isEmpty }
    if alone.count == framework.judgements.count {
      sentences.append("No judgement of another framework here asks a related question.")
    } else if !alone.isEmpty {
      let titles = alone.map { "“\(framework.fullTitle(of: $0))”" }
      sentences.append("Without a related judgement elsewhere: \(DisplayText.list(titles)).")
    }
    sentences.append("Grades of two frameworks are two measures, even where their words are the same.")
    return sentences
  }

  private func hasSameScale(_ other: Framework) -> Bool {
    other.scale.grades.map(\.key) == framework.scale.grades.map(\.key)
  }

  private func paragraph(_ sentence: String) -> [UInt8] { [UInt8](markup: "<p>\(sentence)</p>\n") }
}
