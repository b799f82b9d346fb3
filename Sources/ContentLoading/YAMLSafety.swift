internal import Diagnostics
internal import Yams

/// What stands between a YAML file that anyone may have written and the library that reads it: which texts are not
/// given to it at all, and what its errors mean.
enum YAMLSafety {
  /// The most mappings and lists that may stand inside one another.
  static let deepest = 16

  /// Where the first anchor stands, if there are aliases too. The library takes each alias for a copy of what its
  /// anchor names, so that a text must be refused before it is read, not after. Text in quotation marks may look like
  /// either; only a file that has both is refused.
  static func firstAnchor(in source: SourceText) -> SourceLocation? {
    var anchor: Int?
    var hasAlias = false
    // What is before a byte: the last that is no blank, whether blanks follow it, and whether its word is a tag. A tag
    // may hold commas and brackets: `!<tag:yaml.org,2002:seq>`.
    var (last, isBehindBlank, isTag) = (UInt8(ascii: "\n"), false, false)
    for (offset, byte) in source.bytes.enumerated() {
      guard byte != UInt8(ascii: " "), byte != UInt8(ascii: "\t") else {
        isBehindBlank = true
        continue
      }
      // A value begins after a mark of YAML's own, a line end, a tag, or any byte beyond ASCII, since some characters there
      // end a line too.
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

  /// The place of a mark. The library counts columns in Unicode scalars, a `SourceLocation` in characters.
  static func place(_ mark: Mark?, in source: SourceText) -> SourceLocation {
    guard let mark else { return SourceLocation(path: source.path) }
    let before = source.line(mark.line).unicodeScalars.prefix(max(0, mark.column - 1))
    return SourceLocation(path: source.path, line: mark.line, column: String(before).count + 1)
  }

  /// What an error of the library says, and where.
  static func wording(of error: any Error, in source: SourceText) -> (message: String, place: SourceLocation) {
    switch error as? YamlError {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let message = context.map { "\(problem) \($0.text)" } ?? problem
      return (message, place(mark, in: source))
    case .duplicatedKeysInMapping(let keys, let context):
      return ("the key “\(keys[0])” stands twice", place(context.mark, in: source))
    case .reader(let problem, let offset?, _, let text):
      return (problem, source.location(ofOffset: text.prefix(offset).utf8.count))
    default:
      return ("the file is not YAML", SourceLocation(path: source.path))
    }
  }
}
