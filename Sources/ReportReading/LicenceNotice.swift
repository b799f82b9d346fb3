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

  /// The beginnings of the words that no notice is without.
  private static let openings = ["licen", "comme"].map { Array($0.utf8) }

  /// Whether a line has the beginning of a word that no notice is without; at least four letters of it, where the line
  /// ends.
  private static func mentions(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    let span = bytes.span
    var index = line.lowerBound
    while index + 4 <= line.upperBound {
      let first = span[index] | 0x20
      if first == 0x6C || first == 0x63, begins(span, index, line.upperBound) { return true }
      index += 1
    }
    return false
  }

  private static func begins(_ span: Span<UInt8>, _ index: Int, _ end: Int) -> Bool {
    for opening in openings {
      var length = 0
      while length < opening.count, index + length < end, span[index + length] | 0x20 == opening[length] { length += 1 }
      if length == opening.count { return true }
      // A hyphen may break the word at the end of the line.
      if length >= 4, index + length + 1 >= end { return true }
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
