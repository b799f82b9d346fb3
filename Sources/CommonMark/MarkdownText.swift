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

    for byte in text[..<start] { appendReference(to: byte, to: &markdown) }
    var copied = start
    if let mark = openingMark(of: text[start..<end]) {
      markdown.append(contentsOf: text[start..<mark])
      markdown.append(backslash)
      copied = mark
    }
    isMark.withUnsafeBufferPointer { isMark in
      for index in copied..<end where isMark[Int(text[index])] {
        markdown.append(contentsOf: text[copied..<index])
        if text[index] == 0x0A || text[index] == 0x0D {
          appendReference(to: text[index], to: &markdown)
          copied = index + 1
        } else {
          markdown.append(backslash)
          copied = index
        }
      }
    }
    markdown.append(contentsOf: text[copied..<end])
    for byte in text[end...] { appendReference(to: byte, to: &markdown) }
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

  private static func appendReference(to byte: UInt8, to markdown: inout [UInt8]) {
    markdown.append(contentsOf: "&#\(byte);".utf8)
  }

  private static let backslash = UInt8(ascii: "\\")

  /// The bytes that are Markdown syntax anywhere in a line.
  private static let isMark: [Bool] = {
    var isMark = [Bool](repeating: false, count: 256)
    for byte in "\\`*_[]<>&#~\n\r".utf8 { isMark[Int(byte)] = true }
    return isMark
  }()
}
