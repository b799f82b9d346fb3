/// A passage of a later report that shares unusual words with a recommendation of an earlier report of the same
/// authority. It is evidence that the matter came up again, not a verdict on whether the recommendation was met.
public struct Echo: Sendable {
  /// The identifier of the earlier report.
  let earlier: String
  /// The recommendation's number in the earlier report, counted from 1.
  let point: Int
  /// The recommendation's identifier in the data files.
  let pointID: String
  /// The later report.
  let later: ReportSummary
  /// The anchor of the finding on the later report's page.
  let anchor: String
  /// The finding's name for readers: `paragraph 27`.
  let place: String
  /// The passage, one or two sentences.
  let quote: String
  /// The shared words as the passage prints them, lowercased, in the order of their first occurrences.
  let words: [String]
}
