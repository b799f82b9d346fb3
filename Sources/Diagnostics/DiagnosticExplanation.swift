extension DiagnosticCode {
  /// The explanation that `sitegen explain CODE` prints: the problem, why it matters and what to do about it.
  public var explanation: String { Self.explanations[rawValue] ?? "" }

  /// The sections of `explanations.md`, each on one line, by their titles.
  static let explanations: [String: String] = {
    let text = String(decoding: PackageResources.explanations_md, as: UTF8.self)
    let sections = text.replacing("\n## ", with: "\u{0}").split(separator: "\u{0}").dropFirst()
    return Dictionary(
      uniqueKeysWithValues: sections.map { section in
        let lines = section.split(separator: "\n")
        return (String(lines[0]), lines.dropFirst().joined(separator: " "))
      })
  }()
}
