/// A term and its value in a list of facts.
struct Fact: TemplateContext {
  static let fields: [TemplateField<Fact>] = [.text("term") { $0.term }, .markup("value") { $0.value }]

  private let term: String
  private let value: [UInt8]

  /// Creates a fact from text; `nil` if the text is missing or empty.
  init?(_ term: String, _ text: String?) {
    guard let text, !text.isEmpty else { return nil }
    self.init(term, markup: [UInt8](markup: "\(text)"))
  }

  /// Creates a fact from markup.
  init(_ term: String, markup: [UInt8]) {
    self.term = term
    value = markup
  }
}

/// A notice shown before the content it qualifies.
struct Notice: TemplateContext {
  static let fields: [TemplateField<Notice>] = [.text("title") { $0.title }, .markup("text") { $0.text }]

  let title: String
  let text: [UInt8]
}
