/// A value that a template is rendered with. It lists every name that the template may use, so that a template can be
/// checked when it is loaded.
protocol TemplateContext: Sendable {
  /// The names of this context; those of enclosing contexts are also available.
  static var fields: [TemplateField<Self>] { get }
  // As requirements these have code for each type; from an extension alone, types were looked up for every field.
  /// Appends the text or the markup of a field.
  func append(field index: Int, to page: inout [UInt8])
  /// Returns the contexts of a field.
  func contexts(field index: Int) -> [any TemplateContext]
  /// Whether a section on a field is shown.
  func has(field index: Int) -> Bool
}

/// A context with a template file of its own.
protocol TemplateRoot: TemplateContext {
  /// The file's path under `Templates/`, without its extension: `partials/badge`.
  static var template: String { get }
}

/// The kind of a name's value, which determines how a template may use it.
enum TemplateKind: Sendable {
  /// Text, which is escaped: `{{name}}`. It opens a section if it isn't empty.
  case text
  /// Text that may begin a URL, since the generator created or checked it.
  case address
  /// Markup from the generator: `{{{name}}}`.
  case markup
  /// A Boolean: it opens a section.
  case flag
  /// Any number of contexts: a section is rendered for each.
  case list(any TemplateContext.Type)
  /// An optional context.
  case part(any TemplateContext.Type)
}

/// One name that a template may use, and a function that returns its value.
struct TemplateField<Context>: Sendable {
  fileprivate enum Value: Sendable {
    case text(@Sendable (Context) -> String?)
    case markup(@Sendable (Context, inout [UInt8]) -> Void)
    case flag(@Sendable (Context) -> Bool)
    case contexts(@Sendable (Context) -> [any TemplateContext])
  }

  let name: String
  let kind: TemplateKind
  fileprivate let value: Value

  /// Creates a field for text; nil is treated as empty.
  static func text(_ name: String, _ value: @escaping @Sendable (Context) -> String?) -> TemplateField {
    TemplateField(name: name, kind: .text, value: .text(value))
  }

  /// Creates a field for a URL.
  static func address(_ name: String, _ value: @escaping @Sendable (Context) -> String?) -> TemplateField {
    TemplateField(name: name, kind: .address, value: .text(value))
  }

  /// Creates a field for markup.
  static func markup(_ name: String, _ value: @escaping @Sendable (Context) -> [UInt8]) -> TemplateField {
    TemplateField(name: name, kind: .markup, value: .markup { $1 += value($0) })
  }

  /// Creates a field for markup that is written directly to the page.
  static func markup(_ name: String, writing value: @escaping @Sendable (Context, inout [UInt8]) -> Void)
    -> TemplateField
  {
    TemplateField(name: name, kind: .markup, value: .markup(value))
  }

  /// Creates a field for a Boolean.
  static func flag(_ name: String, _ value: @escaping @Sendable (Context) -> Bool) -> TemplateField {
    TemplateField(name: name, kind: .flag, value: .flag(value))
  }

  /// Creates a field for a list of contexts.
  static func list<Element: TemplateContext>(
    _ name: String, _ value: @escaping @Sendable (Context) -> [Element]
  ) -> TemplateField {
    TemplateField(name: name, kind: .list(Element.self), value: .contexts { value($0) })
  }

  /// Creates a field for an optional context.
  static func part<Element: TemplateContext>(
    _ name: String, _ value: @escaping @Sendable (Context) -> Element?
  ) -> TemplateField {
    TemplateField(name: name, kind: .part(Element.self), value: .contexts { value($0).map { [$0] } ?? [] })
  }
}

extension TemplateContext {
  /// All names with the kinds of their values.
  static var names: [(name: String, kind: TemplateKind)] { fields.map { ($0.name, $0.kind) } }

  func append(field index: Int, to page: inout [UInt8]) {
    switch Self.fields[index].value {
    case .text(let text): if let text = text(self) { page.append(escaped: text) }
    case .markup(let append): append(self, &page)
    case .flag, .contexts: break
    }
  }

  func contexts(field index: Int) -> [any TemplateContext] {
    if case .contexts(let contexts) = Self.fields[index].value { contexts(self) } else { [] }
  }

  func has(field index: Int) -> Bool {
    switch Self.fields[index].value {
    case .text(let text): text(self)?.isEmpty == false
    case .flag(let flag): flag(self)
    case .contexts(let contexts): !contexts(self).isEmpty
    case .markup: true
    }
  }
}
