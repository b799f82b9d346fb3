internal import Diagnostics
internal import Inspections

/// Reads the themes of recommendations, `Content/themes.yaml`.
enum ThemeLoader {
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
