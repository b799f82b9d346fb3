import Diagnostics
import Inspections

/// Reads a title: where it ends, and whose services it names, in it or beside it.
extension FrontPageReader {
  func readTitle(
    _ printed: ReportTitle, in text: ReportText, bodies: (String) -> Set<String>, into facts: inout FrontPageFacts
  ) {
    let title = parted(printed, in: text) { !bodies($0).isEmpty }
    let named = nameInside(title, in: text, bodies: bodies)
    facts.title = self.printed(title, upTo: named?.end, in: text)
    if let named {
      if let other = facts.authority, isRegistered, bodies(other).isDisjoint(with: bodies(named.name)) {
        facts.diagnostics.append(ambiguity(named.name, other, of: title, in: text))
      }
      facts.authority = named.name
      return
    }
    if !isRegistered { facts.authority = facts.authority ?? unknownName(in: title, of: text) }
    if let name = facts.authority {
      // Text after the name of an authority in no register is another line of the front page.
      if let place = facts.title?.firstRange(of: name), place.lowerBound != facts.title?.startIndex {
        facts.title = facts.title.map { String($0[..<place.upperBound]) }
      }
      return
    }
    guard isRegistered else { return }
    let (above, farther) = lines(above: title.firstLine, in: text)
    let below = lines(below: title, in: text)
    func known(_ lines: [String]) -> [(name: String, bodies: Set<String>, last: Int)] {
      var known: [(name: String, bodies: Set<String>, last: Int)] = []
      for first in lines.indices where first > known.last?.last ?? -1 {
        for last in (first..<lines.count).reversed() {
          let name = lines[first...last].joined(separator: " ")
          let bodies = Self.mayBeName(name) ? bodies(name) : []
          guard !bodies.isEmpty else { continue }
          known.append((name, bodies, last))
          break
        }
      }
      return known
    }
    let names = known(farther) + known(above) + known(below)
    if let first = names.first, let other = names.first(where: { $0.bodies.isDisjoint(with: first.bodies) }) {
      facts.diagnostics.append(ambiguity(first.name, other.name, of: title, in: text))
    }
    let joined = above.joined(separator: " ")
    facts.authority =
      known(above).last.flatMap { $0.last == above.count - 1 ? $0.name : nil } ?? known(below).first?.name
      ?? unknownName(in: title, of: text) ?? (Self.mayBeName(joined) && !joined.isEmpty ? joined : nil)
      ?? below.first(where: Self.mayBeName)
  }

  private func ambiguity(_ name: String, _ other: String, of title: ReportTitle, in text: ReportText) -> Diagnostic {
    text.source.diagnostic(
      .error, .ambiguousAuthority, "several authorities are named beside the title: \(name) and \(other)",
      line: text.lines[title.firstLine].number)
  }

  /// A title without words beside it, in another column, that are a name.
  private func parted(_ title: ReportTitle, in text: ReportText, isKnown: (String) -> Bool) -> ReportTitle {
    let words = title.words
    for index in words.indices.dropFirst() {
      let gap = words[index - 1].end..<words[index].start
      guard gap.count >= TitleFinder.columnGap, text.bytes[gap].allSatisfy({ $0 == 0x20 }) else { continue }
      let start = words[index].start
      let after = words[index...].prefix { !text.bytes[start..<$0.end].contains(0x0A) }
      let column = start..<after[after.endIndex - 1].end
      guard isKnown(name(column, in: text)) else { continue }
      var rest = title
      rest.words.removeSubrange(after.startIndex..<after.endIndex)
      rest.column = column
      return rest
    }
    return title
  }

  /// The longest name of an authority in a title, set off from the rest by the title's own words. What is capitalised
  /// after it belongs to a longer name, of another body.
  private func nameInside(
    _ title: ReportTitle, in text: ReportText, bodies: (String) -> Set<String>
  ) -> (name: String, end: Int)? {
    let words = title.words
    let isOwn = words.map { finder.isTitleWord($0, in: text) }
    for mayHoldTitleWords in [false, true] {
      var best: (name: String, bodies: Set<String>, words: Int, end: Int)?
      for first in words.indices where mayBegin(first, in: words, isOwn, of: text) {
        for last in first..<min(first + 10, words.count) where last - first + 1 > best?.words ?? 0 {
          guard mayHoldTitleWords || !isOwn[first] && !isOwn[last], isOwn[first...last].contains(false),
            last + 1 == words.count || isOwn[last + 1] && words[last + 1].hash != Self.and,
            !words[(last + 1)...].indices.contains(where: { !isOwn[$0] && isName(words[$0], in: text) })
          else { continue }
          let name = name(words[first].start..<words[last].end, in: text, without: title.column)
          let bodies = bodies(name)
          if !bodies.isEmpty { best = (name, bodies, last - first + 1, words[last].end) }
        }
      }
      guard let best else { continue }
      // Another name in the same title leaves it open whose it is.
      let others = words.indices.filter { !isOwn[$0] && words[$0].end <= best.end }
      let isAlone = others.allSatisfy { first in
        others.allSatisfy { last in
          guard (first..<first + 10).contains(last) else { return true }
          let name = name(words[first].start..<words[last].end, in: text, without: title.column)
          return best.name.contains(name) || bodies(name).isSubset(of: best.bodies)
        }
      }
      return isAlone ? (best.name, best.end) : nil
    }
    return nil
  }

