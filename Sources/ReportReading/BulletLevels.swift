/// Tells how deep in the open list an item is: another bullet, or the same one further in, opens a list under the last
/// item.
struct BulletLevels {
  /// The bullets of the open list, the outermost first.
  private var open: [(sign: UInt32, indent: Int)] = []
  /// A bullet that is fewer characters further in is no deeper.
  private static let step = 2

  /// Whether a bullet is one of the open list's.
  func contains(_ sign: UInt32) -> Bool { open.contains { $0.sign == sign } }

  /// The level of the next item, 1 being the outermost.
  mutating func level(of sign: UInt32, indent: Int) -> Int {
    // The same sign as deep as before or less deep closes the lists under it.
    let same = open.indices.filter { open[$0].sign == sign }
    if let depth = same.first(where: { open[$0].indent + Self.step > indent }) {
      open.removeSubrange((depth + 1)...)
    } else {
      open.append((sign, indent))
    }
    return open.count
  }
}
