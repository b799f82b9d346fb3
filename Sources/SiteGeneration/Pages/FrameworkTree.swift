internal import Inspections

/// A drawing of the frameworks by starting year, from top to bottom, with a line from each to its successor. The table
/// under it on the page says the same in words.
struct FrameworkTree {
  let site: Site
  /// The frameworks, oldest first, with the number of reports here.
  let frameworks: [(framework: Framework, count: Int)]

  private static let step = 56
  private static let lane = 22
  private static let width = 340

  /// The position of a framework: a lane from the left, and a row.
  private struct Place {
    let lane: Int
    let row: Int

    var x: Int { lane * FrameworkTree.lane + 10 }
    var y: Int { row * FrameworkTree.step + 20 }
  }

  /// The drawing; empty if no framework succeeds another.
  var drawing: [UInt8] {
    let places = places
    let lines = frameworks.flatMap { entry in
      entry.framework.succeeds.compactMap { id in
        places[id].flatMap { from in places[entry.framework.id].map { (from: from, to: $0) } }
      }
    }
    guard !lines.isEmpty else { return [] }
    var svg = [UInt8](
      markup: """
        <svg class="tree" viewBox="0 0 \(Self.width) \(frameworks.count * Self.step - 8)" role="img" \
        aria-labelledby="tree-title tree-words"><title id="tree-title">Frameworks and what took their place</title>\
        <desc id="tree-words">\(description)</desc>
        """)
    for line in lines { append(from: line.from, to: line.to, to: &svg) }
    let textLeft = ((places.values.map(\.lane).max() ?? 0) + 1) * Self.lane + 8
    for entry in frameworks {
      guard let place = places[entry.framework.id] else { continue }
      svg.append(markup: "<circle cx=\"\(place.x)\" cy=\"\(place.y)\" r=\"6\"/>")
      svg.append(markup: "<text class=\"name\" x=\"\(textLeft)\" y=\"\(place.y + 5)\">\(entry.framework.shortName)")
      svg.append(markup: "</text><text x=\"\(textLeft)\" y=\"\(place.y + 24)\">")
      svg.append(markup: "\(entry.framework.years) · \(DisplayText.count(entry.count, "report"))</text>")
    }
    svg.append("</svg>\n")
    return svg
  }

  /// A description of the drawing, as sentences.
  private var description: String {
    frameworks.map { entry in
      let succeeded = Self.predecessors(of: entry.framework, site.frameworks)
      let place = succeeded.isEmpty ? "" : ", took the place of \(succeeded)"
      return
        "\(entry.framework.shortName), \(entry.framework.years)\(place), \(DisplayText.count(entry.count, "report")) here."
    }
    .joined(separator: " ")
  }

  /// Returns the short names of the frameworks that a framework succeeds: `SLAC and LAC`.
  static func predecessors(of framework: Framework, _ index: FrameworkIndex) -> String {
    DisplayText.list(framework.succeeds.compactMap { index[$0]?.shortName })
  }

  /// Appends a line that stays in its own lane and changes lanes only right before its end, so it crosses no framework.
  private func append(from: Place, to end: Place, to svg: inout [UInt8]) {
    let turn = end.y - Self.step
    let middle = end.y - Self.step / 2
    svg.append(markup: "<path d=\"M\(from.x) \(from.y)V\(max(turn, from.y))")
    svg.append(
      markup: from.lane == end.lane
        ? "V\(end.y)\"/>" : "C\(from.x) \(middle) \(end.x) \(middle) \(end.x) \(end.y)\"/>")
  }

  /// The positions: a framework continues the lane of a predecessor without later successors, or else takes a free one.
  /// A framework without predecessors or successors leaves the first lane to the others.
  private var places: [String: Place] {
    var places: [String: Place] = [:]
    /// The framework in each lane, until its last successor.
    var holders: [String?] = []
    for (row, framework) in frameworks.map(\.framework).enumerated() {
      let rest = frameworks[(row + 1)...].map(\.framework)
      func isAwaited(_ id: String) -> Bool { rest.contains { $0.succeeds.contains(id) } }
      for (lane, holder) in holders.enumerated() {
        if let holder, !isAwaited(holder), !framework.succeeds.contains(holder) { holders[lane] = nil }
      }
      let own = holders.indices.first { lane in
        holders[lane].map { framework.succeeds.contains($0) && !isAwaited($0) } ?? false
      }
      let isAlone = framework.succeeds.isEmpty && !isAwaited(framework.id)
      let free = holders.indices.first { holders[$0] == nil && !(isAlone && $0 == 0) }
      let lane = own ?? free ?? max(holders.count, isAlone ? 1 : 0)
      while holders.count <= lane { holders.append(nil) }
      holders[lane] = framework.id
      places[framework.id] = Place(lane: lane, row: row)
    }
    return places
  }
}
