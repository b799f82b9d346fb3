/// The headings above a finding, outermost first.
enum SectionPath {
  /// Returns the headings to print before a finding, with their depths: those that the previous finding isn't under.
  static func opened(by path: [String], after previous: [String]) -> [(depth: Int, title: String)] {
    var shared = 0
    while shared < path.count, shared < previous.count, path[shared] == previous[shared] { shared += 1 }
    return (shared..<path.count).map { ($0, path[$0]) }
  }
}
