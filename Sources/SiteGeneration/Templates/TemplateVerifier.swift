internal import Diagnostics

/// Checks templates against the names they may use, before anything is rendered: mustache prints nothing for a name
/// that it doesn't know, and a misspelt grade would be a blank badge.
struct TemplateVerifier {
  private let templates: [String: SourceText]
  private var diagnostics: Set<Diagnostic> = []

  /// Takes the templates by their names.
  init(_ templates: [String: SourceText]) {
    self.templates = templates
  }

  /// What is wrong with a template and all it includes, given the names it may use.
  static func verify(
    _ name: String, in templates: [String: SourceText], vocabulary: [String: TemplateName]
  ) -> Set<Diagnostic> {
    var verifier = TemplateVerifier(templates)
    verifier.verify(name, scopes: [vocabulary], including: [])
    return verifier.diagnostics
  }

  private mutating func verify(_ name: String, scopes: [[String: TemplateName]], including parents: [String]) {
    guard let text = templates[name] else { return }
    if let control = text.bytes.firstIndex(where: { $0 == TemplateMarker.start || $0 == TemplateMarker.end }) {
      report("a template may not hold control characters", in: text, at: control)
    }
    let (tags, unclosed) = TemplateScanner.scan(text)
    if let unclosed { report("this tag is never closed", in: text, at: unclosed) }
    var scopes = scopes
    var open: [TemplateScanner.Tag] = []
    for tag in tags {
      switch tag.kind {
      case .comment: continue
      case .other:
        report("“\(tag.name)” is not a kind of tag that these templates use", in: text, at: tag.offset)
      case .text, .markup: verifyVariable(tag, scopes: scopes, in: text)
      case .section, .inverted:
        open.append(tag)
        scopes.append(verifySection(tag, scopes: scopes, in: text))
      case .close:
        if open.last?.name == tag.name {
          open.removeLast()
          scopes.removeLast()
        } else {
          report("“\(tag.name)” is closed here but not open", in: text, at: tag.offset)
        }
      case .partial: verifyPartial(tag, scopes: scopes, in: text, including: parents + [name])
      }
    }
    for tag in open { report("the section “\(tag.name)” is never closed", in: text, at: tag.offset) }
  }

  private mutating func verifyVariable(
    _ tag: TemplateScanner.Tag, scopes: [[String: TemplateName]], in text: SourceText
  ) {
    switch (lookUp(tag.name, in: scopes), tag.kind) {
    case (nil, _): reportUnknown(tag, scopes: scopes, in: text)
    case (.text, .text), (.optionalText, .text), (.markup, .markup): return
    case (.markup, _): report("“\(tag.name)” is markup: write {{{\(tag.name)}}}", in: text, at: tag.offset)
    case (.text, _), (.optionalText, _):
      report("“\(tag.name)” is text and must be escaped: write {{\(tag.name)}}", in: text, at: tag.offset)
    case (.list, _): report("“\(tag.name)” is a list: open it with {{#\(tag.name)}}", in: text, at: tag.offset)
    }
  }

  private mutating func verifySection(
    _ tag: TemplateScanner.Tag, scopes: [[String: TemplateName]], in text: SourceText
  ) -> [String: TemplateName] {
    switch lookUp(tag.name, in: scopes) {
    case nil: reportUnknown(tag, scopes: scopes, in: text)
    case .optionalText: return [:]
    case .list(let names): return tag.kind == .section ? names : [:]
    case .text, .markup:
      report(
        "“\(tag.name)” differs from page to page and can’t open a section: what may be absent is a template of its own",
        in: text, at: tag.offset)
    }
    return [:]
  }

  private mutating func verifyPartial(
    _ tag: TemplateScanner.Tag, scopes: [[String: TemplateName]], in text: SourceText, including parents: [String]
  ) {
    if templates[tag.name] == nil {
      report("there is no template “\(tag.name).mustache”", in: text, at: tag.offset, code: .missingTemplate)
    } else if parents.contains(tag.name) {
      report("“\(tag.name)” includes itself", in: text, at: tag.offset)
    } else {
      verify(tag.name, scopes: scopes, including: parents)
    }
  }

  private func lookUp(_ name: String, in scopes: [[String: TemplateName]]) -> TemplateName? {
    for scope in scopes.reversed() {
      if let found = scope[name] { return found }
    }
    return nil
  }

  private mutating func reportUnknown(
    _ tag: TemplateScanner.Tag, scopes: [[String: TemplateName]], in text: SourceText
  ) {
    let known = Set(scopes.flatMap(\.keys)).sorted().joined(separator: ", ")
    report("“\(tag.name)” is not known here; known are \(known)", in: text, at: tag.offset)
  }

  private mutating func report(
    _ message: String, in text: SourceText, at offset: Int, code: DiagnosticCode = .invalidTemplate
  ) {
    let location = text.location(ofOffset: offset)
    diagnostics.insert(Diagnostic(.error, code, message, at: location, excerpt: text.line(location.line)))
  }
}
