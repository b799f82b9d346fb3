internal import Inspections

/// Recommendations as the report arranges them: by group, and within a group by timescale. They are numbered in their
/// order in the whole report.
struct RecommendationGroup: Sendable {
  /// One recommendation with its number in the report, counted from 1.
  struct Item: Sendable {
    let order: Int
    let recommendation: Recommendation
  }

  /// The recommendations of one timescale.
  struct Timescale: Sendable {
    /// The timescale as printed.
    let title: String?
    /// The computed day on which it ends; nil if none could be computed.
    let due: CalendarDate?
    var items: [Item]
  }

  /// The title of the group, for frameworks that have groups.
  let title: String?
  /// The recommendations, by timescale.
  var timescales: [Timescale]

  /// Groups a report's recommendations without changing their order.
  static func groups(of recommendations: [Recommendation]) -> [RecommendationGroup] {
    var groups: [RecommendationGroup] = []
    for (index, recommendation) in recommendations.enumerated() {
      let item = Item(order: index + 1, recommendation: recommendation)
      if groups.isEmpty || groups[groups.count - 1].title != recommendation.group {
        groups.append(RecommendationGroup(title: recommendation.group, timescales: []))
      }
      groups[groups.count - 1].add(item)
    }
    return groups
  }

  private mutating func add(_ item: Item) {
    let (title, due) = (item.recommendation.timescale, item.recommendation.due)
    if let last = timescales.indices.last, timescales[last].title == title, timescales[last].due == due {
      timescales[last].items.append(item)
    } else {
      timescales.append(Timescale(title: title, due: due, items: [item]))
    }
  }
}
