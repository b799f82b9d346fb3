/// A compiled template: its names are resolved, and it consists of bytes, values, branches and loops.
struct Template: Sendable {
  /// A field of one of the enclosing contexts; the outermost is 0.
  struct Name: Sendable {
    let scope: Int
    let field: Int
  }

  /// The condition of a branch.
  enum Condition: Sendable {
    case has(Name)
    case isFirst
    case isLast
  }

  /// One step of rendering.
  indirect enum Node: Sendable {
    case literal([UInt8])
    case value(Name)
    case loop(Name, [Node])
    case branch(Condition, isInverted: Bool, [Node])
  }

  /// A context, and whether it is the first or last of its list.
  private struct Scope {
    let context: any TemplateContext
    var isFirst = true
    var isLast = true
  }

  let nodes: [Node]

  /// Appends the template rendered with contexts, the outermost first.
  func append(_ contexts: [any TemplateContext], to page: inout [UInt8]) {
    var scopes = contexts.map { Scope(context: $0) }
    Self.append(nodes, &scopes, to: &page)
  }

  private static func append(_ nodes: [Node], _ scopes: inout [Scope], to page: inout [UInt8]) {
    for node in nodes {
      switch node {
      case .literal(let bytes): page += bytes
      case .value(let name): scopes[name.scope].context.append(field: name.field, to: &page)
      case .loop(let name, let inner):
        let contexts = scopes[name.scope].context.contexts(field: name.field)
        for (index, context) in contexts.enumerated() {
          scopes.append(Scope(context: context, isFirst: index == 0, isLast: index == contexts.count - 1))
          append(inner, &scopes, to: &page)
          scopes.removeLast()
        }
      case .branch(let condition, let isInverted, let inner):
        if holds(condition, scopes) != isInverted { append(inner, &scopes, to: &page) }
      }
    }
  }

  private static func holds(_ condition: Condition, _ scopes: [Scope]) -> Bool {
    switch condition {
    case .has(let name): scopes[name.scope].context.has(field: name.field)
    case .isFirst: scopes.last?.isFirst ?? true
    case .isLast: scopes.last?.isLast ?? true
    }
  }
}