  /// Whether a name may begin with a word of a title: one of the title's own words is before it, and `of` or `in` goes
  /// with no name, as in `Borough of`; where all is in capitals, nothing marks a name.
  private func mayBegin(_ first: Int, in words: [Word], _ isOwn: [Bool], of text: ReportText) -> Bool {
    guard first > 0 else { return true }
    let before = words[first - 1]
    guard isOwn[first - 1], before.hash != Self.and else { return false }
    return first == 1 || before.count > 3 || isOwn[first - 2] || !isName(words[first - 2], in: text)
      || isName(before, in: text)
  }

  private static let and = Word.hash(of: "and")

  private func isName(_ word: Word, in text: ReportText) -> Bool {
    !text.bytes[word.start].isASCIIDigit && !text.beginsLowerCase(word.range)
  }

  /// The words of a title that must be a name, though no authority has it.
  private func unknownName(in title: ReportTitle, of text: ReportText) -> String? {
    let names = title.words.indices.filter { index in
      !finder.isTitleWord(title.words[index], in: text) && isName(title.words[index], in: text)
    }
    guard let first = names.first, var last = names.last, last - first < 10 else { return nil }
    // A hyphen joins the next word to the name, whatever it is.
    while last + 1 < title.words.count, title.words[last + 1].start == title.words[last].end + 1,
      text.bytes[title.words[last].end] == 0x2D
    {
      last += 1
    }
    return name(title.words[first].start..<title.words[last].end, in: text, without: title.column)
  }

  /// The title as printed, up to its last word or the name that ends it.
  private func printed(_ title: ReportTitle, upTo nameEnd: Int?, in text: ReportText) -> String {
    guard let first = title.words.first, let last = title.words.last else { return "" }
    let own = title.words.last { finder.isTitleWord($0, in: text) }
    // A name after `of` or `in` is part of the title; one that only follows is not.
    let takesName = own.map { $0.count <= 3 } ?? false
    var end = title.isOpen && nameEnd == nil ? last.end : own?.end ?? last.end
    if takesName, let nameEnd { end = max(end, nameEnd) }
    while end > first.end, text.bytes[end - 1].isASCIIDigit, !text.bytes[end - 2].isASCIIDigit,
      text.bytes[end - 2] > 0x20
    {
      end -= 1
    }
    return text.string([first.start..<end], without: title.column)
  }

  // MARK: Beside the title

  /// Returns the text next to a title, after it on its last line, and on the first lines below.
  private func lines(below title: ReportTitle, in text: ReportText) -> [String] {
    var below = title.column.map { [name($0, in: text)] } ?? []
    if let last = title.words.last {
      let rest = text.string(last.end..<max(last.end, text.lines[title.lastLine].range.upperBound))
        .trimmingPrefix { !$0.isLetter }
      if !rest.isEmpty { below.append(String(rest)) }
    }
    var index = title.lastLine
    while below.count < 4, let next = text.textLine(after: index, skippingBlanks: 2) {
      let words = name(text.lines[next].range, in: text)
      if words.contains(":") { break }
      below.append(words)
      index = next
    }
    return below
  }

  private static func mayBeName(_ words: String) -> Bool {
    words.split(separator: " ").count <= 9 && !words.hasSuffix(".") && !words.contains(":")
  }

  /// The words of a range without the sign of a footnote that touches the last one.
  private func name(_ range: Range<Int>, in text: ReportText, without column: Range<Int>? = nil) -> String {
    let sign = text.bytes[range].reversed().prefix { $0.isASCIIDigit }.count
    let end = range.upperBound - sign
    let touches = sign <= 2 && end > range.lowerBound && text.bytes[end - 1] | 0x20 >= 0x61
    return text.string([touches ? range.lowerBound..<end : range], without: column)
  }

  /// The lines of the block that ends just above a line, and those of the block above it.
  private func lines(above index: Int, in text: ReportText) -> (near: [String], farther: [String]) {
    var blocks: [[String]] = [[], []]
    var blanks = 0
    for above in stride(from: index - 1, through: 0, by: -1) {
      let line = text.lines[above]
      guard line.isText else {
        blanks += 1
        if blanks > 2 { break }
        continue
      }
      let words = name(line.range, in: text)
      if words.hasSuffix(".") || blocks[0].count + blocks[1].count == 6 { break }
      blocks[blanks == 0 || blocks[0].isEmpty ? 0 : 1].insert(words, at: 0)
      if blocks[1].isEmpty { blanks = 0 }
    }
    return (blocks[0], blocks[1])
  }
}
