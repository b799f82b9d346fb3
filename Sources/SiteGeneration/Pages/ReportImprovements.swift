internal import CommonMark
internal import Inspections

/// What the inspectors say must improve, as the report arranges it; each point has an address: `#r1`.
extension ReportPage {
  /// The points under their groups and timescales; nothing where the report has none.
  var improvements: [UInt8] {
    guard !report.recommendations.isEmpty else { return [] }
    let renderer = MarkdownRenderer()
    var groups: [UInt8] = []
    for (index, group) in RecommendationGroup.groups(of: report.recommendations).enumerated() {
      if let title = group.title {
        let heading = HeadingContext(level: 3, anchor: "improvements-\(index + 1)", title: title)
        kit.templates.append(heading, to: &groups)
      }
      for (part, timescale) in group.timescales.enumerated() {
        let anchor = "improvements-\(index + 1)-\(part + 1)"
        append(timescale, level: group.title == nil ? 3 : 4, anchor: anchor, renderer, to: &groups)
      }
    }
    let actions = report.recommendations.count { $0.kind == .priorityAction }
    var note = Wording.count(report.recommendations.count, "point")
    if actions > 0 { note += ", of which \(Wording.count(actions, "is an area", "are areas")) for priority action" }
    return kit.templates.filled(ImprovementsContext(note: note + ".", followUp: followUp, groups: groups))
  }

  /// The way to what later reports say of the points, where there are any.
  private var followUp: [UInt8] {
    guard let body = kit.body(summary.authority.slug), FollowUpPage.exists(for: summary, in: body) else { return [] }
    let link = [UInt8](link: "What later reports say of these points", to: FollowUpPage.name)
    return [UInt8](markup: "<p class=\"more\">\(link)</p>\n")
  }

  private func append(
    _ timescale: RecommendationGroup.Timescale, level: Int, anchor: String, _ renderer: MarkdownRenderer,
    to groups: inout [UInt8]
  ) {
    var items: [UInt8] = []
    var markdown: [UInt8] = []
    for item in timescale.items {
      markdown.removeAll(keepingCapacity: true)
      markdown.append(markdownOf: item.recommendation.text)
      let context = ImprovementContext(
        number: item.order, body: renderer.html(markdown),
        mark: Wording.mark(of: item.recommendation),
        note: note(on: item.recommendation, order: item.order))
      kit.templates.append(context, to: &items)
    }
    let heading = timescale.title.map {
      kit.templates.filled(HeadingContext(level: level, anchor: anchor, title: $0))
    }
    let due = timescale.due.map { kit.templates.filled(DueContext(date: $0.iso, words: $0.words)) }
    kit.templates.append(ImprovementListContext(heading: heading ?? [], due: due ?? [], items: items), to: &groups)
  }

  private func note(on recommendation: Recommendation, order: Int) -> String {
    var notes: [String] = []
    if let number = recommendation.number, number != order { notes.append("Numbered \(number) in the report.") }
    if let responsible = recommendation.responsible { notes.append("For: \(responsible).") }
    return notes.joined(separator: " ")
  }
}
