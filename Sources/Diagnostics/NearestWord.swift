extension Sequence<String> {
  /// Returns the word most similar to another, if one is similar enough.
  public func nearest(to word: String) -> String? {
    map { (word: $0, changes: $0.difference(from: word).count) }.min { $0.changes < $1.changes }
      .flatMap { $0.changes <= Swift.max(1, word.count / 2) ? $0.word : nil }
  }

  /// Returns the hint after an unknown word: `; did you mean “contact”? Known are contact, title`.
  public func hint(for word: String) -> String {
    let known = "nown are \(joined(separator: ", "))"
    return nearest(to: word).map { "; did you mean “\($0)”? K\(known)" } ?? "; k\(known)"
  }
}
