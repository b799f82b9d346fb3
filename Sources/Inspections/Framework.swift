/// What an inspectorate judges, in which words, and how its reports are laid out. Frameworks are data
/// (`Content/frameworks/*.yaml`): a new one is a new file, and no Swift names one.
public struct Framework: Sendable, Hashable {
  /// The identifier in data files and addresses: `ofsted-slac`.
  public var id: String
  /// The full name.
  public var name: String
  /// The name in tables and badges.
  public var shortName: String
  /// Who inspects.
  public var inspectorate: String
  /// The years it applied, as words: `2009 to 2012`.
  public var years: String
  /// The year of its first inspections, where it is known.
  public var began: Int?
  /// The year of its last inspections; nil while it applies.
  public var ended: Int?
  /// The identifiers of the frameworks whose place it took.
  public var succeeds: [String]
  /// The service it inspects, where its file names it; frameworks that follow each other inspect one service.
  public var service: ServiceName?
  /// What bodies it inspects.
  public var bodies: BodyKind
  /// What it is, in a sentence of the project's own.
  public var summary: String
  /// How its reports are recognised among others.
  public var recognition: Recognition
  /// What its front page prints, and under which labels.
  public var front: FrontPage
  /// The words it answers with, best first.
  public var scale: GradeScale
  /// The words that stand in place of a grade where nothing was judged.
  public var notJudged: [String]
  /// The groups its judgements stand in; empty for most frameworks.
  public var groups: [JudgementGroup]
  /// The judgements, in the order of its reports.
  public var judgements: [JudgementDefinition]
  /// Sentences that state an overall judgement.
  public var headlines: [Headline]
  /// The headings of the record of findings.
  public var recordTitles: [String]
  /// The headings that are not judgements.
  public var sections: [SectionDefinition]
  /// The words that open lists of what must improve by when.
  public var timescales: [Timescale]

  /// Creates a framework from its parts.
  public init(
    id: String, name: String, shortName: String, inspectorate: String, years: String, began: Int? = nil,
    ended: Int? = nil, succeeds: [String] = [], service: ServiceName? = nil, bodies: BodyKind = .authority,
    summary: String,
    recognition: Recognition, front: FrontPage, scale: GradeScale, notJudged: [String] = [], groups: [JudgementGroup],
    judgements: [JudgementDefinition], headlines: [Headline], recordTitles: [String], sections: [SectionDefinition],
    timescales: [Timescale]
  ) {
    self.id = id
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

  /// Creates a group from its parts.
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
  /// The identifier of the group it stands in, if any.
  public var group: String?
  /// The title.
  public var title: String
  /// Titles that print it in tables and headings alike, beside `title`.
  public var variants: [String]
  /// Titles that print it in the body only; there `title` may head something else.
  public var bodyTitles: [String]
  /// The identifier of the scale it is graded on; nil for the framework's usual one.
  public var scale: String?
  /// Whether it is the overall judgement, or one of several.
  public var isOverall: Bool
  /// Whether a report may leave it out without anything being missing.
  public var isOptional: Bool
  /// Whether its statement in the record of findings is the only one to expect.
  public var isRecordOnly: Bool
  /// The first day on which an inspection that starts has this judgement.
  public var since: CalendarDate?
  /// The last such day.
  public var until: CalendarDate?
  /// The identifier of the judgement that this one was part of before it was judged apart: what may be shown as a fork,
  /// and never as better or worse.
  public var splitOf: String?
  /// Judgements of earlier frameworks that ask a related question under another title or on another scale: what may be
  /// shown side by side, and never as the same measure.
  public var kin: [JudgementReference]
  /// The column of the overview of one row an authority that its grade stands in, if any.
  public var overview: OverviewColumn?

  /// Creates a definition from its parts.
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

  /// Whether an inspection that started on this day had the judgement; one with no known day may have had any.
  public func applies(to start: CalendarDate?) -> Bool {
    guard let start else { return true }
    if let since, start < since { return false }
    if let until, start > until { return false }
    return true
  }
}

/// A sentence that states a judgement, told by how it begins.
public struct Headline: Sendable, Hashable {
  /// The identifier of the judgement it states.
  public var judgement: String
  /// How it begins, up to the verb; `…` stands for up to a dozen words of the same sentence.
  public var phrase: String
  /// Whether it is a statement of its own, as on a front page, or only confirms what another place states.
  public var isStatement: Bool
  /// Words that may not stand in the gap: with them the sentence tells of a part only.
  public var unless: [String]
  /// The key of the grade to which this wording belongs, where the phrase is a whole standard sentence that names none.
  public var grade: String?
  /// Whether it is a pattern with a place for the grade, `outcomes were {grade}`, and not the beginning of a sentence.
  public var isPattern: Bool { phrase.contains("{grade}") }
  /// Where a pattern is looked for.
  public var reach: Reach

  /// Where a pattern is looked for.
  public enum Reach: String, Sendable, Hashable, CaseIterable {
    /// In the whole text.
    case anywhere
    /// On the front page.
    case front
    /// Under the judgement's own heading.
    case section
  }

  /// Creates a headline from its parts.
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

/// A heading that is not a judgement, and what stands under it.
public struct SectionDefinition: Sendable, Hashable {
  /// What stands under a heading.
  public enum Role: String, Sendable, Hashable, CaseIterable {
    /// The list of contents.
    case contents
    /// The heads of a table's columns; they stand between a title and its grade and mean nothing.
    case tableHead
    /// The head of the column that says who must act on each item of a list.
    case responsibleHead
    /// Paragraphs.
    case text
    /// What must improve.
    case improvements
    /// What must improve at once.
    case priorityActions
    /// What the grades mean: no grade under it is a judgement.
    case scale
    /// Earlier inspections: no grade under it is a judgement of this one.
    case history
    /// The publisher's own notices at the end.
    case notices
  }

  /// The heading.
  public var title: String
  /// Other printed forms.
  public var variants: [String]
  /// What stands under it.
  public var role: Role
  /// Whether the items of its list are paragraphs that say what somebody should do, with bullets only inside them.
  public var hasParagraphItems: Bool
  /// Whether it is one row of a table, which silences its own grade and nothing behind it.
  public var isRow: Bool

  /// Creates a definition from its parts.
  public init(title: String, variants: [String] = [], role: Role, hasParagraphItems: Bool = false, isRow: Bool = false)
  {
    self.title = title
    self.variants = variants
    self.role = role
    self.hasParagraphItems = hasParagraphItems
    self.isRow = isRow
  }
}

/// Words that open a list of what must improve, and how long that gives.
public struct Timescale: Sendable, Hashable {
  /// The words, without the colon.
  public var title: String
  /// The months from publication to the due date; 0 is the day of publication.
  public var months: Int

  /// Creates a timescale from its parts.
  public init(title: String, months: Int) {
    self.title = title
    self.months = months
  }
}

extension Framework {
  /// The judgement with this identifier.
  public func judgement(_ id: String) -> JudgementDefinition? { judgements.first { $0.id == id } }

  /// The title of a judgement behind that of its group, which tells it from others of the same title.
  public func fullTitle(of judgement: JudgementDefinition) -> String {
    [group(judgement.group)?.title, judgement.title].compactMap { $0 }.joined(separator: ": ")
  }

  /// The group with this identifier.
  public func group(_ id: String?) -> JudgementGroup? { id.flatMap { id in groups.first { $0.id == id } } }
}
