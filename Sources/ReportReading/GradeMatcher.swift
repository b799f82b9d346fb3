/// A statement that a report can make about a judgement.
enum StatedGrade: Hashable, Sendable {
  /// The grade at an index of the scale.
  case step(Int)
  /// Nothing was judged.
  case notJudged
}

/// The words of a grade at one position of the text.
struct GradeMention: Equatable {
  /// The grade that the words state.
  let grade: StatedGrade
  /// The indices of the lines of its first and last words.
  let firstLine: Int
  let lastLine: Int
  /// The offsets of the beginning and the end of its words.
  let start: Int
  let end: Int
  /// The damaged words that were repaired to the grade's, if any.
  var repaired: String?
}

/// Finds grade words where they can be statements.
struct GradeMatcher {
  let text: ReportText
  let vocabulary: Vocabulary

  /// Returns the grade that the next words state, and moves the cursor past it.
  func grade(at cursor: inout WordCursor) -> GradeMention? {
    let start = cursor
    guard let grade = vocabulary.grades.longestMatch(&cursor)?.first else { return nil }
    return mention(of: grade, from: start, to: cursor)
  }

  /// Returns the grade that the next words state if a damaged word is repaired, and moves the cursor past it.
  func repairedGrade(at cursor: inout WordCursor) -> GradeMention? {
    guard let repair = vocabulary.grades.repairedMatch(cursor, in: text), let grade = repair.values.first else {
      return nil
    }
    let start = cursor
    cursor = repair.cursor
    return mention(of: grade, from: start, to: cursor, repaired: text.words(of: repair.damaged))
  }

  private func mention(
    of grade: StatedGrade, from start: WordCursor, to end: WordCursor, repaired: String? = nil
  ) -> GradeMention? {
    var start = start
    guard let first = start.next() else { return nil }
    return GradeMention(
      grade: grade, firstLine: start.lineIndex, lastLine: end.lineIndex, start: first.start, end: end.position,
      repaired: repaired)
  }

  /// Returns the grade that is alone on a line, or on it and the lines over which its words run.
  func gradeAlone(onLine index: Int) -> GradeMention? {
    let line = text.lines[index]
    guard line.range.count < 60, !line.range.isEmpty else { return nil }
    let start = WordCursor(text, line: index, blankLimit: 1)
    var cursor = start
    if let mention = grade(at: &cursor), text.isTrivial(cursor.rest) || bracketed(after: mention) != nil {
      return mention
    }
    cursor = start
    guard line.range.count < 40, let mention = repairedGrade(at: &cursor), text.isTrivial(cursor.rest) else {
      return nil
    }
    return mention
  }

  /// Returns another grade in brackets after a grade, which contradicts it: `Grade 1 (inadequate)`.
  func bracketed(after mention: GradeMention) -> GradeMention? {
    var cursor = WordCursor(text, line: mention.lastLine, position: mention.end)
    guard text.bytes[cursor.rest].first(where: { $0 > 0x20 }) == 0x28, let second = grade(at: &cursor),
      second.grade != mention.grade, text.isTrivial(cursor.rest)
    else { return nil }
    return second
  }

  /// Reads words such as `is that it is`, if any, then a grade. A verb is required if `needsVerb`, unless the grade's
  /// own words begin with a verb (`requires improvement`).
  func linkedGrade(at cursor: inout WordCursor, needsVerb: Bool) -> GradeMention? {
    var probe = cursor
    var sawVerb = false
    while true {
      let before = probe
      var mention = grade(at: &probe)
      if mention == nil {
        if let word = probe.next(), Vocabulary.linkingWords.contains(word.hash) {
          sawVerb = sawVerb || Vocabulary.verbs.contains(word.hash)
          continue
        }
        probe = before
        mention = repairedGrade(at: &probe)
      }
      guard let mention, !needsVerb || sawVerb || beginsWithVerb(mention) else { return nil }
      cursor = probe
      return mention
    }
  }

  /// Whether a grade begins with a verb: grades of more than one word do; adjectives are single words.
  func beginsWithVerb(_ mention: GradeMention) -> Bool {
    mention.firstLine != mention.lastLine || text.bytes[mention.start..<mention.end].contains(0x20)
  }
}
