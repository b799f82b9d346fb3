public import Diagnostics

/// One parsed report: what was inspected, when, what was judged and what was found.
public struct Report: Sendable, Hashable {
  /// The kind of event that the report is about.
  public enum Kind: String, Sendable, Hashable {
    /// A full inspection.
    case inspection
    /// A full inspection that follows a poor one.
    case reinspection
    /// A review of a body other than the council, such as a safeguarding board.
    case review
  }

  /// The file it was read from.
  public var source: Source
  /// The identifier of its framework.
  public var framework: String
  /// The title as printed, on one line.
  public var title: String
  /// The kind of event it is about.
  public var kind: Kind
  /// The strictest licence that the report prints or its publisher names; nil where neither names one.
  public var licence: Licence?
  /// The authority whose services were inspected.
  public var authority: AuthorityReference
  /// The dates of the inspection, and the inspector who led it.
  public var inspection: Inspection
  /// The judgements, in the framework's order.
  public var judgements: [Judgement]
  /// The paragraphs, in the order of the text.
  public var findings: [Finding]
  /// The recommendations, in the order of the text.
  public var recommendations: [Recommendation]
  /// The problems found while it was read.
  public var diagnostics: [Diagnostic]

  /// Creates a report.
  public init(
    source: Source, framework: String, title: String, kind: Kind = .inspection, licence: Licence? = nil,
    authority: AuthorityReference, inspection: Inspection, judgements: [Judgement], findings: [Finding],
    recommendations: [Recommendation], diagnostics: [Diagnostic] = []
  ) {
    self.source = source
    self.framework = framework
    self.title = title
    self.kind = kind
    self.licence = licence
    self.authority = authority
    self.inspection = inspection
    self.judgements = judgements
    self.findings = findings
    self.recommendations = recommendations
    self.diagnostics = diagnostics
  }

  /// The one overall judgement, or nil where the framework has none or several.
  public var overall: Judgement? { judgements.onlyOverall }
}

extension Report {
  /// The file a report was read from.
  public struct Source: Sendable, Hashable {
    /// The path, as the user would type it.
    public var path: String
    /// The SHA-256 of the file's bytes, in hexadecimal.
    public var sha256: String
    /// The detected encoding of the file.
    public var encoding: String
    /// The number of lines.
    public var lines: Int
    /// The lines on which pages begin, except the first page, in order; empty for a text without page breaks.
    public var pageStarts: [Int]
    /// Whether the file is a PDF.
    public var isPDF: Bool
    /// The front matter of the file.
    public var header: FrontMatter

    /// Creates a source.
    public init(
      path: String, sha256: String, encoding: String, lines: Int, pageStarts: [Int] = [],
      isPDF: Bool = false, header: FrontMatter = FrontMatter()
    ) {
      self.path = path
      self.sha256 = sha256
      self.encoding = encoding
      self.lines = lines
      self.pageStarts = pageStarts
      self.isPDF = isPDF
      self.header = header
    }

    /// Returns the page of a line, counted from 1; nil for a text without page breaks.
    public func page(ofLine line: Int) -> Int? {
      guard !pageStarts.isEmpty else { return nil }
      return 1 + (pageStarts.firstIndex { $0 > line } ?? pageStarts.count)
    }
  }

  /// The dates of an inspection, and the inspector who led it.
  public struct Inspection: Sendable, Hashable {
    /// The first day on site; nil if none could be read.
    public var start: CalendarDate?
    /// The last day on site.
    public var end: CalendarDate?
    /// The day of publication, as printed or from the front matter.
    public var published: CalendarDate?
    /// The inspector who led, without titles after the name.
    public var lead: String?
    /// The theme of a joint inspection, as printed.
    public var theme: String?
    /// The day by which the inspected body must send its answer.
    public var reply: CalendarDate?

    /// Creates an inspection.
    public init(
      start: CalendarDate? = nil, end: CalendarDate? = nil, published: CalendarDate? = nil, lead: String? = nil,
      theme: String? = nil, reply: CalendarDate? = nil
    ) {
      self.start = start
      self.end = end
      self.published = published
      self.lead = lead
      self.theme = theme
      self.reply = reply
    }
  }

  /// The inspected authority: the name as printed, and the register's entry if it is known.
  public struct AuthorityReference: Sendable, Hashable {
    /// The name as the report prints it.
    public var printed: String
    /// The register's short name, or the printed one.
    public var name: String
    /// The register's slug, or one made from the printed name.
    public var slug: String
    /// The register's code, if it has one.
    public var gss: String?
    /// Whether the register contains the name.
    public var isRegistered: Bool
    /// The number that the report prints for the authority, where its framework has such numbers.
    public var identifier: String?
    /// The area that the report states for the authority.
    public var area: String?

    /// Creates a reference.
    public init(
      printed: String, name: String, slug: String, gss: String? = nil, isRegistered: Bool, identifier: String? = nil,
      area: String? = nil
    ) {
      self.printed = printed
      self.name = name
      self.slug = slug
      self.gss = gss
      self.isRegistered = isRegistered
      self.identifier = identifier
      self.area = area
    }
  }
}
