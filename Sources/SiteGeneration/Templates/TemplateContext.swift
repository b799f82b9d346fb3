/// What a template is given: each context names its template and lists every name that the template may use.
///
/// A name is told only here, so a template can be checked against it when it is loaded; mustache itself prints nothing
/// for a name it doesn't know.
protocol TemplateContext: Sendable {
  /// The template's path under `Templates/`, without its ending: `parts/badge`.
  static var template: String { get }
  /// The names that the template may use beside the site's own.
  static var fields: [TemplateField<Self>] { get }
}

/// One name that a template may use.
struct TemplateField<Context>: Sendable {
  /// How the value enters the page.
  enum Value: Sendable {
    /// Text, which is escaped: `{{name}}`.
    case text(@Sendable (Context) -> String)
    /// Markup that the generator has written: `{{{name}}}`.
    case markup(@Sendable (Context) -> [UInt8])
  }

  /// The name in the template.
  let name: String
  /// How to tell the value.
  let value: Value

  /// A name that stands for text.
  static func text(_ name: String, _ value: @escaping @Sendable (Context) -> String) -> TemplateField {
    TemplateField(name: name, value: .text(value))
  }

  /// A name that stands for markup.
  static func markup(_ name: String, _ value: @escaping @Sendable (Context) -> [UInt8]) -> TemplateField {
    TemplateField(name: name, value: .markup(value))
  }
}

/// What a name may stand for in a template.
indirect enum TemplateName: Sendable, Equatable {
  /// Text, to be written `{{name}}`.
  case text
  /// Markup, to be written `{{{name}}}`.
  case markup
  /// Text of the site's configuration that may be absent, so that it may also open a section.
  case optionalText
  /// A list of the site's configuration: it opens a section, with these names inside.
  case list([String: TemplateName])
}

extension TemplateContext {
  /// The names that the template may use beside the site's own.
  static var vocabulary: [String: TemplateName] {
    var vocabulary: [String: TemplateName] = [:]
    for field in fields {
      switch field.value {
      case .text: vocabulary[field.name] = .text
      case .markup: vocabulary[field.name] = .markup
      }
    }
    return vocabulary
  }
}
