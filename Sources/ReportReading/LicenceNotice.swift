/// Tells a report's licence from its own notice, which stands on the front page or behind the report.
///
/// Reports until about 2017 allow non-commercial use of the unaltered text; later ones carry the Open Government
/// Licence. Where a report prints neither, the publisher must say.
enum LicenceNotice {
  private static let open = PhrasePattern("Open Government Licence")
  private static let narrow = [
    PhrasePattern("for non-commercial"), PhrasePattern("non-commercial educational purposes"),
  ]
  /// How many lines from the top and from the end are looked at.
  private static let reach = 90

  /// `ogl-3`, `non-commercial`, or nil where no notice is found.
  static func licence(in text: ReportText) -> String? {
    let count = text.lines.count
    let tail = max(0, count - reach)..<count
    let found = notice(in: text, tail)
    if found == "ogl-3" { return found }
    return notice(in: text, 0..<min(reach, tail.lowerBound)) ?? found
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

  private static func notice(in text: ReportText, _ lines: Range<Int>) -> String? {
    guard lines.contains(where: { mentions(text, text.lines[$0].range) }) else { return nil }
    // A hyphen at a line's end may be printed, as in `non-commercial`, or only break the word.
    let readings = [words(in: text, lines, joinsBroken: false), words(in: text, lines, joinsBroken: true)]
    if readings.contains(where: { open.match(in: $0) != nil }) { return "ogl-3" }
    let isNarrow = readings.contains { words in narrow.contains { $0.match(in: words) != nil } }
    return isNarrow ? "non-commercial" : nil
  }

  private static func words(in text: ReportText, _ lines: Range<Int>, joinsBroken: Bool) -> [Word] {
    var words: [Word] = []
    var isBroken = false
    for index in lines where text.lines[index].isText {
      let range = text.lines[index].range
      var added = text.words(in: range)[...]
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
