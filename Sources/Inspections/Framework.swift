/// The judgements of an inspectorate, their words, and the layout of its reports. Frameworks are data
/// (`Content/frameworks/*.yaml`): a new one is a new file, and no Swift code names one.
public struct Framework: Sendable, Hashable {
  /// The identifier in data files and URLs: `ofsted-slac`.
  public var id: String
  /// The full name.
  public var name: String
  /// The name in tables and badges.
  public var shortName: String
  /// The name of the inspectorate.
  public var inspectorate: String
  /// The years it applied, as words: `2009 to 2012`.
  public var years: String
  /// The year of its first inspections, where it is known.
  public var began: Int?
  /// The year of its last inspections; nil while it applies.
  public var ended: Int?
  /// The identifiers of the frameworks that it replaced.
  public var succeeds: [String]
  /// The service it inspects, where its file names it; frameworks that follow each other inspect one service.
  public var service: ServiceName?
  /// The kind of body it inspects.
  public var bodies: BodyKind
  /// A one-sentence description in the project's own words.
  public var summary: String
  /// The phrases that identify its reports.
  public var recognition: Recognition
  /// The facts on its front page, and their labels.
  public var front: FrontPage
  /// The grades it uses, best first.
  public var scale: GradeScale
  /// The words printed instead of a grade where nothing was judged.
  public var notJudged: [String]
  /// The groups of its judgements; empty for most frameworks.
  public var groups: [JudgementGroup]
  /// The judgements, in the order of its reports.
  public var judgements: [JudgementDefinition]
  /// Sentences that state an overall judgement.
  public var headlines: [Headline]
  /// The headings of the record of findings.
  public var recordTitles: [String]
  /// The headings that are not judgements.
  public var sections: [SectionDefinition]
  /// The words that open lists of improvements with a deadline.
  public var timescales: [Timescale]
  /// The name of the file that describes it.
  public var file: String

  /// Creates a framework.
  public init(
    id: String, name: String, shortName: String, inspectorate: String, years: String, began: Int? = nil,
    ended: Int? = nil, succeeds: [String] = [], service: ServiceName? = nil, bodies: BodyKind = .authority,
    summary: String,
    recognition: Recognition, front: FrontPage, scale: GradeScale, notJudged: [String] = [], groups: [JudgementGroup],
    judgements: [JudgementDefinition], headlines: [Headline], recordTitles: [String], sections: [SectionDefinition],
    timescales: [Timescale]
  ) {
    self.id = id
    file = "\(id).yaml"
    self.name = name
    self.shortName = shortName
    self.inspectorate = inspectorate
    self.years = years
    self.began = began
    self.ended = ended
    self.succeeds = succeeds
    self.service = service
    self.bodies = bodies
    self.summary = summary
    self.recognition = recognition
    self.front = front
    self.scale = scale
    self.notJudged = notJudged
    self.groups = groups
    self.judgements = judgements
    self.headlines = headlines
    self.recordTitles = recordTitles
    self.sections = sections
    self.timescales = timescales
  }
}

/// A group of judgements, such as one of the two halves of an older report.
public struct JudgementGroup: Sendable, Hashable {
  /// The identifier, unique in the framework.
  public var id: String
  /// The heading that opens the group.
  public var title: String
  /// Other printed forms of the heading.
  public var variants: [String]

  /// Creates a group.
  public init(id: String, title: String, variants: [String] = []) {
    self.id = id
    self.title = title
    self.variants = variants
  }
}

/// One judgement of a framework.
public struct JudgementDefinition: Sendable, Hashable {
  /// The identifier, unique in the framework.
  public var id: String
  /// The identifier of its group, if any.
  public var group: String?
  /// The title.
  public var title: String
  /// Other titles of the judgement, in tables and headings alike.
  public var variants: [String]
  /// Titles of the judgement in the body only; there `title` may head something else.
  public var bodyTitles: [String]
  /// The identifier of the scale it is graded on; nil for the framework's usual one.
  public var scale: String?
  /// Whether it is the overall judgement, or one of several.
  public var isOverall: Bool
  /// Whether a report may leave it out without anything being missing.
  public var isOptional: Bool
  /// Whether only the record of findings is expected to state it.
  public var isRecordOnly: Bool
  /// The first inspection start date to which it applies.
  public var since: CalendarDate?
  /// The last inspection start date to which it applies.
  public var until: CalendarDate?
  /// The identifier of the judgement that this one was part of before it was judged separately. The site may show a
  /// fork, but never a change for better or worse.
  public var splitOf: String?
  /// Judgements of earlier frameworks on a related question, with another title or on another scale. The site may show
  /// them side by side, but never as the same measure.
  public var kin: [JudgementReference]
  /// Its column in the overview with one row for each authority, if any.
  public var overview: OverviewColumn?

