/// Escapes plain text as Markdown, so that a renderer prints it unchanged: `A*- C`, `[1]` and `1.` at the start of a
/// line stay what they are.
public enum MarkdownText {
  /// Appends a text as the content of one paragraph, heading or list item.
  ///
  /// The text always stays one line and one block: line ends become references, and so do spaces and tabs at either
  /// end, which Markdown would drop.
  public static func append(_ text: String, to markdown: inout [UInt8]) {
    var text = text
    text.withUTF8 { append($0, to: &markdown) }
  }

  private static func append(_ text: UnsafeBufferPointer<UInt8>, to markdown: inout [UInt8]) {
    var start = 0
    var end = text.count
    while start < end, isBlank(text[start]) { start += 1 }
    while end > start, isBlank(text[end - 1]) { end -= 1 }

    let opening = openingMark(of: text[start..<end])
    for (index, byte) in text.enumerated() {
      if index < start || index >= end || byte == 0x0A || byte == 0x0D {
        markdown.append(contentsOf: "&#\(byte);".utf8)
      } else {
        if index == opening || isMark(byte) { markdown.append(UInt8(ascii: "\\")) }
        markdown.append(byte)
      }
    }
  }

  /// Returns the index of a sign that is syntax only at the start of a line: a bullet, an underline or the sign after a
  /// list's number.
  private static func openingMark(of text: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    guard let first = text.first else { return nil }
    if first == UInt8(ascii: "+") || first == UInt8(ascii: "-") || first == UInt8(ascii: "=") {
      return text.startIndex
    }
    let sign = text.prefix(10).firstIndex { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard let sign, sign > text.startIndex else { return nil }
    return text[sign] == UInt8(ascii: ".") || text[sign] == UInt8(ascii: ")") ? sign : nil
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  /// Whether a byte is Markdown syntax anywhere in a line.
  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "#"),
      UInt8(ascii: "~"):
      true
    default: false
    }
  }
}
