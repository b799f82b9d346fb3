internal import Diagnostics

/// Resolves a template's names against its context, and reports all errors in it.
struct TemplateCompiler {
  private let texts: [String: SourceText]
  /// The names of the templates that are a page's template or included in one.
  private(set) var used: Set<String> = []
  /// The errors found.
  private(set) var problems: Set<Diagnostic> = []

  /// A file that is being compiled: the template itself or a partial in it.
  private struct File {
    let text: SourceText
    let pieces: [TemplateParser.Piece]
    /// The names of the including files and of this one.
    let path: [String]
    /// The indentation of each of its lines.
    let indent: [UInt8]
    var next = 0
    var isAtLineStart = true
  }

  /// Creates a compiler for templates keyed by name.
  init(_ texts: [String: SourceText]) {
    self.texts = texts
  }

  /// Returns the compiled template for contexts, the outermost first; nil if the file is missing.
  mutating func compile(_ name: String, scopes: [any TemplateContext.Type]) -> Template? {
    guard let text = texts[name] else { return nil }
    var place = HTMLPlace.content
    return Template(nodes: nodes(of: text, path: [name], indent: [], scopes, &place))
  }

  private mutating func nodes(
    of text: SourceText, path: [String], indent: [UInt8], _ scopes: [any TemplateContext.Type], _ place: inout HTMLPlace
  ) -> [Template.Node] {
    used.insert(path.last ?? "")
    let parser = TemplateParser(text)
    if let unclosed = parser.unclosed { report("this tag is never closed", text, unclosed) }
    var file = File(text: text, pieces: parser.pieces, path: path, indent: indent)
    var nodes = nodes(of: &file, in: nil, scopes, &place)
    while file.next < file.pieces.count { nodes += self.nodes(of: &file, in: nil, scopes, &place) }
    return nodes
  }

  /// Returns the nodes up to the end of a section, or of the file.
  private mutating func nodes(
    of file: inout File, in section: TemplateParser.Tag?, _ scopes: [any TemplateContext.Type], _ place: inout HTMLPlace
  ) -> [Template.Node] {
    var nodes: [Template.Node] = []
    func append(_ bytes: [UInt8]) {
      if case .literal(let last) = nodes.last {
        nodes[nodes.count - 1] = .literal(last + bytes)
      } else {
        nodes.append(.literal(bytes))
      }
    }
    while file.next < file.pieces.count {
      let piece = file.pieces[file.next]
      file.next += 1
      switch piece {
      case .literal(let range):
        if range.isEmpty { continue }
        place.advance(over: file.text.bytes[range])
        append(Self.indented(file.text.bytes[range], &file))
      case .tag(let tag):
        switch tag.kind {
        case .comment: continue
        case .other: report("“\(tag.name)” is not a kind of tag that these templates use", file.text, tag.offset)
        case .text, .markup:
          guard let name = value(tag, scopes, place, file.text) else { continue }
          if file.isAtLineStart, !file.indent.isEmpty { append(file.indent) }
          file.isAtLineStart = false
          place.advanceOverValue()
          nodes.append(.value(name))
        case .section, .inverted: nodes += branch(tag, of: &file, scopes, &place)
        case .close:
          if tag.name == section?.name { return nodes }
          report("“\(tag.name)” is closed here but not open", file.text, tag.offset)
        case .partial: nodes += partial(tag, in: file, scopes, &place)
        }
      }
    }
    if let section { report("the section “\(section.name)” is never closed", file.text, section.offset) }
    return nodes
  }

  private static func indented(_ bytes: ArraySlice<UInt8>, _ file: inout File) -> [UInt8] {
    if file.indent.isEmpty { return Array(bytes) }
    var indented: [UInt8] = []
    for byte in bytes {
      if file.isAtLineStart { indented += file.indent }
      indented.append(byte)
      file.isAtLineStart = byte == 0x0A
    }
    return indented
  }

  // MARK: Tags