  /// Creates a definition.
  public init(
    id: String, group: String? = nil, title: String, variants: [String] = [], bodyTitles: [String] = [],
    scale: String? = nil, isOverall: Bool = false, isOptional: Bool = false, isRecordOnly: Bool = false,
    since: CalendarDate? = nil,
    until: CalendarDate? = nil, splitOf: String? = nil, kin: [JudgementReference] = [],
    overview: OverviewColumn? = nil
  ) {
    self.id = id
    self.group = group
    self.title = title
    self.variants = variants
    self.bodyTitles = bodyTitles
    self.scale = scale
    self.isOverall = isOverall
    self.isOptional = isOptional
    self.isRecordOnly = isRecordOnly
    self.since = since
    self.until = until
    self.splitOf = splitOf
    self.kin = kin
    self.overview = overview
  }

  /// Whether it applies to an inspection that started on this day; true if the day is unknown.
  public func applies(to start: CalendarDate?) -> Bool {
    guard let start else { return true }
    if let since, start < since { return false }
    if let until, start > until { return false }
    return true
  }
}

/// A sentence that states a judgement, recognised by its beginning or by a pattern.
public struct Headline: Sendable, Hashable {
  /// The identifier of the judgement.
  public var judgement: String
  /// The beginning of the sentence, up to the verb; `…` matches up to a dozen words of the same sentence.
  public var phrase: String
  /// Whether it is a statement of its own, as on a front page, or only confirms another.
  public var isStatement: Bool
  /// Words that may not occur in the gap: with them the sentence is about a part only.
  public var unless: [String]
  /// The key of the grade that this sentence implies, where the phrase is a whole standard sentence that names none.
  public var grade: String?
  /// Whether it is a pattern with a placeholder for the grade, `outcomes were {grade}`, not a sentence's beginning.
  public var isPattern: Bool { phrase.contains("{grade}") }
  /// The part of the report in which a pattern is searched.
  public var reach: Reach

  /// A part of the report in which a pattern is searched.
  public enum Reach: String, Sendable, Hashable, CaseIterable {
    /// In the whole text.
    case anywhere
    /// On the front page.
    case front
    /// Under the judgement's own heading.
    case section
  }

  /// Creates a headline.
  public init(
    judgement: String, phrase: String, isStatement: Bool = true, unless: [String] = [], grade: String? = nil,
    reach: Reach = .anywhere
  ) {
    self.judgement = judgement
    self.phrase = phrase
    self.isStatement = isStatement
    self.unless = unless
    self.grade = grade
    self.reach = reach
  }
}

/// A heading that is not a judgement, and the role of the text under it.
public struct SectionDefinition: Sendable, Hashable {
  /// The role of the text under a heading.
  public enum Role: String, Sendable, Hashable, CaseIterable {
    /// The list of contents.
    case contents
    /// The heads of a table's columns; they occur between a title and its grade and are ignored.
    case tableHead
    /// The head of the column that says who must act on each item of a list.
    case responsibleHead
    /// Paragraphs.
    case text
    /// Paragraphs of the judgement that they stand under, if they stand under one.
    case part
    /// Areas for improvement.
    case improvements
    /// Areas for priority action.
    case priorityActions
    /// The meanings of the grades: no grade under it is a judgement.
    case scale
    /// Earlier inspections: no grade under it is a judgement of this one.
    case history
    /// The publisher's own notices at the end.
    case notices

    /// Whether the text is a list of what must improve.
    public var isList: Bool { self == .improvements || self == .priorityActions }
  }

  /// The heading.
  public var title: String
  /// Other printed forms of the heading.
  public var variants: [String]
  /// The role of the text under it.
  public var role: Role
  /// Whether the items of its list are paragraphs that state a duty, with bullets only inside them.
  public var hasParagraphItems: Bool
  /// Whether it is one row of a table, which excludes its own grade and no later ones.
  public var isRow: Bool

  /// Creates a definition.
  public init(title: String, variants: [String] = [], role: Role, hasParagraphItems: Bool = false, isRow: Bool = false)
  {
    self.title = title
    self.variants = variants
    self.role = role
    self.hasParagraphItems = hasParagraphItems
    self.isRow = isRow
  }
}

/// Words that open a list of improvements, and the time they allow.
public struct Timescale: Sendable, Hashable {
  /// The words, without the colon.
  public var title: String
  /// The months from publication to the due date; 0 is the day of publication.
  public var months: Int

  /// Creates a timescale.
  public init(title: String, months: Int) {
    self.title = title
    self.months = months
  }
}

extension Framework {
  /// Returns the judgement with this identifier.
  public func judgement(_ id: String) -> JudgementDefinition? { judgements.first { $0.id == id } }

  /// Returns the titles of a judgement's group and the judgement, which distinguish it from others of the same title.
  public func fullTitle(of judgement: JudgementDefinition) -> String {
    [group(judgement.group)?.title, judgement.title].compactMap { $0 }.joined(separator: ": ")
  }

  /// Returns the group with this identifier.
  public func group(_ id: String?) -> JudgementGroup? { id.flatMap { id in groups.first { $0.id == id } } }
}
