internal import CommonMark

extension [UInt8] {
  /// Appends hostile text so that Markdown prints it, without what no document may hold.
  mutating func append(markdownOf text: String) {
    MarkdownText.append(PlainText.cleaned(text), to: &self)
  }
}
