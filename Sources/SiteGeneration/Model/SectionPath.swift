/// The headings a paragraph stands under, outermost first.
enum SectionPath {
  /// The headings to print before a paragraph: those that its predecessor did not stand under, with their depth.
  static func opened(by path: [String], after previous: [String]) -> [(depth: Int, title: String)] {
    var shared = 0
    while shared < path.count, shared < previous.count, path[shared] == previous[shared] { shared += 1 }
    return (shared..<path.count).map { ($0, path[$0]) }
  }
}
