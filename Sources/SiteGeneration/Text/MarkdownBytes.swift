internal import CommonMark

extension [UInt8] {
  /// Appends untrusted text so that Markdown prints it, without characters that are not allowed in a document.
  mutating func append(markdownOf text: String) {
    MarkdownText.append(PlainText.cleaned(text), to: &self)
  }

  /// Appends Markdown; interpolated strings are escaped.
  mutating func append(markdown: Markdown) { append(contentsOf: markdown.bytes) }
}

/// Markdown with escaped interpolations: `"- \(name)\n"` escapes the name.
struct Markdown: ExpressibleByStringInterpolation, StringInterpolationProtocol {
  fileprivate var bytes: [UInt8] = []

  init(stringLiteral text: String) { bytes.append(raw: text) }
  init(stringInterpolation markdown: Markdown) { self = markdown }
  init(literalCapacity: Int, interpolationCount: Int) {}

  mutating func appendLiteral(_ text: String) { bytes.append(raw: text) }
  mutating func appendInterpolation(_ text: String) { bytes.append(markdownOf: text) }
  mutating func appendInterpolation(_ number: Int) { bytes.append(raw: String(number)) }
  mutating func appendInterpolation(raw markdown: String) { bytes.append(raw: markdown) }
}
