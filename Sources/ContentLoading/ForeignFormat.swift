internal import Diagnostics

/// The formats that no report can be read from, recognised by their bytes, and advice for each.
enum ForeignFormat {
  /// Returns an error that names the format of a file, if it is one of these.
  static func problem(with bytes: [UInt8], path: String) -> Diagnostic? {
    let start = bytes.firstIndex { $0 > 0x20 && ![0xEF, 0xBB, 0xBF].contains($0) } ?? 0
    let head = bytes[start...].prefix(1 << 14)
    let found = kind(head) ?? kind(ofPage: head, isNamedPDF: path.lowercased().hasSuffix(".pdf")) ?? kind(ofMail: head)
    guard let (name, advice) = found else { return nil }
    return Diagnostic(
      .error, .foreignFormat, "this is \(name), which is not read; \(advice)", at: SourceLocation(path: path))
  }

  private static let asText = "save it as PDF or plain text"

  private static func kind(_ bytes: ArraySlice<UInt8>) -> (name: String, advice: String)? {
    let kinds: [(start: [UInt8], name: String, advice: String)] = [
      (Array("PK\u{3}\u{4}".utf8), "a zip file, as those of Word and LibreOffice are", asText),
      ([0xD0, 0xCF, 0x11, 0xE0], "a file of an older Word", asText), (Array("{\\rtf".utf8), "rich text (RTF)", asText),
      (Array("%!PS".utf8), "PostScript", asText), ([0x1F, 0x8B], "a compressed file", "unpack it"),
      ([0x89, 0x50, 0x4E, 0x47], "a picture", recognition), ([0xFF, 0xD8, 0xFF], "a picture", recognition),
      (Array("II*\0".utf8), "a picture", recognition), (Array("MM\0*".utf8), "a picture", recognition),
      (Array("GIF8".utf8), "a picture", recognition),
    ]
    return kinds.first { bytes.starts(with: $0.start) }.map { ($0.name, $0.advice) }
  }

  private static let recognition = "run character recognition over it first"

  private static func kind(ofPage bytes: ArraySlice<UInt8>, isNamedPDF: Bool) -> (name: String, advice: String)? {
    guard bytes.first == UInt8(ascii: "<") else { return nil }
    let text = String(decoding: bytes, as: UTF8.self)
    let opening = text.prefix(20).lowercased()
    let isPage = ["<!doctype html", "<html", "<head", "<body", "<?xml"].contains { opening.hasPrefix($0) }
    // A converter to Markdown leaves a comment in place of a picture.
    guard isPage || !opening.hasPrefix("<!--") && closings.reduce(0, { $0 + text.ranges(of: $1).count }) > 2 else {
      return nil
    }
    let advice = isNamedPDF ? "the download brought a web page in the report’s place: fetch the PDF again" : asText
    return ("an HTML page", advice)
  }

  private static func kind(ofMail bytes: ArraySlice<UInt8>) -> (name: String, advice: String)? {
    // Without one of these signs only the first lines matter.
    let isMarked = bytes.contains(UInt8(ascii: ">")) || bytes.contains(UInt8(ascii: "="))
    let lines = bytes.split(maxSplits: isMarked ? .max : 60) { $0 == 0x0A || $0 == 0x0D }
    if lines.count > 9, lines.count(where: { $0.first == UInt8(ascii: ">") }) * 4 > lines.count * 3 {
      return ("a quoted mail", "take away the “>” at the beginning of its lines")
    }
    let isDeclared = lines.prefix(60).contains { line in
      guard let first = line.first, first | 0x20 == UInt8(ascii: "c") else { return false }
      return ["quoted-printable", "base64"].contains {
        String(decoding: line, as: UTF8.self).lowercased() == "content-transfer-encoding: \($0)"
      }
    }
    let torn = lines.filter { $0.last == UInt8(ascii: "=") }
    let isTorn =
      torn.count > 2 && torn.count * 20 > lines.count
      && torn.contains { String(decoding: $0, as: UTF8.self).contains(/=[0-9A-F]{2}/) }
    guard isDeclared || isTorn else { return nil }
    return ("a mail as it was sent", "save its text from a mail program, or the report that came with it")
  }

  /// The ends of paragraphs and cells that only HTML has.
  private static let closings = ["</p>", "</div>", "</td>", "</li>", "</P>", "</DIV>", "</TD>", "</LI>"]
}
