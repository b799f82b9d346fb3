/// The headings above a finding, outermost first.
enum SectionPath {
  /// Returns the headings to print before a finding, with their depths: those that the previous finding isn't under.
  static func opened(by path: [String], after previous: [String]) -> [(depth: Int, title: String)] {
    let shared = zip(path, previous).prefix { $0 == $1 }.count
    return (shared..<path.count).map { ($0, path[$0]) }
  }
}