  private mutating func value(
    _ tag: TemplateParser.Tag, _ scopes: [any TemplateContext.Type], _ place: HTMLPlace, _ text: SourceText
  ) -> Template.Name? {
    guard let (name, kind) = find(tag, scopes, text) else { return nil }
    let problem =
      switch (kind, tag.kind) {
      case (.markup, .text): "“\(tag.name)” is markup: write {{{\(tag.name)}}}"
      case (.text, .markup), (.address, .markup):
        "“\(tag.name)” is text and must be escaped: write {{\(tag.name)}}"
      case (.flag, _): "“\(tag.name)” is yes or no: open it with {{#\(tag.name)}}"
      case (.list, _): "“\(tag.name)” is a list: open it with {{#\(tag.name)}}"
      case (.part, _): "“\(tag.name)” has names of its own: open it with {{#\(tag.name)}}"
      default: place.objection(to: kind, tag.name)
      }
    if let problem { report(problem, text, tag.offset) }
    return name
  }

  private mutating func branch(
    _ tag: TemplateParser.Tag, of file: inout File, _ scopes: [any TemplateContext.Type], _ place: inout HTMLPlace
  ) -> [Template.Node] {
    let isInverted = tag.kind == .inverted
    var inner = scopes
    var isUnknown = false
    var make: ([Template.Node]) -> Template.Node = { .branch(.isFirst, isInverted: isInverted, $0) }
    switch tag.name {
    case "first": break
    case "last": make = { .branch(.isLast, isInverted: isInverted, $0) }
    default:
      guard let (name, kind) = find(tag, scopes, file.text) else {
        isUnknown = true
        break
      }
      make = { .branch(.has(name), isInverted: isInverted, $0) }
      switch kind {
      case .text, .address, .flag: break
      case .markup: report("“\(tag.name)” is markup and can’t open a section", file.text, tag.offset)
      case .list(let context), .part(let context):
        if isInverted { break }
        inner.append(context)
        make = { .loop(name, $0) }
      }
    }
    let start = place
    let known = problems
    let nodes = nodes(of: &file, in: tag, inner, &place)
    // Names in an unknown section can't be resolved either: report only the section.
    if isUnknown { problems = known }
    if !start.isClosed(at: place) {
      report("the section “\(tag.name)” must end in the same tag or attribute that it begins in", file.text, tag.offset)
    }
    place = start
    return [make(nodes)]
  }

  private mutating func partial(
    _ tag: TemplateParser.Tag, in file: File, _ scopes: [any TemplateContext.Type], _ place: inout HTMLPlace
  ) -> [Template.Node] {
    guard let text = texts[tag.name] else {
      let hint = texts.keys.sorted().nearest(to: tag.name).map { "; did you mean “\($0)”?" } ?? ""
      report("there is no template “\(tag.name).mustache”\(hint)", file.text, tag.offset, code: .missingTemplate)
      return []
    }
    guard !file.path.contains(tag.name) else {
      report("“\(tag.name)” includes itself", file.text, tag.offset)
      return []
    }
    return nodes(of: text, path: file.path + [tag.name], indent: file.indent + tag.indent, scopes, &place)
  }

  // MARK: Names

  private mutating func find(
    _ tag: TemplateParser.Tag, _ scopes: [any TemplateContext.Type], _ text: SourceText
  ) -> (Template.Name, TemplateKind)? {
    for (scope, context) in scopes.enumerated().reversed() {
      if let field = context.names.firstIndex(where: { $0.name == tag.name }) {
        return (Template.Name(scope: scope, field: field), context.names[field].kind)
      }
    }
    let known = Set(scopes.flatMap { $0.names.map(\.name) }).sorted()
    report("“\(tag.name)” is not known here\(known.hint(for: tag.name))", text, tag.offset)
    return nil
  }

  private mutating func report(
    _ message: String, _ text: SourceText, _ offset: Int, code: DiagnosticCode = .invalidTemplate
  ) {
    let location = text.location(ofOffset: offset)
    problems.insert(Diagnostic(.error, code, message, at: location, excerpt: text.line(location.line)))
  }
}
