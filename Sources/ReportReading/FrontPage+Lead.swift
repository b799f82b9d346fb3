/// The inspector who led, after a label or before a title in the list of the team.
extension FrontPageReader {
  /// The maximum number of lines of the list of an inspection's team.
  private static let teamLines = 40

  /// Returns the names of the inspectors who led, after a label, without the titles after the names.
  func name(after cursor: WordCursor, in text: ReportText) -> String? {
    var words = text.string(cursor.rest)
    var line = cursor.lineIndex
    for _ in 0..<2 {
      let last = words.split(separator: " ").last ?? ""
      guard
        text.isTrivial(cursor.rest) && line == cursor.lineIndex || last.hasSuffix(",") || last == "and"
          || Self.titlesAfterNames.contains(String(last)),
        let next = text.textLine(after: line, skippingBlanks: 1)
      else { break }
      words += " " + text.string(text.lines[next].range)
      line = next
    }
    // `Lead inspector (2016)` is about another inspection.
    guard let start = words.firstIndex(where: \.isLetter), !words[..<start].contains(where: \.isNumber) else {
      return nil
    }
    return Self.names(in: words[start...])
  }

  /// Returns the name before the title of the inspector who led, in a list of the team.
  func signature(in text: ReportText) -> String? {
    var found: [(title: Int, name: String, line: Int)] = []
    for index in text.lines.indices where text.lines[index].isText {
      let line = text.lines[index].range
      var cursor = WordCursor(text, line: index, blankLimit: 1)
      while cursor.lineIndex == index {
        var after = cursor
        let before = cursor.position
        if let title = leadTitles.longestMatch(&after)?.first, before > line.lowerBound {
          let words = text.string(line.lowerBound..<before)[...]
          if let name = Self.names(in: words, isTitleNext: true) { found.append((title, name, index)) }
          break
        }
        if cursor.next() == nil { break }
      }
    }
    // One list may name several, and the first leads; a second list belongs to another inspection.
    guard let first = found.min(by: { ($0.title, $0.line) < ($1.title, $1.line) }) else { return nil }
    return found.contains { abs($0.line - first.line) > Self.teamLines && $0.name != first.name } ? nil : first.name
  }

  /// Returns the name at the beginning of some words, and the names that `and` joins to it. If the title follows, only
  /// titles may be between.
  static func names(in words: Substring, isTitleNext: Bool = false) -> String? {
    var names: [[Substring]] = [[]]
    var isBehindName = false
    loop: for word in words.split(separator: " ") {
      let bare = word.prefix { $0.isLetter || "-'’.".contains($0) }
      let rest = word[bare.endIndex...]
      // A name with an unreadable letter in it can't be used.
      if let sign = rest.first, !behindNames.contains(sign), !sign.isNumber || rest.contains(where: \.isLetter) {
        return nil
      }
      let plain = bare.hasSuffix(".") ? bare.dropLast() : bare
      if plain == "and", !isTitleNext || isBehindName, !(names.last ?? []).isEmpty {
        names.append([])
        isBehindName = false
      } else if titlesAfterNames.contains(String(plain)) || plain.isEmpty {
        isBehindName = true
      } else if isBehindName {
        if isTitleNext { return nil }
        break loop
      } else if isName(String(bare)) {
        if !(names[names.count - 1].isEmpty && titlesBeforeNames.contains(String(plain))) {
          names[names.count - 1].append(bare)
        }
        isBehindName = bare.endIndex < word.endIndex
      } else {
        return names.count > 1 ? joined(names.dropLast()) : nil
      }
    }
    return joined(names[...])
  }

  private static func joined(_ names: ArraySlice<[Substring]>) -> String? {
    let whole = names.filter { !$0.isEmpty }
    guard let first = whole.first, (2...6).contains(first.count) else { return nil }
    return whole.prefix { (2...6).contains($0.count) }.map { $0.joined(separator: " ") }.joined(separator: " and ")
  }

  private static func isName(_ word: String) -> Bool {
    word.first?.isUppercase == true || ["de", "van", "von", "la", "le", "der"].contains(word)
  }

  /// Words that begin an inspector's title after the name.
  private static let titlesAfterNames: Set<String> = [
    "HMI", "SHMI", "HMI’s", "Her", "His", "Majesty’s", "Majesty's", "Senior", "Regulatory", "Inspector", "Lead",
  ]

  /// The signs that may touch the end of a name, besides a footnote's number.
  private static let behindNames: Set<Character> = [
    ",", ";", ":", "(", ")", "[", "]", "–", "—", "*", "†", "/", "_", "\"",
  ]

  private static let titlesBeforeNames: Set<String> = ["Mr", "Mrs", "Ms", "Miss", "Dr"]
}
