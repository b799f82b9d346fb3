/// Determines the depth of an item in the open list: another bullet, or the same bullet further in, opens a list under
/// the last item.
struct BulletLevels {
  /// The bullets of the open list, the outermost first.
  private var open: [(sign: UInt32, indent: Int)] = []
  /// For each sign, the sign that it was first met under, anywhere in the report.
  private var outer: [UInt32: UInt32] = [:]
  private var outermost = 1
  /// The number of characters by which a bullet must be further in to be deeper.
  private static let step = 2

  /// Whether a bullet belongs to the open list.
  func contains(_ sign: UInt32) -> Bool { open.contains { $0.sign == sign } }

  /// Ends the open list.
  mutating func close() {
    open = []
    outermost = 1
  }

  /// Returns the level of the next item: 1 is the outermost, 0 that of an item which ends a list of inner items.
  mutating func level(of sign: UInt32, indent: Int) -> Int {
    // The same sign at the same depth or further out closes the lists under it.
    if let depth = open.firstIndex(where: { $0.sign == sign && $0.indent + Self.step > indent }) {
      open.removeSubrange((depth + 1)...)
      return depth + outermost
    }
    if let last = open.last?.sign, last != sign {
      if outer[last] == sign {
        open = []
        outermost = 0
      } else if outer[sign] == nil {
        outer[sign] = last
      }
    }
    open.append((sign, indent))
    return open.count - 1 + outermost
  }
}
