/// A passage of a later report that shares unusual words with a point that an earlier report of the same authority
/// asked to improve. It is evidence that the matter came up again, not a verdict on whether the point was met.
public struct Echo: Sendable {
  /// The identifier of the earlier report.
  let earlier: String
  /// The point's place in the earlier report, counted from 1.
  let point: Int
  /// What the data files know the point by.
  let pointID: String
  /// The later report.
  let later: ReportSummary
  /// The address of the paragraph on the later report's page.
  let anchor: String
  /// What a reader calls the paragraph: `paragraph 27`.
  let place: String
  /// The passage, one or two sentences.
  let quote: String
  /// The shared words as the passage prints them, lower case, in the order of their first places.
  let words: [String]
}
