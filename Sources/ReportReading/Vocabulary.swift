import Inspections

/// A framework's words, prepared for matching: titles, grades, sentences and labels as phrases.
///
/// Made once for each framework and shared by all reports.
struct Vocabulary: Sendable {
  /// What a title of the framework opens.
  enum Term: Sendable, Equatable {
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
  }

  /// A sentence that states a judgement, in parts.
  struct HeadlinePattern: Sendable {
    /// The index of the judgement.
    let judgement: Int
    /// Whether words may stand between the beginning and the verb.
    let hasGap: Bool
    /// The words after the gap.
    let afterGap: [UInt64]
    /// The words that may not stand in the gap.
    let unless: Set<UInt64>
    /// Whether it is a statement of its own.
    let isStatement: Bool
  }

  /// A sentence of the front page whose wording belongs to one grade.
  struct StandardSentence: Sendable {
    let judgement: Int
    let grade: StatedGrade
    let phrase: PhrasePattern
  }

  let framework: Framework
  let titles: Phrasebook<Term>
  let grades: Phrasebook<StatedGrade>
  let headlines: Phrasebook<HeadlinePattern>
  let standardSentences: [StandardSentence]
  /// The judgements' titles, for finding one inside a sentence.
  let judgementTitles: [PhrasePattern]

  init(_ framework: Framework) {
    self.framework = framework
    judgementTitles = framework.judgements.map { PhrasePattern($0.title) }
    var titles = Phrasebook<Term>()
    for (index, judgement) in framework.judgements.enumerated() {
      for title in [judgement.title] + judgement.variants {
        titles.add(title, .judgement(index, isStatement: false))
      }
      for title in judgement.bodyTitles { titles.add(title, .judgement(index, isStatement: true)) }
    }
    for (index, group) in framework.groups.enumerated() {
      for title in [group.title] + group.variants { titles.add(title, .group(index)) }
    }
    for (index, section) in framework.sections.enumerated() {
      for title in [section.title] + section.variants { titles.add(title, .section(index)) }
    }
    for title in framework.recordTitles { titles.add(title, .record) }
    for (index, timescale) in framework.timescales.enumerated() { titles.add(timescale.title, .timescale(index)) }
    self.titles = titles

    var grades = Phrasebook<StatedGrade>()
    for (index, grade) in framework.scale.grades.enumerated() {
      for form in Set([grade.key, grade.label] + grade.forms) {
        grades.add(form, .step(index))
        if let number = grade.number { grades.add("Grade \(number) \(form)", .step(index)) }
      }
    }
    for form in framework.notJudged { grades.add(form, .notJudged) }
    self.grades = grades

    var headlines = Phrasebook<HeadlinePattern>()
    var standardSentences: [StandardSentence] = []
    for headline in framework.headlines {
      guard let judgement = framework.judgements.firstIndex(where: { $0.id == headline.judgement }) else { continue }
      if let grade = framework.scale.grades.firstIndex(where: { $0.key == headline.grade }) {
        standardSentences.append(
          StandardSentence(judgement: judgement, grade: .step(grade), phrase: PhrasePattern(headline.phrase)))
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
  }

  /// The judgements that the front table of an inspection has as rows, where it has any: not those that a report may
  /// leave out, that only the record has, or that a sentence states.
  func tabled(on start: CalendarDate?) -> Set<Int> {
    let stated = Set(framework.headlines.filter { $0.isStatement && $0.grade == nil }.map(\.judgement))
    return Set(
      framework.judgements.indices.filter { index in
        let judgement = framework.judgements[index]
        let isKnown = start != nil || judgement.since == nil && judgement.until == nil
        return isKnown && judgement.applies(to: start) && !judgement.isOptional && !judgement.isRecordOnly
          && !stated.contains(judgement.id)
      })
  }

  /// Words that may stand between a title and its grade in a statement of now: `is that it is`.
  static let linkingWords: Set<UInt64> = Set(
    ["is", "are", "that", "it", "they", "judged", "to", "be", "as", "overall", "now", "remain", "remains"].map {
      Word.hash(of: $0)
    })

  /// The verbs that a statement of now needs before an adjective.
  static let verbs: Set<UInt64> = Set(["is", "are", "remain", "remains"].map { Word.hash(of: $0) })

  /// Words that after a grade show that it is one of several or a comparison, and not a statement.
  static let hedges: Set<UInt64> = Set(["or", "than"].map { Word.hash(of: $0) })

  /// Words that show that a sentence tells of an earlier time.
  static let past: Set<UInt64> = Set(["was", "were", "had", "when", "since", "previously"].map { Word.hash(of: $0) })

  /// `because`: what may follow a grade at the end of a heading.
  static let reasons: Set<UInt64> = Set(["because"].map { Word.hash(of: $0) })
}
