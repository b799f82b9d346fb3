import Inspections

/// Determines a report's licence from its own notice, which is on the front page or after the report.
///
/// Reports until about 2017 allow non-commercial use of the unaltered text; later ones carry the Open Government
/// Licence. If a report prints neither, its publisher must state the licence.
enum LicenceNotice {
  private static let openPhrase = "Open Government Licence"
  private static let narrowPhrases = ["for non-commercial", "non-commercial educational purposes"]
  private static let open = TextPattern(openPhrase)
  private static let narrow = narrowPhrases.map { TextPattern($0) }
  private static let damagedWords = DamagedWords(of: [openPhrase] + narrowPhrases)
  /// The long words of the notices: examining every word for damage would take a tenth of the reading time.
  private static let long = DamagedWords(of: ["government", "commercial"])
  private static let fewestLetters = 9
  /// The number of lines that are examined at the top and at the end.
  private static let reach = 90

  /// Returns the strictest licence of the notices, or nil if there is none. Damaged words are repaired only as a last
  /// resort: if a narrow licence were missed, the text would be spread too far.
  static func licence(in text: ReportText) -> Licence? {
    licence(in: text, evenDamaged: false) ?? licence(in: text, evenDamaged: true)
  }

  private static func licence(in text: ReportText, evenDamaged: Bool) -> Licence? {
    let count = text.lines.count
    let tail = max(0, count - reach)..<count
    return [tail, 0..<min(reach, tail.lowerBound)].compactMap { notice(in: text, $0, evenDamaged) }.max()
  }

  private static func notice(in text: ReportText, _ lines: Range<Int>, _ evenDamaged: Bool) -> Licence? {
    // A hyphen at a line's end may be printed, as in `non-commercial`, or only break the word.
    var readings = [words(in: text, lines, joinsBroken: false), words(in: text, lines, joinsBroken: true)]
    if readings[0].count == readings[1].count { readings.removeLast() }
    if evenDamaged { readings = readings.map { damagedWords.repairedSingly(nearNotice($0, in: text), in: text).words } }
    if readings.contains(where: { words in narrow.contains { $0.match(in: words) != nil } }) { return .nonCommercial }
    return readings.contains { open.match(in: $0) != nil } ? .ogl3 : nil
  }

  /// Returns the words around a long word of a notice, damaged or not, with words joined that a blank broke in two.
  private static func nearNotice(_ words: [Word], in text: ReportText) -> [Word] {
    let words = damagedWords.joined(words, in: text).words
    let found = words.indices.filter { words[$0].count >= fewestLetters && long.mayMean(words[$0], in: text) }
    return words.indices.filter { index in found.contains { abs($0 - index) <= 3 } }.map { words[$0] }
  }

  private static func words(in text: ReportText, _ lines: Range<Int>, joinsBroken: Bool) -> [Word] {
    var words: [Word] = []
    var isBroken = false
    for index in lines where text.lines[index].isText {
      let range = text.lines[index].range
      var added = text.words(onLine: index)
      if isBroken, let start = words.last, let rest = added.first,
        let hash = Word.hash(continuing: start.hash, with: text.bytes, rest.range)
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
