import Foundation

/// Damage to bytes, characters and line ends; the words stay.
extension DamageKind {
  private static let windows: [Unicode.Scalar: UInt8] = [
    "‘": 0x91, "’": 0x92, "“": 0x93, "”": 0x94, "•": 0x95, "–": 0x96, "—": 0x97, "…": 0x85, "€": 0x80,
  ]

  /// Returns a text as Windows-1252, with a question mark for every missing character.
  private static func windows1252(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { windows[$0] ?? ($0.value < 256 ? UInt8($0.value) : UInt8(ascii: "?")) }
  }

  /// Returns a text with each byte read as Windows-1252 and written as UTF-8 again.
  private static func encodedAgain(_ text: String) -> String {
    let back = Dictionary(uniqueKeysWithValues: windows.map { ($1, Character($0)) })
    return String(text.utf8.map { back[$0] ?? Character(Unicode.Scalar($0)) })
  }

  private static func utf16(_ text: String, bigEndian: Bool, mark: Bool) -> [UInt8] {
    ((mark ? [0xFEFF] : []) + Array(text.utf16)).flatMap {
      bigEndian ? [UInt8($0 >> 8), UInt8($0 & 0xFF)] : [UInt8($0 & 0xFF), UInt8($0 >> 8)]
    }
  }

  /// Returns a text with one invalid byte, in its middle or on its front.
  private static func bad(_ text: String, _ byte: UInt8, front: Bool, _ dice: inout Dice) -> [UInt8] {
    var bytes = Array(text.utf8)
    let limit = front ? min(700, bytes.count) : bytes.count
    let places = bytes.indices.filter { bytes[$0] == 0x20 && (front ? $0 < limit : $0 > bytes.count / 2) }
    if let place = dice.pick(places) { bytes.insert(byte, at: place) }
    return bytes
  }

  private static func ended(_ name: String, _ expectation: Expectation, _ end: String) -> DamageKind {
    .text("line ends: \(name)", expectation) { text, _ in text.replacing("\n", with: end) }
  }

  private static func letters(
    _ name: String, _ expectation: Expectation, _ change: @escaping @Sendable (String) -> String
  ) -> DamageKind {
    .text("letters: \(name)", expectation) { text, _ in change(text) }
  }

  private static func replaced(_ name: String, _ expectation: Expectation, _ old: String, _ new: String) -> DamageKind {
    letters(name, expectation) { $0.replacing(old, with: new) }
  }

