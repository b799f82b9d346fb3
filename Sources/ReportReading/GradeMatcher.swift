/// What a report can state of a judgement.
enum StatedGrade: Hashable, Sendable {
  /// The grade at an index of the scale.
  case step(Int)
  /// That nothing was judged.
  case notJudged
}

/// A grade's words at a place of the text.
struct GradeMention: Equatable {
  /// What the words state.
  let grade: StatedGrade
  /// The indices of the lines of its first and last words.
  let firstLine: Int
  let lastLine: Int
  /// Where its words begin and end in the bytes.
  let start: Int
  let end: Int
  /// The damaged words that were read as the grade's, if any.
  var repaired: String?
}

/// Finds grade words where they can be statements.
struct GradeMatcher {
  let text: ReportText
  let vocabulary: Vocabulary

  /// The grade that the next words give; the cursor ends behind it.
  func grade(at cursor: inout WordCursor) -> GradeMention? {
    let start = cursor
    guard let grade = vocabulary.grades.longestMatch(&cursor)?.first else { return nil }
    return mention(of: grade, from: start, to: cursor)
  }

  /// The grade that the next words give if a damaged one is read as the word it comes from.
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

  /// The grade that stands alone on a line, or on it and the lines its words run over.
  func gradeAlone(onLine index: Int) -> GradeMention? {
    let line = text.lines[index]
    guard line.range.count < 60, !line.range.isEmpty else { return nil }
    let start = WordCursor(text, line: index, blankLimit: 1)
    var cursor = start
    if let mention = grade(at: &cursor), text.isTrivial(cursor.rest) || bracketed(behind: mention) != nil {
      return mention
    }
    cursor = start
    guard line.range.count < 40, let mention = repairedGrade(at: &cursor), text.isTrivial(cursor.rest) else {
      return nil
    }
    return mention
  }

  /// Another grade in brackets behind one, which contradicts it: `Grade 1 (inadequate)`.
  func bracketed(behind mention: GradeMention) -> GradeMention? {
    var cursor = WordCursor(text, line: mention.lastLine, position: mention.end)
    guard text.bytes[cursor.rest].first(where: { $0 > 0x20 }) == 0x28, let second = grade(at: &cursor),
      second.grade != mention.grade, text.isTrivial(cursor.rest)
    else { return nil }
    return second
  }

  /// Words such as `is that it is`, if any, then a grade. A verb must be there if `needsVerb`, unless the grade's own
  /// words begin with one (`requires improvement`).
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

  /// Grades of more than one word begin with a verb; adjectives stand alone.
  func beginsWithVerb(_ mention: GradeMention) -> Bool {
    mention.firstLine != mention.lastLine || text.bytes[mention.start..<mention.end].contains(0x20)
  }
}
