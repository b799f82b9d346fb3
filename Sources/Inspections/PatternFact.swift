/// A fact with a placeholder in a pattern, in braces: `visit to {body} {dates}`.
public enum PatternFact: String, Sendable, Hashable, CaseIterable {
  /// The name of the body inspected.
  case body
  /// The number that identifies the body in registers.
  case identifier
  /// The area that the body is in.
  case area
  /// The days on site.
  case dates
  /// The day of publication.
  case published
  /// The inspector who led.
  case lead
  /// The theme of a joint inspection.
  case theme
  /// The day by which the body must answer.
  case reply
  /// The grade of a judgement.
  case grade

  /// Creates the fact for a placeholder such as `{body}`.
  public init?(placeholder: some StringProtocol) {
    guard placeholder.hasPrefix("{"), placeholder.hasSuffix("}") else { return nil }
    self.init(rawValue: String(placeholder.dropFirst().dropLast()))
  }
}
