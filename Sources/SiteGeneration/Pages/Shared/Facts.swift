/// One term of a list of facts and its value.
struct Fact: TemplateContext {
  static let fields: [TemplateField<Fact>] = [.text("term") { $0.term }, .markup("value") { $0.value }]

  private let term: String
  private let value: [UInt8]

  /// A fact that is text; none where there is no text.
  init?(_ term: String, _ text: String?) {
    guard let text, !text.isEmpty else { return nil }
    self.init(term, markup: [UInt8](markup: "\(text)"))
  }

  /// A fact that is markup.
  init(_ term: String, markup: [UInt8]) {
    self.term = term
    value = markup
  }
}

/// Something the reader must know before reading on.
struct Notice: TemplateContext {
  static let fields: [TemplateField<Notice>] = [.text("title") { $0.title }, .markup("text") { $0.text }]

  let title: String
  let text: [UInt8]
}
