public import Diagnostics
public import Fingerprinting
public import Inspections

/// Everything a site is made from, but for the text of the reports, which are read one by one as the site is built.
public struct Content: Sendable {
  /// What the site says of itself.
  public var configuration: SiteConfiguration
  /// The authorities that reports may be about.
  public var register: AuthorityRegister
  /// The frameworks that reports may follow, in the order of their identifiers.
  public var frameworks: [Framework]
  /// Those whose files have a mistake: they read nothing, and tell whose reports can't be read.
  public var flawedFrameworks: [Framework] = []
  /// The themes that points to improve are sorted under.
  public var themes: [Theme] = []
  /// What the publisher states of the site's accessibility.
  public var accessibility = AccessibilityStatement()
  /// What was wrong and has been put right, in the order of the file.
  public var corrections: [Correction] = []
  /// What the site has shown of its reports, the oldest first; empty for a site that keeps no record.
  public var published: [PublishedReport] = []
  /// Grades that people read where the program shows none.
  public var readings: [ReviewedReading] = []
  /// What the publisher says of reports whose files don't.
  public var metadata = ReportMetadata()
  /// Authorities that are looked at together.
  public var sets: [AuthoritySet] = []
  /// Where the authorities stand on a map of tiles; empty for a site without one.
  public var map: [MapTile] = []
  /// The names of towns and districts by the slug of their authority.
  public var places: [String: [String]] = [:]
  /// The paths of the reports' files, as the user would type them, in order.
  public var reports: [String] = []
  /// The site's own pages in Markdown, in the order of their paths.
  public var pages: [SourceText] = []
  /// The files of `static/`, which are published as they are.
  public var files: [StaticFile] = []
  /// Everything that is wrong with the files above.
  public var diagnostics: [Diagnostic] = []
  /// The digest of everything above but the reports and the files that are published as they are.
  public var digest = Fingerprint(of: [])
  /// The digest of what shapes how a report is read: frameworks, authorities, and whoever runs services for them.
  public var readingDigest = Fingerprint(of: [])
}
