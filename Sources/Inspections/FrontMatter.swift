internal import Diagnostics

/// The publisher's statements about a report, from the front matter of its file, between two lines of `---`. Every key
/// is optional; an unknown key is an error.
public struct FrontMatter: Sendable, Hashable {
  /// `summary-of`: the title of the published report that this text summarises; nil for a report's own text.
  public var summaryOf: String?
  /// `publisher`: who published the report.
  public var publisher: String?
  /// `source`: the URL of the official report.
  public var sourceURL: String?
  /// `licence`: `ogl-3` or `non-commercial`, where the text names none or a freer one.
  public var licence: Licence?
  /// `licence-reason`: why the licence is freer than the notice that the text prints.
  public var licenceReason: String?
  /// `published`: the day of publication, where the text prints none.
  public var published: CalendarDate?

  /// Creates front matter.
  public init(
    summaryOf: String? = nil, publisher: String? = nil, sourceURL: String? = nil, licence: Licence? = nil,
    licenceReason: String? = nil, published: CalendarDate? = nil
  ) {
    self.summaryOf = summaryOf
    self.publisher = publisher
    self.sourceURL = sourceURL
    self.licence = licence
    self.licenceReason = licenceReason
    self.published = published
  }
}

extension FrontMatter {
  /// The keys that front matter may have.
  public static let keys = ["summary-of", "publisher", "source", "licence", "licence-reason", "published"]

  /// Sets a key from its text; returns a problem, if there is one.
  public mutating func set(_ key: String, _ value: String) -> String? {
    guard !value.isEmpty else { return "“\(key)” has no value" }
    switch key {
    case "summary-of": summaryOf = value
    case "publisher": publisher = value
    case "licence":
      guard let licence = Licence(named: value) else {
        return "“\(value)” is no licence known here\(Licence.names.hint(for: value))"
      }
      self.licence = licence
    case "licence-reason": licenceReason = value
    case "source":
      guard ExternalURL(value) != nil else {
        return "“source” must be a web address that begins with https:// or http://"
      }
      sourceURL = value
    case "published":
      guard let date = CalendarDate(iso: value) else { return "“published” must be a date such as 2011-01-24" }
      published = date
    default:
      return "unknown key “\(key)”\(Self.keys.hint(for: key))"
    }
    return nil
  }
}
