/// A value that a template is filled with: it lists every name that the template may use, so that a template can be
/// checked when it is loaded.
protocol TemplateContext: Sendable {
  /// The names, beside those of the contexts around this one.
  static var fields: [TemplateField<Self>] { get }
}

/// A context with a file of its own.
protocol TemplateRoot: TemplateContext {
  /// The file's path under `Templates/`, without its ending: `partials/badge`.
  static var template: String { get }
}

/// What a name stands for, and so how a template may use it.
enum TemplateKind: Sendable {
  /// Text, which is escaped: `{{name}}`. It opens a section where it isn't empty.
  case text
  /// Text that may begin an address, since the generator made it or checked it.
  case address
  /// Markup that the generator has written: `{{{name}}}`.
  case markup
  /// Yes or no: it opens a section.
  case flag
  /// Any number of contexts: a section is repeated for each.
  case list(any TemplateContext.Type)
  /// One context or none.
  case part(any TemplateContext.Type)
}

/// One name that a template may use, and how to tell its value.
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

  /// A name that stands for text; nil is as good as empty.
  static func text(_ name: String, _ value: @escaping @Sendable (Context) -> String?) -> TemplateField {
    TemplateField(name: name, kind: .text, value: .text(value))
  }

  /// A name that stands for an address.
  static func address(_ name: String, _ value: @escaping @Sendable (Context) -> String?) -> TemplateField {
    TemplateField(name: name, kind: .address, value: .text(value))
  }

  /// A name that stands for markup.
  static func markup(_ name: String, _ value: @escaping @Sendable (Context) -> [UInt8]) -> TemplateField {
    TemplateField(name: name, kind: .markup, value: .markup { $1 += value($0) })
  }

  /// A name that stands for markup which is written straight into the page.
  static func markup(_ name: String, writing value: @escaping @Sendable (Context, inout [UInt8]) -> Void)
    -> TemplateField
  {
    TemplateField(name: name, kind: .markup, value: .markup(value))
  }

  /// A name that is there or not.
  static func flag(_ name: String, _ value: @escaping @Sendable (Context) -> Bool) -> TemplateField {
    TemplateField(name: name, kind: .flag, value: .flag(value))
  }

  /// A name that stands for several contexts.
  static func list<Element: TemplateContext>(
    _ name: String, _ value: @escaping @Sendable (Context) -> [Element]
  ) -> TemplateField {
    TemplateField(name: name, kind: .list(Element.self), value: .contexts { value($0) })
  }

  /// A name that stands for a context that may be missing.
  static func part<Element: TemplateContext>(
    _ name: String, _ value: @escaping @Sendable (Context) -> Element?
  ) -> TemplateField {
    TemplateField(name: name, kind: .part(Element.self), value: .contexts { value($0).map { [$0] } ?? [] })
  }
}

extension TemplateContext {
  /// Every name with what it stands for.
  static var names: [(name: String, kind: TemplateKind)] { fields.map { ($0.name, $0.kind) } }

  /// Appends the text or the markup of a field.
  func append(field index: Int, to page: inout [UInt8]) {
    switch Self.fields[index].value {
    case .text(let text): if let text = text(self) { page.append(escaped: text) }
    case .markup(let append): append(self, &page)
    case .flag, .contexts: break
    }
  }

  /// The contexts of a field.
  func contexts(field index: Int) -> [any TemplateContext] {
    if case .contexts(let contexts) = Self.fields[index].value { contexts(self) } else { [] }
  }

  /// Whether a section on a field is shown.
  func has(field index: Int) -> Bool {
    switch Self.fields[index].value {
    case .text(let text): text(self)?.isEmpty == false
    case .flag(let flag): flag(self)
    case .contexts(let contexts): !contexts(self).isEmpty
    case .markup: true
    }
  }
}
