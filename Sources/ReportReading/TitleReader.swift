import Diagnostics
import Inspections

/// Reads a title: where it ends, and whose services it names, in it or beside it.
extension FrontPageReader {
  func readTitle(
    _ title: ReportTitle, in text: ReportText, isKnown: (String) -> Bool, into facts: inout FrontPageFacts
  ) {
    let named = nameInside(title, in: text, isKnown: isKnown)
    facts.title = printed(title, upTo: named?.end, in: text)
    if let named {
      facts.authority = named.name
      return
    }
    let beside = neighbours(of: title, in: text)
    let known = beside.above.filter(isKnown)
    if let whole = beside.aboveJoined, isKnown(whole) {
      facts.authority = whole
    } else if known.count > 1 {
      facts.diagnostics.append(
        text.source.diagnostic(
          .error, .ambiguousAuthority,
          "several authorities are named above the title: \(known.joined(separator: " and "))",
          line: text.lines[title.firstLine].number))
    } else {
      facts.authority =
        (beside.above.last.map { [$0] } ?? []).first(where: isKnown) ?? beside.below.first(where: isKnown)
        ?? unknownName(in: title, of: text) ?? beside.aboveJoined ?? beside.below.first
    }
  }

  /// The longest name of an authority in a title, set off from the rest by the title's own words. What is capitalised
  /// behind it belongs to a longer name, of another body.
  private func nameInside(
    _ title: ReportTitle, in text: ReportText, isKnown: (String) -> Bool
  ) -> (name: String, end: Int)? {
    let words = title.words
    let isOwn = words.map { finder.isTitleWord($0, in: text) }
    for mayHoldTitleWords in [false, true] {
      var best: (name: String, words: Int, end: Int)?
      for first in words.indices where mayBegin(first, in: words, isOwn, of: text) {
        for last in first..<min(first + 10, words.count) where last - first + 1 > best?.words ?? 0 {
          guard mayHoldTitleWords || !isOwn[first] && !isOwn[last], isOwn[first...last].contains(false),
            last + 1 == words.count || isOwn[last + 1] && words[last + 1].hash != Self.and,
            !words[(last + 1)...].indices.contains(where: { !isOwn[$0] && isName(words[$0], in: text) })
          else { continue }
          let name = text.string(words[first].start..<words[last].end)
          if isKnown(name) { best = (name, last - first + 1, words[last].end) }
        }
      }
      guard let best else { continue }
      // Another name in the same title leaves it open whose it is.
      let others = words.indices.filter { !isOwn[$0] && words[$0].end <= best.end }.reduce(into: [Range<Int>]()) {
        runs, index in
        if let last = runs.last, last.upperBound == index {
          runs[runs.count - 1] = last.lowerBound..<(index + 1)
        } else {
          runs.append(index..<(index + 1))
        }
      }
      .map { text.string(words[$0.lowerBound].start..<words[$0.upperBound - 1].end) }
      return others.contains { !best.name.contains($0) && isKnown($0) } ? nil : (best.name, best.end)
    }
    return nil
  }

  /// Whether a name may begin with a word of a title: one of the title's own words is before it, and `of` or `in` goes
  /// with no name, as in `Borough of`.
  private func mayBegin(_ first: Int, in words: [Word], _ isOwn: [Bool], of text: ReportText) -> Bool {
    guard first > 0 else { return true }
    let before = words[first - 1]
    guard isOwn[first - 1], before.hash != Self.and else { return false }
    return first == 1 || before.end - before.start > 3 || isOwn[first - 2] || !isName(words[first - 2], in: text)
  }

  private static let and = Word.hash(of: "and")

  private func isName(_ word: Word, in text: ReportText) -> Bool {
    !text.bytes[word.start].isASCIIDigit && !text.beginsLowerCase(word.start..<word.end)
  }

  /// The words of a title that must be a name, though no authority has it.
  private func unknownName(in title: ReportTitle, of text: ReportText) -> String? {
    let names = title.words.indices.filter { index in
      !finder.isTitleWord(title.words[index], in: text) && isName(title.words[index], in: text)
    }
    guard let first = names.first, let last = names.last, last - first < 10 else { return nil }
    return text.string(title.words[first].start..<title.words[last].end)
  }

  /// The title as printed, up to its last word or the name that ends it.
  private func printed(_ title: ReportTitle, upTo nameEnd: Int?, in text: ReportText) -> String {
    guard let first = title.words.first, let last = title.words.last else { return "" }
    let own = title.words.last { finder.isTitleWord($0, in: text) }
    // A name behind `of` or `in` is part of the title; one that only follows is not.
    let takesName = own.map { $0.end - $0.start <= 3 } ?? false
    var end = title.isOpen && nameEnd == nil ? last.end : own?.end ?? last.end
    if takesName, let nameEnd { end = max(end, nameEnd) }
    while end > first.end, text.bytes[end - 1].isASCIIDigit, !text.bytes[end - 2].isASCIIDigit,
      text.bytes[end - 2] > 0x20
    {
      end -= 1
    }
    return text.string(first.start..<end)
  }

  // MARK: Beside the title

  /// The lines beside a title that may be a name: those just above it, and the first below, alone and together.
  private func neighbours(of title: ReportTitle, in text: ReportText) -> (
    above: [String], aboveJoined: String?, below: [String]
  ) {
    let above = block(above: title.firstLine, in: text)
    var below: [String] = []
    var lines: [String] = []
    if let last = title.words.last {
      let rest = text.string(last.end..<max(last.end, text.lines[title.lastLine].range.upperBound))
        .trimmingPrefix { !$0.isLetter }
      if !rest.isEmpty { below.append(String(rest)) }
    }
    var index = title.lastLine
    while lines.count < 2, let next = text.textLine(after: index, skippingBlanks: lines.isEmpty ? 2 : 0) {
      lines.append(name(onLine: next, in: text))
      below.append(lines.joined(separator: " "))
      index = next
    }
    func mayBeName(_ words: String) -> Bool {
      words.split(separator: " ").count <= 9 && !words.hasSuffix(".") && !words.contains(":")
    }
    let joined = above.joined(separator: " ")
    return (above.filter(mayBeName), mayBeName(joined) && !joined.isEmpty ? joined : nil, below.filter(mayBeName))
  }

  /// The words of a line without the sign of a footnote that touches the last one.
  private func name(onLine index: Int, in text: ReportText) -> String {
    let range = text.lines[index].range
    let sign = text.bytes[range].reversed().prefix { $0.isASCIIDigit }.count
    let end = range.upperBound - sign
    let touches = sign <= 2 && end > range.lowerBound && text.bytes[end - 1] | 0x20 >= 0x61
    return text.string(touches ? range.lowerBound..<end : range)
  }

  /// The lines of the block that ends just above a line.
  private func block(above index: Int, in text: ReportText) -> [String] {
    var found: [String] = []
    var above = index - 1
    var blanks = 0
    while above >= 0, found.count < 3 {
      let line = text.lines[above]
      if line.isText {
        let words = name(onLine: above, in: text)
        if words.hasSuffix(".") { break }
        found.insert(words, at: 0)
      } else {
        blanks += 1
        if !found.isEmpty || blanks > 2 { break }
      }
      above -= 1
    }
    return found
  }
}
