internal import ContentLoading

/// A topic of recommendations, with its own pages and file: a theme or a service.
struct RecommendationTopic: Sendable {
  /// The kind, as a word: `theme`.
  let kind: String
  /// The identifier in the URL of the filter.
  let id: String
  let title: String
  /// A description of the recommendations that belong to the topic.
  let introduction: String
  /// The folder of its pages and its file.
  let folder: String

  /// The path of the file with all recommendations of the topic.
  var table: String { folder + DataTables.recommendations.name }

  static func all(_ themes: [Theme], _ services: [Service]) -> [RecommendationTopic] {
    themes.map { theme in
      let words = theme.words.map { "“\($0)…”" }.joined(separator: ", ")
      return RecommendationTopic(
        kind: "theme", id: theme.id, title: theme.title, introduction: "with a word that begins \(words)",
        folder: "recommendations/\(theme.id)/")
    }
      + services.map { service in
        RecommendationTopic(
          kind: "service", id: service.id, title: service.name, introduction: "of all inspections of this service",
          folder: "recommendations/service-\(service.id)/")
      }
  }
}

extension Site {
  /// Returns the indices of the topics that a recommendation belongs to.
  func topics(of text: String, framework: String) -> [Int] {
    let service = services.firstIndex { $0.inspects(framework) }.map { themes.themes.count + $0 }
    return themes.themes(of: text).map(\.theme) + [service].compactMap { $0 }
  }
}
