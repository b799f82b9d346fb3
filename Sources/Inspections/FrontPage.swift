/// The phrases of the front page that identify a framework's reports, however their lines are broken.
public struct Recognition: Sendable, Hashable {
  /// Phrases of which one is enough; `…` matches up to a dozen words.
  public var phrases: [String]
  /// Phrases that mark a re-inspection.
  public var reinspection: [String]
  /// Phrases that mark a review of a body other than the council.
  public var review: [String]

  /// Creates a recognition.
  public init(phrases: [String], reinspection: [String] = [], review: [String] = []) {
    self.phrases = phrases
    self.reinspection = reinspection
    self.review = review
  }
}

/// The facts on a front page, and their labels.
public struct FrontPage: Sendable, Hashable {
  /// The wordings of the title around the body: `Inspection of {body} children's services`. Without a `{body}` the name
  /// is beside the title, on the lines before or after it.
  public var titles: [String]
  /// The labels of the inspection's dates.
  public var dateLabels: [String]
  /// The labels of the date of publication.
  public var publishedLabels: [String]
  /// The labels of the inspector who led, on the front page or in the body.
  public var leadLabels: [String]
  /// The words after the name of the inspector who led, in a list of the team: `lead inspector`.
  public var leadTitles: [String]
  /// Whether the first line is the day of publication, as on a letter.
  public var opensWithDate: Bool
  /// Whether a month printed without days means all its days.
  public var hasWholeMonths: Bool
  /// Patterns with facts in them, which may occur anywhere: `visit to {body} {dates}`.
  public var patterns: [String]

  /// Creates a front page.
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
