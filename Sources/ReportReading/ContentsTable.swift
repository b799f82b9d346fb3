/// Finds the end of a report's list of contents, even if its titles and page numbers were torn apart.
enum ContentsTable {
  /// Returns the index of the first line after the list whose heading ends on a line.
  ///
  /// The list ends where its first title is repeated as a heading. If it is not, the list ends with its page, or before
  /// the first paragraph.
  static func end(in text: ReportText, from headingLine: Int) -> Int {
    guard let first = text.textLine(after: headingLine, skippingBlanks: 6) else { return headingLine + 1 }
    let title = titleWords(of: first, in: text)
    let pageEnd = text.lines.indices[first...].prefix(401).first { text.lines[$0].startsPage }
    let end = pageEnd.map { $0 + 1 } ?? text.lines.count
    let lines = text.lines.indices[min(first + 1, end)..<end].lazy.filter { text.lines[$0].isText }.prefix(200)
    let repeated = lines.first {
      titleWords(of: $0, in: text).starts(with: title) && !endsWithDigit(text.lines[$0], in: text)
    }
    if !title.isEmpty, let repeated { return repeated }
    return pageEnd ?? beforeFirstParagraph(in: text, from: first)
  }

  private static func titleWords(of index: Int, in text: ReportText) -> [UInt64] {
    text.words(onLine: index).lazy.filter { !text.isNumber($0.range) }.prefix(6).map(\.hash)
  }

  private static func endsWithDigit(_ line: Line, in text: ReportText) -> Bool {
    text.bytes[line.range].last?.isASCIIDigit == true
  }

  private static func beforeFirstParagraph(in text: ReportText, from index: Int) -> Int {
    var heading = index
    for next in index..<min(index + 400, text.lines.count) where text.lines[next].isText {
      let range = text.lines[next].range
      if range.count >= 60, !endsWithDigit(text.lines[next], in: text) { return heading }
      heading = next
    }
    return index
  }
}
