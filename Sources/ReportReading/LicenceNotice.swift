/// Tells a report's licence from its own notice.
///
/// Reports until about 2017 allow non-commercial use of the unaltered text; later ones carry the Open Government
/// Licence. Where a report prints neither, the publisher must say.
enum LicenceNotice {
  /// `ogl-3`, `non-commercial`, or nil where no notice is found.
  static func licence(in text: ReportText) -> String? {
    let open = Word.hashes(of: "Open Government Licence")
    let narrow = [Word.hashes(of: "for non-commercial"), Word.hashes(of: "non-commercial educational purposes")]
    var found: String?
    for index in text.lines.indices where text.lines[index].isText {
      let line = text.lines[index].range
      guard mayHold(text, line) else { continue }
      var words: [UInt64] = []
      var cursor = WordCursor(text, line: index)
      while words.count < 24, let word = cursor.next() { words.append(word.hash) }
      if words.contains(open) { return "ogl-3" }
      if narrow.contains(where: { words.contains($0) }) { found = "non-commercial" }
    }
    return found
  }

  /// A quick look for a capital O or a hyphen with `com`, which lines of a notice have.
  private static func mayHold(_ text: ReportText, _ range: Range<Int>) -> Bool {
    for index in range {
      let byte = text.bytes[index]
      if byte == 0x4F, text.bytes[index...].starts(with: "Open Gov".utf8) { return true }
      if byte == 0x6E, text.bytes[index...].starts(with: "non-comm".utf8) { return true }
    }
    return false
  }
}
