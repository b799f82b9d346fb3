/// The position in an HTML document that a template's text has reached; it determines which values are allowed there.
enum HTMLPlace {
  /// Between tags.
  case content
  /// Inside a tag, outside any quoted value, with the part of the tag so far.
  case tag([UInt8])
  /// Inside a quoted value.
  case value(attribute: String, quote: UInt8, isAtStart: Bool, tag: [UInt8])
  /// Inside a comment.
  case comment
  /// Inside an element whose content isn't markup: `script` or `style`.
  case raw(String)

  /// Advances over text of the template.
  mutating func advance(over bytes: some Collection<UInt8>) {
    var seen: [UInt8] = []
    for byte in bytes {
      seen.append(byte)
      switch self {
      case .content: if byte == UInt8(ascii: "<") { self = .tag([]) }
      case .tag(let written): self = Self.next(byte, in: written)
      case .value(let attribute, let quote, _, let tag):
        self = byte == quote ? .tag(tag) : .value(attribute: attribute, quote: quote, isAtStart: false, tag: tag)
      case .comment: if seen.ends(with: "-->") { self = .content }
      case .raw(let element): if seen.ends(with: "</\(element)>") { self = .content }
      }
    }
  }

  /// Advances over an inserted value.
  mutating func advanceOverValue() {
    if case .value(let attribute, let quote, _, let tag) = self {
      self = .value(attribute: attribute, quote: quote, isAtStart: false, tag: tag)
    }
  }

  /// Whether a branch that begins here may end there: in the same kind of position, and the same tag or attribute.
  func isClosed(at end: HTMLPlace) -> Bool {
    switch (self, end) {
    case (.content, .content), (.comment, .comment): true
    case (.tag(let tag), .tag(let other)): Self.element(tag) == Self.element(other)
    case (.value(let attribute, let quote, _, _), .value(let other, let otherQuote, _, _)):
      attribute == other && quote == otherQuote
    case (.raw(let element), .raw(let other)): element == other
    default: false
    }
  }

  /// Returns the reason why a kind of value isn't allowed here, with a remedy; nil if it is allowed.
  func objection(to kind: TemplateKind, _ name: String) -> String? {
    let isMarkup = if case .markup = kind { true } else { false }
    let isAddress = if case .address = kind { true } else { false }
    switch self {
    case .content: return nil
    case .value(let attribute, _, let isAtStart, _):
      if isMarkup { return "“\(name)” is markup and can’t be in an attribute; put it between tags" }
      if attribute.hasPrefix("on") || attribute == "style" || attribute == "srcdoc" {
        return "nothing may be put into “\(attribute)”, which a browser would run; use a class or a data- attribute"
      }
      guard Self.addresses.contains(attribute), isAtStart, !isAddress else { return nil }
      return "“\(name)” is text and can’t begin an address; begin “\(attribute)” with an address, such as {{root}}"
    case .tag: return "“\(name)” is in a tag; put it into a quoted attribute or between tags"
    case .comment: return "“\(name)” is in an HTML comment; put it between tags, or make a comment of {{! }}"
    case .raw(let element): return "“\(name)” is in “\(element)”; put it into a data- attribute and read it there"
    }
  }

  private static let addresses: Set<String> = [
    "href", "src", "action", "formaction", "cite", "poster", "data", "srcset", "ping", "background", "xlink:href",
  ]

  private static func next(_ byte: UInt8, in tag: [UInt8]) -> HTMLPlace {
    let written = tag + [byte]
    if written.elementsEqual("!--".utf8) { return .comment }
    if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"), tag.last == UInt8(ascii: "=") {
      let name = tag.dropLast().reversed().prefix { $0 > 0x20 && $0 != UInt8(ascii: "/") }.reversed()
      return .value(
        attribute: String(decoding: name, as: UTF8.self).lowercased(), quote: byte, isAtStart: true, tag: written)
    }
    guard byte == UInt8(ascii: ">") else { return .tag(written) }
    let element = element(tag)
    return element == "script" || element == "style" ? .raw(element) : .content
  }

  private static func element(_ tag: [UInt8]) -> String {
    String(decoding: tag.prefix { $0 > 0x20 }, as: UTF8.self).lowercased()
  }
}

extension [UInt8] {
  fileprivate func ends(with text: String) -> Bool { suffix(text.utf8.count).elementsEqual(text.utf8) }
}
