internal import Diagnostics
internal import Inspections

/// A subject that recommendations are sorted under, by words that anyone can see: `Content/themes.yaml`.
public struct Theme: Sendable, Hashable {
  /// The identifier in URLs.
  public var id: String
  /// The name.
  public var title: String
  /// The beginnings of words, or several words, any of which is enough; lowercased.
  public var words: [String]
}

extension Theme {
  private static let keys = ["id", "title", "words"]

  /// Returns the themes in a file, or none and its problems.
  static func load(_ source: SourceText) -> (themes: [Theme], problems: [Diagnostic]) {
    let document = YAMLDocument(source)
    guard let root = document.root(keys: ["themes"]) else { return ([], document.problems) }
    root.required("themes")
    var ids: Set<String> = []
    let themes = root.mappings("themes", keys: keys).map { mapping in
      let theme = Theme(
        id: mapping.text("id"), title: mapping.text("title"), words: mapping.someTexts("words").map { $0.lowercased() })
      if !Slug.isWellFormed(theme.id) { mapping.report("“\(theme.id)” is not an identifier", at: "id") }
      if !ids.insert(theme.id).inserted { mapping.report("the id “\(theme.id)” is given twice", at: "id") }
      return theme
    }
    return document.problems.isEmpty ? (themes, []) : ([], document.problems)
  }
}

/// Finds the themes of texts; created once for all of them.
public struct ThemeFinder: Sendable {
  /// The themes, in their order.
  public let themes: [Theme]
  /// The words by their first byte.
  private let patterns: [[(theme: Int, word: Int, bytes: [UInt8])]]

  /// Creates a finder for these themes.
  public init(_ themes: [Theme]) {
    self.themes = themes
    var patterns: [[(theme: Int, word: Int, bytes: [UInt8])]] = Array(repeating: [], count: 256)
    for (index, theme) in themes.enumerated() {
      for (place, word) in theme.words.enumerated() {
        let bytes = ThemeFinder.folded(word)
        if let first = bytes.first { patterns[Int(first)].append((index, place, bytes)) }
      }
    }
    self.patterns = patterns
  }

  /// Returns the indices of the themes of a text, each with the first of its words that begins a word there.
  public func themes(of text: String) -> [(theme: Int, word: String)] {
    let bytes = ThemeFinder.folded(text)
    // The index of the first of each theme's words that was found.
    var found = Array(repeating: Int.max, count: themes.count)
    var isStart = true
    for index in bytes.indices {
      if isStart {
        for pattern in patterns[Int(bytes[index])] where pattern.word < found[pattern.theme] {
          if bytes[index...].starts(with: pattern.bytes) { found[pattern.theme] = pattern.word }
        }
      }
      isStart = bytes[index] == 0x20
    }
    return found.indices.filter { found[$0] < .max }.map { ($0, themes[$0].words[found[$0]]) }
  }

  /// Returns the text lowercased, with a blank for every byte that is no letter or digit of ASCII.
  private static func folded(_ text: String) -> [UInt8] {
    text.utf8.map { byte in
      switch byte {
      case 0x41...0x5A: byte | 0x20
      case 0x61...0x7A, 0x30...0x39: byte
      default: 0x20
      }
    }
  }
}
