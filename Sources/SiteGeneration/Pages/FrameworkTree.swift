internal import Inspections

/// The frameworks by the year they began, one below the other, with a line from each to the one that took its place. The
/// table under it on the page says the same in words.
struct FrameworkTree {
  let site: Site
  /// The frameworks, the oldest first, with the number of reports here.
  let frameworks: [(framework: Framework, count: Int)]

  private static let step = 56
  private static let lane = 22
  private static let width = 340

  /// Where each framework stands: a lane from the left, and a row.
  private struct Place {
    let lane: Int
    let row: Int

    var x: Int { lane * FrameworkTree.lane + 10 }
    var y: Int { row * FrameworkTree.step + 20 }
  }

  /// The drawing; nothing where no framework took another's place.
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

  /// What the drawing shows, as sentences.
  private var description: String {
    frameworks.map { entry in
      let succeeded = Self.predecessors(of: entry.framework, site.frameworks)
      let place = succeeded.isEmpty ? "" : ", took the place of \(succeeded)"
      return
        "\(entry.framework.shortName), \(entry.framework.years)\(place), \(DisplayText.count(entry.count, "report")) here."
    }
    .joined(separator: " ")
  }

  /// The short names of the frameworks whose place one took: `SLAC and LAC`.
  static func predecessors(of framework: Framework, _ index: FrameworkIndex) -> String {
    DisplayText.list(framework.succeeds.compactMap { index[$0]?.shortName })
  }

  /// A line goes on in its own lane and turns into that of its end only before it, so that it crosses no other framework.
  private func append(from: Place, to end: Place, to svg: inout [UInt8]) {
    let turn = end.y - Self.step
    let middle = end.y - Self.step / 2
    svg.append(markup: "<path d=\"M\(from.x) \(from.y)V\(max(turn, from.y))")
    svg.append(
      markup: from.lane == end.lane
        ? "V\(end.y)\"/>" : "C\(from.x) \(middle) \(end.x) \(middle) \(end.x) \(end.y)\"/>")
  }

  /// A framework stands in the lane of one whose place it took, if none after it takes that too, and else in a free one.
  /// One that stands alone leaves the first lane to the others.
  private var places: [String: Place] {
    var places: [String: Place] = [:]
    /// Who holds each lane, until the last that takes its place.
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
