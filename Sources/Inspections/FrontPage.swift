/// How a framework's reports are recognised among others: by phrases of the front page, wherever its lines are broken.
public struct Recognition: Sendable, Hashable {
  /// Phrases of which one is enough; `…` stands for up to a dozen words.
  public var phrases: [String]
  /// Phrases that mark a re-inspection.
  public var reinspection: [String]
  /// Phrases that mark a review of a body beside the council.
  public var review: [String]

  /// Creates a recognition from its parts.
  public init(phrases: [String], reinspection: [String] = [], review: [String] = []) {
    self.phrases = phrases
    self.reinspection = reinspection
    self.review = review
  }
}

/// What a front page prints, and under which labels.
public struct FrontPage: Sendable, Hashable {
  /// How the title is worded around the body: `Inspection of {body} children's services`.
  /// Without a `{body}` the name stands beside the title, on the lines before or after it.
  public var titles: [String]
  /// The labels of the inspection's dates.
  public var dateLabels: [String]
  /// The labels of the date of publication.
  public var publishedLabels: [String]
  /// The labels of the inspector who led, on the front page or in the body.
  public var leadLabels: [String]
  /// The words behind the name of the inspector who led, where a list of the team says so: `lead inspector`.
  public var leadTitles: [String]
  /// Whether the first line is the day of publication, as on a letter.
  public var opensWithDate: Bool
  /// Whether a month printed without days stands for all its days.
  public var hasWholeMonths: Bool
  /// Wordings with facts among them, wherever they stand: `visit to {body} {dates}`.
  public var patterns: [String]

  /// Creates a front page from its parts.
  public init(
    titles: [String], dateLabels: [String], publishedLabels: [String], leadLabels: [String], leadTitles: [String] = [],
    opensWithDate: Bool = false, hasWholeMonths: Bool = false, patterns: [String] = []
  ) {
    self.titles = titles
    self.dateLabels = dateLabels
    self.publishedLabels = publishedLabels
    self.leadLabels = leadLabels
    self.leadTitles = leadTitles
    self.opensWithDate = opensWithDate
    self.hasWholeMonths = hasWholeMonths
    self.patterns = patterns
  }
}
