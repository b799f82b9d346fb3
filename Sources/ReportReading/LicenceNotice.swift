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

  /// Whether a line has the beginning of a word that no notice is without, whole or after a hyphen at a line's end.
  private static func mentions(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    let span = bytes.span
    for index in line where span[index] | 0x20 == 0x6C || span[index] | 0x20 == 0x63 {
      let rest = line.upperBound - index
      if rest >= 4, span[index + 1] | 0x20 == 0x69, span[index + 2] | 0x20 == 0x63, span[index + 3] | 0x20 == 0x65 {
        return true
      }
      if rest >= 4, span[index + 1] | 0x20 == 0x6F, span[index + 2] | 0x20 == 0x6D, span[index + 3] | 0x20 == 0x6D {
        return true
      }
    }
    return false
  }

  private static func notice(in text: ReportText, _ lines: Range<Int>) -> String? {
    guard lines.contains(where: { mentions(text.bytes, text.lines[$0].range) }) else { return nil }
    var words: [Word] = []
    for index in lines where text.lines[index].isText { words += text.words(in: text.lines[index].range) }
    if open.match(in: words) != nil { return "ogl-3" }
    return narrow.contains { $0.match(in: words) != nil } ? "non-commercial" : nil
  }
}
