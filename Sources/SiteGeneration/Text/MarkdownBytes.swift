internal import CommonMark

extension [UInt8] {
  /// Appends hostile text so that Markdown prints it, without what no document may hold.
  mutating func append(markdownOf text: String) {
    MarkdownText.append(PlainText.cleaned(text), to: &self)
  }

  /// Appends Markdown: what is put into it is escaped.
  mutating func append(markdown: Markdown) { append(contentsOf: markdown.bytes) }
}

/// Markdown of our own with text in it: `"- \(name)\n"` escapes the name.
struct Markdown: ExpressibleByStringInterpolation, StringInterpolationProtocol {
  fileprivate var bytes: [UInt8] = []

  init(stringLiteral text: String) { bytes.append(raw: text) }
  init(stringInterpolation markdown: Markdown) { self = markdown }
  init(literalCapacity: Int, interpolationCount: Int) {}

  mutating func appendLiteral(_ text: String) { bytes.append(raw: text) }
  mutating func appendInterpolation(_ text: String) { bytes.append(markdownOf: text) }
  mutating func appendInterpolation(_ number: Int) { bytes.append(decimal: number) }
  mutating func appendInterpolation(raw markdown: String) { bytes.append(raw: markdown) }
}
