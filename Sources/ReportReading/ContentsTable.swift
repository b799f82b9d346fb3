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
    var inspected = 0
    var index = first + 1
    while index < text.lines.count, inspected < 200 {
      if let pageEnd, index > pageEnd { break }
      let line = text.lines[index]
      if line.isText {
        inspected += 1
        if !title.isEmpty, titleWords(of: index, in: text).starts(with: title), !endsWithDigit(line, in: text) {
          return index
        }
      }
      index += 1
    }
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
