import Inspections

/// A title of the framework in a position where it can be a heading or the cell of a table.
struct Heading {
  /// The terms that the title may open; more than one if groups share it.
  let terms: [Vocabulary.Term]
  /// The indices of its first and last lines.
  let firstLine: Int
  let lastLine: Int
  /// The title as printed, on one line.
  var printed: String
  /// The grade on the heading's own line, or in its sentence.
  let grade: GradeMention?
  /// A second grade on the same line, in a row with two columns of grades.
  var secondGrade: GradeMention?
  /// Whether the words of a sentence join title and grade (`is`), and a full stop ends it.
  let isSentence: Bool
  /// Whether there are blank lines between the title's words and the grade.
  var isGradeApart = false
  /// The damaged words of the title that were repaired to the framework's, if any.
  var repaired: String?
  /// The title nearest to the printed one, if the printed one is none of the framework's own phrases.
  var nearest: TitleIndex.Match?
}

/// The heading or grade that was recognised on a line.
enum LineEvent {
  case heading(Heading)
  case grade(GradeMention)
}

/// Recognises titles and grades at the beginnings of lines. Their meaning depends on their position, which is the
/// business of the outline.
struct HeadingScanner {
  let text: ReportText
  let vocabulary: Vocabulary
  /// The inspection's first day, which determines the titles that apply.
  let start: CalendarDate?
  let grades: GradeMatcher
  /// Whether each line may end in a grade.
  let mayEndInGrade: [Bool]

  init(text: ReportText, vocabulary: Vocabulary, start: CalendarDate?) {
    self.text = text
    self.vocabulary = vocabulary
    self.start = start
    grades = GradeMatcher(text: text, vocabulary: vocabulary)
    mayEndInGrade = text.lines.map { $0.isText && vocabulary.mayEndGrade(text.bytes, $0.range) }
  }

  /// Returns the title or grade that begins on a line; a title that is only near to the framework's must be `isApart`
  /// from the sentence above.
  func event(onLine index: Int, isApart: Bool) -> LineEvent? {
    let line = text.lines[index]
    guard line.isText, !line.range.isEmpty else { return nil }
    guard let first = text.firstWord(onLine: index) else { return nil }
    if text.isNumber(first.range) {
      if let mention = grades.gradeAlone(onLine: index) { return .grade(mention) }
      return (numberedHeading(first, index) ?? nearestHeading(onLine: index, isApart: isApart)).map(LineEvent.heading)
    }
    if !line.hasBullet, !text.beginsLowerCase(first.range) {
      let start = WordCursor(text, line: index, blankLimit: 2)
      if vocabulary.titles.mayBegin(with: first.hash), let heading = heading(at: start, first: first, line: index) {
        return .heading(heading)
      }
    }
    if let mention = grades.gradeAlone(onLine: index) { return .grade(mention) }
    return !text.beginsLowerCase(first.range)
      ? nearestHeading(onLine: index, isApart: isApart).map(LineEvent.heading) : nil
  }

  /// Returns a title after its number: `2.1 Adoption performance`. Higher numbers belong to paragraphs.
  private func numberedHeading(_ number: Word, _ index: Int) -> Heading? {
    guard number.end - number.start == 1, !text.lines[index].hasBullet else { return nil }
    var cursor = WordCursor(text, line: index, position: number.end)
    var probe = cursor
    guard var first = probe.next(), probe.lineIndex == index else { return nil }
    if text.isNumber(first.range), first.count == 1 {
      cursor = probe
      guard let second = probe.next(), probe.lineIndex == index else { return nil }
      first = second
    }
    guard !text.beginsLowerCase(first.range) else { return nil }
    let start = WordCursor(text, line: index, position: first.start, blankLimit: 2)
    guard var heading = heading(at: start, first: first, line: index), !heading.isSentence else { return nil }
    heading.printed = "\(text.string(number.start..<first.start)) \(heading.printed)"
    return heading
  }

