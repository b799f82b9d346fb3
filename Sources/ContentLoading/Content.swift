public import Diagnostics
public import Inspections
public import Records

/// The inputs of a site, but for the text of the reports, which are read one by one as the site is built.
public struct Content: Sendable {
  /// The configuration of the site.
  public var configuration: SiteConfiguration
  /// The authorities that reports may be about.
  public var register: AuthorityRegister
  /// The frameworks that reports may follow, in the order of their identifiers.
  public var frameworks: [Framework]
  /// The frameworks whose files have a mistake: they read no report, but identify the reports that can't be read.
  public var flawedFrameworks: [Framework] = []
  /// The themes that recommendations are sorted under.
  public var themes: [Theme] = []
  /// The publisher's statement of the site's accessibility.
  public var accessibility = AccessibilityStatement()
  /// The mistakes that have been put right, in the order of the file.
  public var corrections: [Correction] = []
  /// The record of the reports as the site has shown them, the oldest first; empty for a site that keeps no record.
  public var published: [PublishedReport] = []
  /// Grades that people read where the program shows none.
  public var readings: [ReviewedReading] = []
  /// The publisher's metadata of reports whose files lack them.
  public var metadata = ReportMetadata()
  /// The groups of authorities that are looked at together.
  public var sets: [AuthoritySet] = []
  /// The positions of the authorities on a map of tiles; empty for a site without one.
  public var map: [MapTile] = []
  /// The names of towns and districts by the slug of their authority.
  public var places: [String: [String]] = [:]
  /// The paths of the reports' files, as the user would type them, in order.
  public var reports: [String] = []
  /// The site's own pages in Markdown, in the order of their paths.
  public var pages: [SourceText] = []
  /// The files of `static/`, which are published unchanged.
  public var files: [StaticFile] = []
  /// The problems of the files above.
  public var diagnostics: [Diagnostic] = []
  /// The digest of everything above but the reports and the files that are published unchanged.
  public var digest = Fingerprint(of: [])
  /// The digest of the files that shape how a report is read: frameworks, authorities, and their service bodies.
  public var readingDigest = Fingerprint(of: [])
}
