import Inspections

/// A framework's words, prepared for matching: titles, grades, sentences and labels as phrases.
///
/// Made once for each framework and shared by all reports: a class, since many readers of a report hold it.
final class Vocabulary: Sendable {
  /// The part of a report that a title of the framework opens.
  enum Term: Sendable, Hashable {
    /// The judgement at an index of the framework; `isStatement` where the title is worded as part of a sentence.
    case judgement(Int, isStatement: Bool)
    /// The group at an index.
    case group(Int)
    /// The section at an index.
    case section(Int)
    /// The record of findings.
    case record
    /// The timescale at an index.
    case timescale(Int)

    /// The same, however its title is worded.
    var target: Term { if case .judgement(let index, _) = self { .judgement(index, isStatement: false) } else { self } }
  }

  /// A sentence that states a judgement, in parts.
  struct HeadlinePattern: Sendable {
    /// The index of the judgement.
    let judgement: Int
    /// Whether words may be between the beginning and the verb.
    let hasGap: Bool
    /// The words after the gap.
    let afterGap: [UInt64]
    /// The words that may not be in the gap.
    let unless: Set<UInt64>
    /// Whether it is a statement of its own.
    let isStatement: Bool
  }

  /// A sentence of the front page whose wording belongs to one grade.
  struct StandardSentence: Sendable {
    let judgement: Int
    let grade: StatedGrade
    let phrase: TextPattern
  }

  /// A sentence with a place for the grade of a judgement.
  struct SentencePattern: Sendable {
    let judgement: Int
    let pattern: TextPattern
    let isStatement: Bool
    let reach: Headline.Reach
  }

  let framework: Framework
  let titles: PhraseTrie<Term>
  let grades: PhraseTrie<StatedGrade>
  /// The two letters that a grade's words end in.
  private let gradeEnds: WordSet
  let headlines: PhraseTrie<HeadlinePattern>
  let standardSentences: [StandardSentence]
  let sentencePatterns: [SentencePattern]
  /// The judgements' titles, for finding one inside a sentence.
  let judgementTitles: [TextPattern]
  /// Telling words of the titles that are not the overall judgement's.
  private let partWords: WordSet
  /// The judgements' titles, for naming a row of a table by the nearest.
  let rows: TitleIndex
  /// All titles, for naming a heading by the nearest.
  let headings: TitleIndex

  /// Prepares a framework's words; a list of what must improve may be headed as another of the frameworks heads it.
  init(_ framework: Framework, among frameworks: [Framework] = []) {
    self.framework = framework
    judgementTitles = framework.judgements.map { TextPattern($0.title) }
    var terms: [(title: String, term: Term)] = []
    for (index, judgement) in framework.judgements.enumerated() {
      terms += ([judgement.title] + judgement.variants).map { ($0, .judgement(index, isStatement: false)) }
      terms += judgement.bodyTitles.map { ($0, .judgement(index, isStatement: true)) }
    }
    rows = TitleIndex(terms)
    partWords = TitleIndex.tellingWords(
      of: framework.judgements.filter { !$0.isOverall }.map(\.title),
      without: framework.judgements.filter(\.isOverall).map(\.title))
    for (index, group) in framework.groups.enumerated() {
      terms += ([group.title] + group.variants).map { ($0, .group(index)) }
    }
    for (index, section) in framework.sections.enumerated() {
      terms += ([section.title] + section.variants).map { ($0, .section(index)) }
    }
    terms += framework.recordTitles.map { ($0, .record) }
    terms += framework.timescales.enumerated().map { ($0.element.title, .timescale($0.offset)) }
    for role in [SectionDefinition.Role.improvements, .priorityActions] {
      guard let own = framework.sections.firstIndex(where: { $0.role == role }) else { continue }
      let others = frameworks.flatMap(\.sections).filter { $0.role == role }.map(\.title)
      let known = Set(terms.map { Word.hashes(of: $0.title) })
      terms += Set(others).sorted().filter { !known.contains(Word.hashes(of: $0)) }.map { ($0, .section(own)) }
    }
    headings = TitleIndex(terms)
    var titles = PhraseTrie<Term>()
    for (title, term) in terms { titles.add(title, term) }
    self.titles = titles

    var grades = PhraseTrie<StatedGrade>()
    for (index, grade) in framework.scale.grades.enumerated() {
      for form in Set([grade.key, grade.label] + grade.forms) {
        grades.add(form, .step(index))
        grades.add("Grade \(form)", .step(index))
        guard let number = grade.number else { continue }
        for printed in [
          "Grade \(number)", "Grade \(number) \(form)", "\(form) Grade \(number)", "\(form) \(number)",
          "\(number) \(form)",
        ] {
          grades.add(printed, .step(index))
        }
      }
    }
    for form in framework.notJudged { grades.add(form, .notJudged) }
    self.grades = grades
    let forms = framework.scale.grades.flatMap { [$0.key, $0.label] + $0.forms } + framework.notJudged
    gradeEnds = WordSet((forms + ["Grade"]).map { $0.lowercased().utf8.suffix(2).reduce(0) { $0 << 8 | UInt64($1) } })

    var headlines = PhraseTrie<HeadlinePattern>()
    var standardSentences: [StandardSentence] = []
    var sentencePatterns: [SentencePattern] = []
    for headline in framework.headlines {
      guard let judgement = framework.judgements.firstIndex(where: { $0.id == headline.judgement }) else { continue }
      if headline.isPattern {
        sentencePatterns.append(
          SentencePattern(
            judgement: judgement, pattern: TextPattern(headline.phrase), isStatement: headline.isStatement,
            reach: headline.reach))
        continue
      }
      if let grade = framework.scale.grades.firstIndex(where: { $0.key == headline.grade }) {
        standardSentences.append(
          StandardSentence(judgement: judgement, grade: .step(grade), phrase: TextPattern(headline.phrase)))
        continue
      }
      let parts = headline.phrase.split(separator: "…", maxSplits: 1, omittingEmptySubsequences: false)
      headlines.add(
        String(parts[0]),
        HeadlinePattern(
          judgement: judgement, hasGap: parts.count > 1,
          afterGap: parts.count > 1 ? Word.hashes(of: String(parts[1])) : [],
          unless: Set(headline.unless.map { Word.hash(of: $0) }), isStatement: headline.isStatement))
    }
    self.headlines = headlines
    self.standardSentences = standardSentences
    self.sentencePatterns = sentencePatterns
  }

