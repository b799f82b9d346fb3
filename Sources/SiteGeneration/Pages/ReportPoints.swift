internal import Inspections

/// Points to improve that stand under one title of the report.
struct PointGroup: TemplateContext {
  static let fields: [TemplateField<PointGroup>] = [
    .markup("heading") { $0.heading }, .list("timescales") { $0.timescales },
  ]

  let heading: [UInt8]
  let timescales: [PointTimescale]
}

/// Those of them that fall due together.
struct PointTimescale: TemplateContext {
  static let fields: [TemplateField<PointTimescale>] = [
    .markup("heading") { $0.heading }, .text("due") { $0.due?.words }, .text("dueDate") { $0.due?.iso },
    .list("points") { $0.points },
  ]

  let heading: [UInt8]
  let due: CalendarDate?
  let points: [NumberedPoint]
}

/// A point with its address on the report's page. Its number was that before, and still leads to it: `#r1`.
struct NumberedPoint: TemplateContext {
  static let fields: [TemplateField<NumberedPoint>] = [
    .text("number") { String($0.order) }, .text("anchor") { $0.anchor }, .markup("body") { $0.point.html },
    .text("mark") { DisplayText.mark(of: $0.point) }, .text("note") { $0.note },
    .part("where") { $0.location },
  ]

  /// Its place in the report, counted from 1.
  let order: Int
  let anchor: String
  let point: Recommendation
  let location: SourcePlace

  private var note: String {
    var notes: [String] = []
    if let number = point.number, number != order { notes.append("Numbered \(number) in the report.") }
    if let responsible = point.responsible { notes.append("For: \(responsible).") }
    return notes.joined(separator: " ")
  }
}

/// What the inspectors say must improve, as the report arranges it.
extension ReportPage {
  /// The points under their groups and timescales.
  var pointGroups: [PointGroup] {
    let anchors = summary.pointAnchors
    return RecommendationGroup.groups(of: report.recommendations).enumerated().map { index, group in
      let anchor = "improvements-\(index + 1)"
      return PointGroup(
        heading: [UInt8](heading: group.title, level: 3, anchor: anchor),
        timescales: group.timescales.enumerated().map { part, timescale in
          PointTimescale(
            heading: [UInt8](
              heading: timescale.title, level: group.title == nil ? 3 : 4, anchor: "\(anchor)-\(part + 1)"),
            due: timescale.due,
            points: timescale.items.map {
              NumberedPoint(
                order: $0.order, anchor: anchors[$0.order - 1], point: $0.recommendation,
                location: document.place($0.recommendation.line))
            })
        })
    }
  }

  /// How many there are.
  var pointsNote: String {
    let actions = report.recommendations.count { $0.kind == .priorityAction }
    let count = DisplayText.count(report.recommendations.count, "point")
    return actions == 0
      ? "\(count)."
      : "\(count), of which \(DisplayText.count(actions, "is an area", "are areas")) for priority action."
  }

  /// Whether there is a page of what later reports say of the points.
  var hasFollowUp: Bool {
    site.authority(slug: summary.authority.slug).map { FollowUpPage.exists(for: summary, in: $0) } ?? false
  }
}
