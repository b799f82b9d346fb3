/// What the templates may name, for designers: told by the very types that the pages are made with.
public enum TemplateVocabulary {
  /// The names of all templates, as their paths under `Templates/` without the ending.
  public static var templates: [String] { SiteTemplates.contexts.map { $0.template }.sorted() }

  /// The names that a template may use, a line each; nil for a template that there is not.
  public static func description(of template: String) -> String? {
    guard let context = SiteTemplates.contexts.first(where: { $0.template == template }) else { return nil }
    let own = lines(context.vocabulary)
    let shared = lines(SiteConstants.vocabulary)
    return """
      Templates/\(template).mustache may use:
      \(own.isEmpty ? "  nothing of its own" : own.joined(separator: "\n"))

      And, as every template:
      \(shared.joined(separator: "\n"))

      Text is escaped; markup has been written by the generator. Any other name is an error with its place.
      """
  }

  private static func lines(_ vocabulary: [String: TemplateName]) -> [String] {
    vocabulary.sorted { $0.key < $1.key }.flatMap { name, kind in
      switch kind {
      case .text: ["  {{\(name)}}  text"]
      case .markup: ["  {{{\(name)}}}  markup"]
      case .optionalText: ["  {{#\(name)}}…{{\(name)}}…{{/\(name)}}  text that may be absent"]
      case .list(let names): ["  {{#\(name)}}…{{/\(name)}}  a list, with in it:"] + lines(names).map { "  " + $0 }
      }
    }
  }
}