  /// The judgements that the front table of an inspection has as rows, where it has any: not those that a report may
  /// leave out, that only the record has, or that a sentence states, in this framework or in this report.
  func tabled(on start: CalendarDate?, stated here: [EvidenceCandidate]) -> Set<Int> {
    let stated = Set(framework.headlines.filter { $0.isStatement && $0.grade == nil }.map(\.judgement))
      .union(here.filter { $0.weight == .statement }.map { framework.judgements[$0.judgement].id })
    return Set(
      framework.judgements.indices.filter { index in
        let judgement = framework.judgements[index]
        let isKnown = start != nil || judgement.since == nil && judgement.until == nil
        return isKnown && judgement.applies(to: start) && !judgement.isOptional && !judgement.isRecordOnly
          && !stated.contains(judgement.id)
      })
  }

  /// Whether a judgement is stated by a sentence under its own heading, so that this heading is the body's.
  func isStatedInSection(_ judgement: Int) -> Bool {
    sentencePatterns.contains { $0.judgement == judgement && $0.reach == .section }
  }

  /// Whether a range may end in a grade: its last letters are those of a grade's last word.
  func mayEndGrade(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var end = range.upperBound
    while end > range.lowerBound, !Fold.isWordASCII(bytes[end - 1]) || bytes[end - 1].isASCIIDigit { end -= 1 }
    guard end - range.lowerBound > 1 else { return false }
    return gradeEnds.contains(UInt64(Fold.lowercased(bytes[end - 2])) << 8 | UInt64(Fold.lowercased(bytes[end - 1])))
  }

  /// The framework's only overall judgement that applies on a day.
  func onlyOverall(on start: CalendarDate?) -> Int? {
    let overall = framework.judgements.indices.filter { framework.judgements[$0].isOverall }
    guard overall.count == 1, framework.judgements[overall[0]].applies(to: start) else { return nil }
    return overall[0]
  }

  /// Whether the subject of a sentence is the services as a whole: it says `overall`, or is about services and
  /// nothing that only some of the judgements are about.
  func isWhole(_ subject: [Word], in text: ReportText) -> Bool {
    let stems = subject.map { $0.stem(in: text.bytes) }
    return stems.contains { $0 == Self.overall || $0 == Self.service } && !stems.contains(where: partWords.contains)
  }

  static let overall = Word.hash(of: "overall")
  private static let service = Word.hash(of: "service")

  /// Words that may be between a title and its grade in a statement of now: `is that it is`.
  static let linkingWords: WordSet = [
    "is", "are", "that", "it", "they", "judged", "to", "be", "as", "overall", "now", "remain", "remains",
  ]

  /// The verbs that a statement of now needs before an adjective.
  static let verbs: WordSet = ["is", "are", "remain", "remains"]

  static let articles: WordSet = ["a", "an"]

  static let auxiliaries: WordSet = ["has", "have", "do", "does", "can", "will"]

  /// Words that after a grade show that it is one of several or a comparison, and not a statement.
  static let hedges: WordSet = ["or", "than"]

  /// Words that show that a sentence is about an earlier time.
  static let past: WordSet = ["was", "were", "had", "when", "since", "previously"]

  /// Words that say that inspectors judged something, now or then.
  static let judging: WordSet = ["judged", "judge", "graded", "found"]

  /// Words that make a sentence something other than a statement of what is.
  static let doubts: WordSet = [
    "if", "would", "could", "may", "might", "must", "likely", "than", "whether", "until", "when", "unless", "had",
    "exception", "one",
  ]

  /// Words whose half of a sentence is about a part: `While services … are good, …`
  static let concessions: WordSet = ["while", "whilst", "although", "though", "whereas"]

  /// `there`: what is said to be is no judgement.
  static let existence = Word.hash(of: "there")

  /// `not`: what a sentence that begins with it says of all is not so.
  static let denial = Word.hash(of: "not")

  /// Words that a grade with `to` before it is the aim of.
  static let aims: WordSet = ["improvement", "improvements", "order", "need", "needs", "needed"]
  static let infinitive = Word.hash(of: "to")

  /// Words right before a grade that join it to what it is said of.
  static let joints: WordSet = [
    "is", "are", "be", "as", "remain", "remains", "now", "therefore", "read", "but", "judged", "graded", "overall",
  ]

  /// Words of a heading about an earlier inspection.
  static let earlier: WordSet = ["previous", "previously", "last", "earlier", "prior", "former", "past"]

  /// Pairs of words, the second without a plural's `s`, that name an establishment with inspections of its own.
  static let establishments: [(UInt64, UInt64)] = [
    ("children’s", "home"), ("residential", "home"), ("secure", "home"), ("care", "home"),
    ("fostering", "service"), ("fostering", "agency"), ("adoption", "agency"), ("adoption", "service"),
    ("residential", "school"), ("special", "school"), ("family", "centre"),
  ].map { (Word.hash(of: $0.0), Word.hash(of: $0.1)) }

  /// `because`: what may follow a grade at the end of a heading.
  static let reasons: WordSet = ["because"]
}
