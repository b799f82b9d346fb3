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

  /// Whether a line has `licen` or `comme` in it, with which begins a word that no notice is without; the fifth letter
  /// may be missing at the end of the line.
  private static func mentions(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    let whole = bytes.span.bytes
    var index = line.lowerBound
    while index + 4 <= line.upperBound {
      let letters = whole.unsafeLoadUnaligned(fromByteOffset: index, as: UInt32.self).littleEndian | 0x2020_2020
      if letters == lice || letters == comm {
        // A hyphen may break the word at the end of the line.
        if index + 5 >= line.upperBound { return true }
        if bytes[index + 4] | 0x20 == (letters == lice ? UInt8(ascii: "n") : UInt8(ascii: "e")) { return true }
      }
      index += 1
    }
    return false
  }

  /// `lice` and `comm`, the first letter lowest.
  private static let lice: UInt32 = 0x6563_696C
  private static let comm: UInt32 = 0x6D6D_6F63

  private static func notice(in text: ReportText, _ lines: Range<Int>) -> String? {
    guard lines.contains(where: { mentions(text.bytes, text.lines[$0].range) }) else { return nil }
    var words: [Word] = []
    for index in lines where text.lines[index].isText { words += text.words(in: text.lines[index].range) }
    if open.match(in: words) != nil { return "ogl-3" }
    return narrow.contains { $0.match(in: words) != nil } ? "non-commercial" : nil
  }
}
