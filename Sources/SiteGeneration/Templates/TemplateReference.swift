/// The names that templates may use, for designers; derived from the types that pages are rendered with.
public enum TemplateReference {
  /// The names of all templates: their paths under `Templates/` without the extension.
  public static var templates: [String] { SiteTemplates.roots.map { $0.template }.sorted() }

  /// Returns the names that a template may use, one on each line; nil for an unknown template.
  public static func description(of template: String) -> String? {
    guard let root = SiteTemplates.roots.first(where: { $0.template == template }) else { return nil }
    let own = lines(root)
    return """
      Templates/\(template).mustache may use:
      \(own.isEmpty ? "  nothing of its own" : own.joined(separator: "\n"))

      And, as every template:
      \(lines(SiteConstants.self).joined(separator: "\n"))

      Text is escaped, and {{#name}}…{{/name}} shows what is in it where there is some; markup has been written by the
      generator. {{^name}}…{{/name}} shows what is in it where there is
      nothing of the name, and {{#first}}…{{/first}} and {{#last}}…{{/last}} in a list at its ends. Inside a section the
      names around it stay known. Any other name is an error with its place.
      """
  }

  private static func lines(_ context: any TemplateContext.Type) -> [String] {
    context.names.sorted { $0.name < $1.name }.flatMap { name, kind in
      switch kind {
      case .text: ["  {{\(name)}}  text"]
      case .address: ["  {{\(name)}}  an address, for links"]
      case .markup: ["  {{{\(name)}}}  markup"]
      case .flag: ["  {{#\(name)}}…{{/\(name)}}  shown or not"]
      case .list(let inner): ["  {{#\(name)}}…{{/\(name)}}  a list, with in it:"] + lines(inner).map { "  " + $0 }
      case .part(let inner):
        ["  {{#\(name)}}…{{/\(name)}}  may be missing, with in it:"] + lines(inner).map { "  " + $0 }
      }
    }
  }
}
