internal import Diagnostics
internal import Inspections
internal import Yams

/// A mapping of a YAML file, read key by key. A value of another kind than the one asked for is a problem of the
/// document; a harmless stand-in is returned, so that reading goes on and one run reports all problems.
struct YAMLMapping {
  private let node: Node
  private let name: String
  private let values: [String: Node]
  private let document: YAMLDocument

  /// Takes a node that must be a mapping with no other keys than these.
  ///
  /// - Parameters:
  ///   - node: the node.
  ///   - name: what to call it in messages: `judgements[3]`.
  ///   - keys: the keys it may have.
  ///   - document: the document it is part of.
  init?(_ node: Node, name: String, keys: [String], in document: YAMLDocument) {
    guard let mapping = node.mapping else {
      document.add("\(name) must be a list of “key: value” lines", at: node)
      return nil
    }
    var values: [String: Node] = [:]
    for (key, value) in mapping {
      guard let word = key.scalar?.string, keys.contains(word) else {
        let word = key.scalar?.string ?? "…"
        document.add("unknown key “\(word)” in \(name)\(keys.hint(for: word))", at: key)
        continue
      }
      if values.updateValue(value, forKey: word) != nil { document.add("the key “\(word)” is given twice", at: key) }
    }
    self.node = node
    self.name = name
    self.values = values
    self.document = document
  }

  /// The problems of the document so far.
  var problems: [Diagnostic] { document.problems }

  /// Whether the key is there, whatever its value.
  func has(_ key: String) -> Bool { values[key] != nil }

  /// Whether the key is there and has no value.
  func isBlank(_ key: String) -> Bool { values[key]?.scalar.map { $0.string.trimmed.isEmpty } ?? false }

  /// Records a problem with a key's value, or with the mapping if it does not have the key.
  func report(_ message: String, at key: String) { document.add(message, at: values[key] ?? node) }

  /// Returns a text that is required.
  func text(_ key: String) -> String { required(key).flatMap { text($0, path(key)) } ?? "" }

  /// Returns a text that may be left out.
  func optionalText(_ key: String) -> String? { values[key].flatMap { text($0, path(key)) } }

  /// Returns a list of texts; without the key it is empty.
  func texts(_ key: String) -> [String] {
    items(key).compactMap { text($0.node, $0.name) }
  }

  /// Returns a list of texts that is required and has at least one.
  func someTexts(_ key: String) -> [String] {
    guard required(key) != nil else { return [] }
    if case .sequence(let items)? = values[key], items.isEmpty { report("\(path(key)) is empty", at: key) }
    return texts(key)
  }

  /// Returns `true` or `false`; without the key, the default.
  func flag(_ key: String, default standard: Bool = false) -> Bool {
    optional(key, "true or false", standard) { ["true": true, "false": false][$0] } ?? standard
  }

  /// Returns a whole number in a range, which may be left out.
  func number(_ key: String, in range: ClosedRange<Int>) -> Int? {
    optional(key, "a whole number from \(range.lowerBound) to \(range.upperBound)", nil) { text in
      Int(text).flatMap { range.contains($0) ? $0 : nil }
    }
  }

  /// Returns a date, which may be left out.
  func date(_ key: String) -> CalendarDate? { optional(key, "a date YYYY-MM-DD", nil) { CalendarDate(iso: $0) } }

  /// Returns a choice among some words, which may be left out: the raw values, with `-` for their capitals.
  func optionalChoice<Choice: RawRepresentable & CaseIterable>(_ key: String) -> Choice?
  where Choice.RawValue == String {
    let choices = Dictionary(Choice.allCases.map { (YAMLMapping.kebab($0.rawValue), $0) }) { first, _ in first }
    guard let node = values[key], let word = text(node, path(key)) else { return nil }
    if choices[word] == nil {
      let words = Choice.allCases.map { YAMLMapping.kebab($0.rawValue) }
      document.add("\(path(key)) can’t be “\(word)”\(words.hint(for: word))", at: node)
    }
    return choices[word]
  }

  /// Returns a contact, which may be left out: an e-mail address or the address of a page.
  func contact(_ key: String) -> String? {
    guard let contact = optionalText(key) else { return nil }
    let sides = contact.split(separator: "@", omittingEmptySubsequences: false)
    // Characters that could end the address or give it another scheme are in no real address.
    let isMail =
      sides.count == 2 && sides.allSatisfy { !$0.isEmpty }
      && contact.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || $0.properties.numericType != nil || ".@_+-'".unicodeScalars.contains($0)
      }
    if isMail || ExternalURL(contact) != nil { return contact }
    report("\(path(key)) must be an e-mail address or begin with https://", at: key)
    return nil
  }

  /// Returns a mapping that is required.
  func mapping(_ key: String, keys: [String]) -> YAMLMapping? {
    required(key).flatMap { YAMLMapping($0, name: path(key), keys: keys, in: document) }
  }

  /// Returns a list of mappings; without the key it is empty.
  func mappings(_ key: String, keys: [String]) -> [YAMLMapping] {
    items(key).compactMap { YAMLMapping($0.node, name: $0.name, keys: keys, in: document) }
  }

  /// Returns the value of a key; records a problem if the key is missing.
  @discardableResult
  func required(_ key: String) -> Node? {
    if values[key] == nil { document.add("missing key “\(key)” in \(name)", at: node) }
    return values[key]
  }

  private func path(_ key: String) -> String { name == "the file" ? key : "\(name).\(key)" }

  private func items(_ key: String) -> [(node: Node, name: String)] {
    guard let node = values[key] else { return [] }
    guard let items = node.sequence else {
      document.add("\(path(key)) must be a list", at: node)
      return []
    }
    return items.enumerated().map { ($0.element, "\(path(key))[\($0.offset + 1)]") }
  }

  private func optional<Value>(
    _ key: String, _ kind: String, _ standard: Value?, _ read: (String) -> Value?
  ) -> Value? {
    guard let node = values[key], let text = text(node, path(key)) else { return standard }
    if let value = read(text) { return value }
    document.add("\(path(key)) must be \(kind), not “\(text)”", at: node)
    return standard
  }

  /// Returns the text of a scalar, trimmed; YAML's words for null count as empty.
  private func text(_ node: Node, _ path: String) -> String? {
    guard let scalar = node.scalar else {
      document.add("\(path) must be text, not a \(node.sequence == nil ? "mapping" : "list")", at: node)
      return nil
    }
    let text = scalar.string.trimmed
    if text.isEmpty || scalar.style == .plain && ["~", "null"].contains(text) {
      document.add("\(path) is empty", at: node)
      return nil
    }
    return text
  }

  static func kebab(_ word: String) -> String {
    word.map { $0.isUppercase ? "-" + $0.lowercased() : String($0) }.joined()
  }
}
