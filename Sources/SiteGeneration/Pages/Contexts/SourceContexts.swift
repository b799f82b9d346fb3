/// The text that a report was read from, line by line.
struct SourceContext: TemplateContext {
  static let template = "source"
  static let fields: [TemplateField<SourceContext>] = [
    .text("authority") { $0.authority }, .text("title") { $0.title }, .text("file") { $0.file },
    .text("facts") { $0.facts }, .text("digest") { $0.digest }, .markup("lines") { $0.lines },
  ]

  let authority: String
  let title: String
  /// The name of the file.
  let file: String
  /// How long it is and how it is encoded, in words.
  let facts: String
  let digest: String
  let lines: [UInt8]
}
