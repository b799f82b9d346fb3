internal import Inspections

/// The recommendations under one title of the report.
struct PointGroup: TemplateContext {
  static let fields: [TemplateField<PointGroup>] = [
    .markup("heading") { $0.heading }, .list("timescales") { $0.timescales },
  ]

  let heading: [UInt8]
  let timescales: [PointTimescale]
}

/// The recommendations of a group that fall due together.
struct PointTimescale: TemplateContext {
  static let fields: [TemplateField<PointTimescale>] = [
    .markup("heading") { $0.heading }, .text("due") { $0.due?.words }, .text("dueDate") { $0.due?.iso },
    .list("points") { $0.points },
  ]

  let heading: [UInt8]
  let due: CalendarDate?
  let points: [NumberedPoint]
}

/// A recommendation with its anchor on the report's page. Its number used to be the anchor and still works: `#r1`.
struct NumberedPoint: TemplateContext {
  static let fields: [TemplateField<NumberedPoint>] = [
    .text("number") { String($0.order) }, .text("anchor") { $0.anchor }, .markup("body") { $0.point.html },
    .text("mark") { DisplayText.mark(of: $0.point) }, .text("note") { $0.note },
    .part("where") { $0.location },
  ]

  /// The number in the report, counted from 1.
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

extension Recommendation {
  /// The timescale as printed, and the computed day on which it ends, if any.
  struct Deadline: Equatable {
    let timescale: String?
    let due: CalendarDate?
  }

  var deadline: Deadline { Deadline(timescale: timescale, due: due) }
}

/// The recommendations, as the report arranges them.
extension ReportPage {
  /// The recommendations by group and timescale.
  var pointGroups: [PointGroup] {
    let anchors = summary.pointAnchors
    let document = document
    return report.recommendations.enumerated().runs(by: \.element.group).enumerated().map { index, group in
      let anchor = "improvements-\(index + 1)"
      return PointGroup(
        heading: [UInt8](heading: group.key, level: 3, anchor: anchor),
        timescales: group.elements.runs(by: \.element.deadline).enumerated().map { part, timescale in
          PointTimescale(
            heading: [UInt8](
              heading: timescale.key.timescale, level: group.key == nil ? 3 : 4, anchor: "\(anchor)-\(part + 1)"),
            due: timescale.key.due,
            points: timescale.elements.map { index, recommendation in
              NumberedPoint(
                order: index + 1, anchor: anchors[index], point: recommendation,
                location: document.place(recommendation.line))
            })
        })
    }
  }

  /// The number of recommendations, as a sentence.
  var pointsNote: String {
    let actions = report.recommendations.count { $0.kind == .priorityAction }
    let count = DisplayText.count(report.recommendations.count, "point")
    return actions == 0
      ? "\(count)."
      : "\(count), of which \(DisplayText.count(actions, "is an area", "are areas")) for priority action."
  }

  /// Whether the recommendations have a follow-up page.
  var hasFollowUp: Bool {
    site.authority(slug: summary.authority.slug).map { FollowUpPage.exists(for: summary, in: $0) } ?? false
  }
}
