import Inspections

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
  /// The long words of the notices: to look at every word for damage would take a tenth of the reading.
  private static let long: WordSet = ["government", "commercial"]
  private static let fewestLetters = 9
  /// How many lines from the top and from the end are looked at.
  private static let reach = 90

  /// The strictest licence of the notices, or nil where none is found. Damaged words are read where there is no other
  /// way: to take a narrow licence for none would spread a text too far.
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
    if evenDamaged { readings = readings.map { damagedWords.mended(nearNotice($0, in: text), in: text).words } }
    if readings.contains(where: { words in narrow.contains { $0.match(in: words) != nil } }) { return .nonCommercial }
    return readings.contains { open.match(in: $0) != nil } ? .ogl3 : nil
  }

  /// The words around a long one that a notice has, damaged or not, those put together that a blank broke in two.
  private static func nearNotice(_ words: [Word], in text: ReportText) -> [Word] {
    let words = damagedWords.joined(words, in: text).words
    let places = words.indices.filter { words[$0].end - words[$0].start >= fewestLetters }
    let mended = damagedWords.mended(places.map { words[$0] }, in: text).words
    let told = zip(places, mended).filter { long.contains($0.1.hash) }.map(\.0)
    return words.indices.filter { index in told.contains { abs($0 - index) <= 3 } }.map { words[$0] }
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
