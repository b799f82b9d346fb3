/// A fact that a pattern of words has a place for, in braces: `visit to {body} {dates}`.
public enum PatternFact: String, Sendable, Hashable, CaseIterable {
  /// The name of the body inspected.
  case body
  /// The number by which registers know the body.
  case identifier
  /// The area that the body is in.
  case area
  /// The days on site.
  case dates
  /// The day of publication.
  case published
  /// Who led.
  case lead
  /// What a joint inspection looked at.
  case theme
  /// The day by which the body must answer.
  case reply
  /// The grade of a judgement.
  case grade

  /// The fact that a word such as `{body}` stands for.
  public init?(placeholder: some StringProtocol) {
    guard placeholder.hasPrefix("{"), placeholder.hasSuffix("}") else { return nil }
    self.init(rawValue: String(placeholder.dropFirst().dropLast()))
  }
}
