/// Tells a report's licence from its own notice, which stands on the front page or behind the report.
///
/// Reports until about 2017 allow non-commercial use of the unaltered text; later ones carry the Open Government
/// Licence. Where a report prints neither, the publisher must say.
enum LicenceNotice {
  private static let openPhrase = "Open Government Licence"
  private static let narrowPhrases = ["for non-commercial", "non-commercial educational purposes"]
  private static let open = PhrasePattern(openPhrase)
  private static let narrow = narrowPhrases.map { PhrasePattern($0) }
  private static let damagedWords = DamagedWords(of: [openPhrase] + narrowPhrases)
  /// How many lines from the top and from the end are looked at.
  private static let reach = 90

  /// `ogl-3`, `non-commercial`, or nil where no notice is found. Damaged words are read where there is no other way:
  /// to take a narrow licence for none would spread a text too far.
  static func licence(in text: ReportText) -> String? {
    licence(in: text, evenDamaged: false) ?? licence(in: text, evenDamaged: true)
  }

  private static func licence(in text: ReportText, evenDamaged: Bool) -> String? {
    let count = text.lines.count
    let tail = max(0, count - reach)..<count
    let found = notice(in: text, tail, evenDamaged)
    if found == "ogl-3" { return found }
    return notice(in: text, 0..<min(reach, tail.lowerBound), evenDamaged) ?? found
  }

  /// Whether a line has `licen` or `comme` in it, with which begins a word that no notice is without, or ends in the
  /// middle of a word, which may be that one.
  private static func mentions(_ text: ReportText, _ line: Range<Int>) -> Bool {
    if text.endsInHyphen(line) { return true }
    let bytes = text.bytes
    let whole = bytes.span.bytes
    var index = line.lowerBound
    while index + 5 <= line.upperBound {
      let letters = whole.unsafeLoadUnaligned(fromByteOffset: index, as: UInt32.self).littleEndian | 0x2020_2020
      let fifth = bytes[index + 4] | 0x20
      if letters == lice && fifth == UInt8(ascii: "n") || letters == comm && fifth == UInt8(ascii: "e") { return true }
      index += 1
    }
    return false
  }

  /// `lice` and `comm`, the first letter lowest.
  private static let lice: UInt32 = 0x6563_696C
  private static let comm: UInt32 = 0x6D6D_6F63

  private static func notice(in text: ReportText, _ lines: Range<Int>, _ evenDamaged: Bool) -> String? {
    let mayHave = lines.contains { index in
      let range = text.lines[index].range
      return evenDamaged ? mentionsDamaged(text, range) : mentions(text, range)
    }
    guard mayHave else { return nil }
    // A hyphen at a line's end may be printed, as in `non-commercial`, or only break the word.
    var readings = [words(in: text, lines, joinsBroken: false), words(in: text, lines, joinsBroken: true)]
    if evenDamaged { readings = readings.map { damagedWords.repaired($0, in: text).words } }
    if readings.contains(where: { open.match(in: $0) != nil }) { return "ogl-3" }
    let isNarrow = readings.contains { words in narrow.contains { $0.match(in: words) != nil } }
    return isNarrow ? "non-commercial" : nil
  }

  /// Whether a line has a word that no notice is without, whole or with one place of it damaged.
  private static func mentionsDamaged(_ text: ReportText, _ line: Range<Int>) -> Bool {
    let all = text.bytes
    let bytes = all.span
    var start = line.lowerBound
    while start < line.upperBound {
      var end = start
      while end < line.upperBound, Fold.isWordASCII(bytes[end]) { end += 1 }
      for key in keys where isLike(key, bytes, start..<end) { return true }
      start = end + 1
    }
    return false
  }

  /// Whether a word begins and ends as a key does, but for at most two letters between.
  private static func isLike(_ key: [UInt8], _ bytes: Span<UInt8>, _ word: Range<Int>) -> Bool {
    guard abs(word.count - key.count) <= 2 else { return false }
    let length = min(word.count, key.count)
    var (same, sameAtEnd) = (0, 0)
    while same < length, bytes[word.lowerBound + same] | 0x20 == key[same] { same += 1 }
    while same + sameAtEnd < length, bytes[word.upperBound - 1 - sameAtEnd] | 0x20 == key[key.count - 1 - sameAtEnd] {
      sameAtEnd += 1
    }
    return same + sameAtEnd >= key.count - 2
  }

  private static let keys = ["licence", "commercial"].map { Array($0.utf8) }

  private static func words(in text: ReportText, _ lines: Range<Int>, joinsBroken: Bool) -> [Word] {
    var words: [Word] = []
    var isBroken = false
    for index in lines where text.lines[index].isText {
      let range = text.lines[index].range
      var added = text.words(onLine: index)
      if isBroken, let start = words.last, let rest = added.first,
        let hash = Word.hash(continuing: start.hash, with: text.bytes, rest.start..<rest.end)
      {
        words[words.count - 1] = Word(hash: hash, start: start.start, end: rest.end)
        added = added.dropFirst()
      }
      words += added
      isBroken = joinsBroken && text.endsInHyphen(range)
    }
    return words
  }
}