  private static func fullwidth(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { (0x21...0x7E).contains($0.value) ? Unicode.Scalar($0.value + 0xFEE0) ?? $0 : $0 }))
  }

  static let encodings: [DamageKind] = list {
    DamageKind.bytes("encoding: Windows-1252", .harmless) { text, _ in windows1252(text) }
    DamageKind.bytes("encoding: Windows-1252 with CRLF", .harmless) { text, _ in
      windows1252(text.replacing("\n", with: "\r\n"))
    }
    DamageKind.bytes("encoding: UTF-16, little end first", .harmless) { text, _ in
      utf16(text, bigEndian: false, mark: true)
    }
    DamageKind.bytes("encoding: UTF-16, big end first", .harmless) { text, _ in utf16(text, bigEndian: true, mark: true)
    }
    DamageKind.bytes("encoding: UTF-16 without a mark", .ambiguous) { text, _ in
      utf16(text, bigEndian: false, mark: false)
    }
    DamageKind.bytes("encoding: UTF-8 with a mark", .harmless) { text, _ in [0xEF, 0xBB, 0xBF] + Array(text.utf8) }
    DamageKind.bytes("encoding: one bad byte", .harmless) { text, dice in bad(text, 0xFF, front: false, &dice) }
    DamageKind.bytes("encoding: one bad byte on the front", .harmless) { text, dice in
      bad(text, 0xC3, front: true, &dice)
    }
    DamageKind.bytes("encoding: a byte of Windows-1252 in UTF-8", .harmless) { text, dice in
      bad(text, 0x96, front: false, &dice)
    }
    DamageKind.bytes("encoding: the last character cut", .harmless) { text, _ in Array((text + "’").utf8.dropLast()) }
    DamageKind.bytes("encoding: half of each", .ambiguous) { text, _ in
      let half = text.index(text.startIndex, offsetBy: text.count / 2)
      return Array(text[..<half].utf8) + windows1252(String(text[half...]))
    }
    letters("encoded twice", .harmless, encodedAgain)
    letters("encoded three times", .ambiguous) { encodedAgain(encodedAgain($0)) }
    replaced("mojibake for apostrophes", .harmless, "’", "â€™")
    replaced("a replacement character for apostrophes", .harmless, "’", "\u{FFFD}")
    replaced("straight apostrophes", .harmless, "’", "'")
    replaced("accents for apostrophes", .harmless, "’", "´")
    replaced("entities for apostrophes", .harmless, "’", "&rsquo;")
    replaced("numbers for apostrophes", .harmless, "’", "&#8217;")
    ended("CR", .harmless, "\r")
    ended("CRLF", .harmless, "\r\n")
    ended("CR CR LF", .harmless, "\r\r\n")
    ended("U+2028", .harmless, "\u{2028}")
    ended("U+0085", .harmless, "\u{85}")
    ended("U+2029", .harmless, "\u{2029}")
    ended("vertical tabs", .ambiguous, "\u{0B}")
    ended("a blank before each", .harmless, " \n")
    ended("a backslash before each", .harmless, "\\\n")
    ended("breaks of HTML", .ambiguous, "<br>\n")
    ended("all lost", .ambiguous, " ")
    ended("doubled", .harmless, "\n\n")
    letters("NUL bytes", .harmless) { $0.replacing(". ", with: ".\u{0} ") }
    letters("a NUL behind every line", .harmless) { $0.replacing("\n", with: "\u{0}\n") }
    letters("control characters", .harmless) { $0.replacing(", ", with: ",\u{7} ") }
    letters("zero-width blanks", .harmless) { $0.replacing(" ", with: " \u{200B}") }
    letters("marks of direction", .harmless) { $0.replacing("\n", with: "\u{200E}\n\u{200F}") }
    letters("no-break blanks", .harmless) { $0.replacing(" ", with: "\u{A0}") }
    letters("thin blanks", .harmless) { $0.replacing(" ", with: "\u{2009}") }
    letters("blanks doubled", .harmless) { $0.replacing(" ", with: "  ") }
    letters("tabs for blanks", .ambiguous) { $0.replacing(" ", with: "\t") }
    letters("fullwidth", .harmless, fullwidth)
    letters("fullwidth grades", .harmless) {
      ["Good", "Outstanding", "Inadequate", "Adequate"].reduce($0) { $0.replacing($1, with: fullwidth($1)) }
    }
    letters("decomposed", .harmless) { $0.decomposedStringWithCompatibilityMapping }
    letters("ligatures", .harmless) {
      $0.replacing("ffi", with: "ﬃ").replacing("ff", with: "ﬀ").replacing("fi", with: "ﬁ").replacing("fl", with: "ﬂ")
    }
    letters("ligatures split by a blank", .harmless) {
      $0.replacing("ff", with: "ff ").replacing("fi", with: "fi ").replacing("fl", with: "fl ")
    }
    letters("ligatures lost", .ambiguous) { $0.replacing("ff", with: "").replacing("fi", with: "") }
    letters("a mark in ligatures", .harmless) {
      $0.replacing("fi", with: "f\u{200C}i").replacing("ff", with: "f\u{200C}f")
    }
    letters("soft hyphens", .harmless) {
      $0.replacing("tion", with: "\u{AD}tion").replacing("ment", with: "\u{AD}ment")
    }
    letters("grades letter-spaced", .ambiguous) {
      ["Good", "Outstanding", "Inadequate", "Requires improvement"].reduce($0) { text, word in
        text.replacing(word, with: word.map(String.init).joined(separator: " "))
      }
    }
    letters("lower case", .harmless) { $0.lowercased() }
    letters("upper case", .ambiguous) { $0.uppercased() }
    letters("grades in upper case", .harmless) {
      ["Good", "Outstanding", "Inadequate", "Adequate", "Requires improvement"].reduce($0) {
        $0.replacing($1, with: $1.uppercased())
      }
    }
    letters("Cyrillic look-alikes", .ambiguous) { $0.replacing("o", with: "о") }
    letters("0 for o", .ambiguous) { $0.replacing("o", with: "0") }
    letters("rn for m", .ambiguous) { $0.replacing("m", with: "rn") }
    letters("1 for l", .ambiguous) { $0.replacing("l", with: "1") }
    letters("every e lost", .ambiguous) { $0.replacing("e", with: "") }
  }

  static let layouts: [DamageKind] = list {
    DamageKind.lines("layout: all lines indented", .harmless) { lines, _, _ in
      lines.map { $0.isEmpty ? $0 : "    " + $0 }
    }
    DamageKind.lines("layout: all lines quoted", .ambiguous) { lines, _, _ in lines.map { "> " + $0 } }
    DamageKind.lines("layout: line numbers at the left", .ambiguous) { lines, _, _ in
      lines.enumerated().map { "\($0 + 1)  \($1)" }
    }
    DamageKind.lines("layout: all lines twice", .ambiguous) { lines, _, _ in lines.flatMap { [$0, $0] } }
    DamageKind.lines("layout: blank lines lost", .ambiguous) { lines, _, _ in lines.filter { !$0.isEmpty } }
    DamageKind.lines("layout: some blank lines lost", .ambiguous) { lines, _, dice in
      lines.filter { !$0.isEmpty || dice.oneIn(3) }
    }
    DamageKind.lines("layout: rewrapped at 50", .harmless) { lines, sample, _ in
      rewrapped(lines, from: sample.bodyStart, at: 50)
    }
    DamageKind.lines("layout: rewrapped at 110", .harmless) { lines, sample, _ in
      rewrapped(lines, from: sample.bodyStart, at: 110)
    }
    DamageKind.lines("layout: a paragraph a line", .harmless) { lines, sample, _ in
      rewrapped(lines, from: sample.bodyStart, at: 100_000)
    }
    DamageKind.lines("layout: hyphens at line ends", .ambiguous) { lines, _, _ in
      lines.map { $0.count > 70 && $0.last?.isLetter == true ? String($0.dropLast(3)) + "-\n" + $0.suffix(3) : $0 }
    }
    DamageKind.lines("layout: Markdown headings", .harmless) { lines, sample, _ in
      var lines = lines
      for heading in sample.headings { lines[heading.range.lowerBound] = "## " + lines[heading.range.lowerBound] }
      if let title = sample.title { lines[title.lowerBound] = "# " + lines[title.lowerBound] }
      return lines
    }
    DamageKind.lines("layout: headings in bold", .harmless) { lines, sample, _ in
      var lines = lines
      for heading in sample.headings where heading.range.count == 1 {
        lines[heading.range.lowerBound] = "**" + lines[heading.range.lowerBound] + "**"
      }
      return lines
    }
    DamageKind.lines("layout: a watermark between lines", .harmless) { lines, sample, _ in
      lines.enumerated().flatMap { $0 > sample.bodyStart && $0 % 40 == 0 ? ["DRAFT", $1] : [$1] }
    }
    DamageKind.lines("layout: paragraphs of HTML", .ambiguous) { lines, _, _ in
      lines.map { $0.isEmpty ? "</p><p>" : $0.replacing("&", with: "&amp;") }
    }
  }

  /// Returns the lines with the body's paragraphs wrapped anew; a line with a bullet still begins a line.
  private static func rewrapped(_ lines: [String], from start: Int, at width: Int) -> [String] {
    var made = Array(lines.prefix(start))
    var paragraph: [String] = []
    func end() {
      made += wrapped(paragraph.joined(separator: " "), at: width)
      paragraph = []
    }
    for line in lines.dropFirst(start) {
      let isOpen = line.isEmpty || line.contains(/^\s*(◼|•||-|\d+\.)/) || line.count < 60 || line.hasPrefix("\u{0C}")
      if isOpen || (paragraph.last?.count ?? 99) < 60 { end() }
      if line.isEmpty { made.append(line) } else { paragraph.append(line) }
    }
    end()
    return made
  }
}