  /// Returns the heading that a title's words form with the text after them.
  private func heading(at start: WordCursor, first: Word, line index: Int) -> Heading? {
    var cursor = start
    guard let terms = vocabulary.titles.longestMatch(&cursor) else { return tornHeading(at: start, line: index) }
    let titleEnd = cursor
    let printed = text.string(fromLine: index, at: first.start, toLine: cursor.lineIndex, at: cursor.position)
    if text.isTrivial(cursor.rest) {
      let verdict = verdict(below: cursor)
      return Heading(
        terms: terms, firstLine: index, lastLine: verdict?.lastLine ?? cursor.lineIndex,
        printed: closing(printed, cursor), grade: verdict, isSentence: false)
    }
    if opensNotices(terms) {
      return Heading(
        terms: terms, firstLine: index, lastLine: index, printed: printed, grade: nil, isSentence: false)
    }
    guard let mention = grades.linkedGrade(at: &cursor, needsVerb: false) else { return nil }
    var after = cursor
    var secondGrade: GradeMention?
    if let word = after.next(), after.lineIndex == cursor.lineIndex, !text.isTrivial(cursor.rest) {
      if !Vocabulary.reasons.contains(word.hash) {
        after = cursor
        secondGrade = grades.grade(at: &after)
        guard secondGrade?.lastLine == cursor.lineIndex else { return nil }
      }
      guard text.isTrivial(after.rest) else { return nil }
    }
    let isSentence = hasVerb(between: titleEnd, and: mention) && endsWithFullStop(cursor)
    return Heading(
      terms: terms, firstLine: index, lastLine: cursor.lineIndex, printed: closing(printed, titleEnd), grade: mention,
      secondGrade: secondGrade, isSentence: isSentence,
      isGradeApart: text.lines[titleEnd.lineIndex...mention.firstLine].contains(where: \.isBlank))
  }

  /// Returns the grade on the line below a title that is printed as a sentence of two lines: `is good`.
  private func verdict(below title: WordCursor) -> GradeMention? {
    var cursor = title
    guard let mention = grades.linkedGrade(at: &cursor, needsVerb: true), mention.firstLine == mention.lastLine,
      mention.start > text.lines[mention.firstLine].range.lowerBound, cursor.lineIndex == title.lineIndex + 1,
      text.isTrivial(cursor.rest)
    else { return nil }
    return mention
  }

  /// Whether a title opens the publisher's notices, which begin with a sentence; its first words are enough.
  private func opensNotices(_ terms: [Vocabulary.Term]) -> Bool {
    terms.contains { term in
      guard case .section(let section) = term else { return false }
      return vocabulary.framework.sections[section].role == .notices
    }
  }

  /// Returns a title with its grade set into its middle, at the end of a line: two cells of a row read as lines.
  private func tornHeading(at start: WordCursor, line index: Int) -> Heading? {
    var cursor = start
    var mention: GradeMention?
    let terms = vocabulary.titles.interruptedMatch(&cursor) { probe in
      var after = probe
      guard let grade = grades.grade(at: &after), text.isTrivial(after.rest) else { return nil }
      mention = grade
      return after
    }
    guard let terms, let mention, text.isTrivial(cursor.rest) else { return nil }
    let title = text.string(
      fromLine: index, at: text.lines[index].range.lowerBound, toLine: mention.firstLine, at: mention.start)
    let rest = text.string(
      fromLine: mention.lastLine, at: mention.end, toLine: cursor.lineIndex, at: cursor.position)
    return Heading(
      terms: terms, firstLine: index, lastLine: cursor.lineIndex,
      printed: [title, rest].filter { !$0.isEmpty }.joined(separator: " "), grade: mention, isSentence: false)
  }

  /// Adds the closing bracket that the title's words opened: `(LSCB)`.
  private func closing(_ printed: String, _ cursor: WordCursor) -> String {
    printed.utf8.contains(0x28) && !printed.utf8.contains(0x29) && text.bytes[cursor.rest].first == 0x29
      ? printed + ")" : printed
  }

  private func hasVerb(between cursor: WordCursor, and mention: GradeMention) -> Bool {
    if text.bytes[cursor.position..<max(cursor.position, mention.start)].contains(0x3A) { return false }
    var cursor = cursor
    while let word = cursor.next(), word.start < mention.start {
      if Vocabulary.verbs.contains(word.hash) { return true }
    }
    return text.bytes[mention.start..<mention.end].contains(0x20)
  }

  private func endsWithFullStop(_ cursor: WordCursor) -> Bool {
    text.bytes[cursor.rest].contains(0x2E)
  }
}
