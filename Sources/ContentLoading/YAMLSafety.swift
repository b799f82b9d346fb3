internal import Diagnostics
internal import Yams

/// Protects the YAML library from files that anyone may have written: refuses dangerous texts, and words the library's
/// errors.
enum YAMLSafety {
  /// The most mappings and lists that may be nested.
  static let deepest = 16

  /// Returns the location of the first anchor, if there are aliases too. The library expands each alias into a copy of
  /// its anchor's value, so that a text must be refused before it is parsed, not after. Quoted text may look like
  /// either; only a file that has both is refused.
  static func firstAnchor(in source: SourceText) -> SourceLocation? {
    var anchor: Int?
    var hasAlias = false
    // The state before a byte: the last byte that is no blank, whether blanks follow it, and whether its word is a tag.
    // A tag may hold commas and brackets: `!<tag:yaml.org,2002:seq>`.
    var (last, isBehindBlank, isTag) = (UInt8(ascii: "\n"), false, false)
    for (offset, byte) in source.bytes.enumerated() {
      guard byte != UInt8(ascii: " "), byte != UInt8(ascii: "\t") else {
        isBehindBlank = true
        continue
      }
      // A value begins after an indicator of YAML, a line end, a tag, or any byte beyond ASCII, since some characters
      // there end a line too.
      if last >= 0x80 || "\n-?:,[{".utf8.contains(last) || isBehindBlank && isTag {
        if byte == UInt8(ascii: "*") { hasAlias = true }
        if byte == UInt8(ascii: "&") { anchor = anchor ?? offset }
      }
      if isBehindBlank || last == UInt8(ascii: "\n") { isTag = false }
      isTag = isTag || byte == UInt8(ascii: "!")
      (last, isBehindBlank) = (byte, false)
    }
    return hasAlias ? anchor.map(source.location(ofOffset:)) : nil
  }

  /// Whether no value is nested deeper than `deepest`.
  static func isShallow(_ node: Node, depth: Int = 0) -> Bool {
    guard depth <= deepest else { return false }
    return switch node {
    case .scalar, .alias: true
    case .sequence(let items): items.allSatisfy { isShallow($0, depth: depth + 1) }
    case .mapping(let pairs):
      pairs.allSatisfy { isShallow($0.key, depth: depth + 1) && isShallow($0.value, depth: depth + 1) }
    }
  }

  /// Returns the location of a mark. The library counts columns in Unicode scalars, a `SourceLocation` in characters.
  static func place(_ mark: Mark?, in source: SourceText) -> SourceLocation {
    guard let mark else { return SourceLocation(path: source.path) }
    let before = source.line(mark.line).unicodeScalars.prefix(max(0, mark.column - 1))
    return SourceLocation(path: source.path, line: mark.line, column: String(before).count + 1)
  }

  /// Returns the message and the location of an error of the library.
  static func wording(of error: any Error, in source: SourceText) -> (message: String, place: SourceLocation) {
    switch error as? YamlError {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let message = context.map { "\(problem) \($0.text)" } ?? problem
      return (message, place(mark, in: source))
    case .duplicatedKeysInMapping(let keys, let context):
      return ("the key “\(keys[0])” is given twice", place(context.mark, in: source))
    case .reader(let problem, let offset?, _, let text):
      return (problem, source.location(ofOffset: text.prefix(offset).utf8.count))
    default:
      return ("the file is not YAML", SourceLocation(path: source.path))
    }
  }
}
