public import Diagnostics
internal import Records

/// A file of `Content/reports`: its text, or the text of a PDF.
public struct ReportFile: Sendable {
  /// The bytes of the text.
  public let bytes: [UInt8]
  /// The SHA-256 of the file itself, in hexadecimal: for a PDF the published document's.
  public let sha256: String
  /// Whether the file itself is a PDF.
  public let isPDF: Bool

  /// The text of a file, or the reason why it can't be used.
  public enum Contents: Sendable {
    /// The report's text.
    case report(ReportFile)
    /// The file is empty, too large, of a kind that is not read, or a PDF that can't be read.
    case problem(Diagnostic)
  }

  /// Reads a file; `extractor` reads PDFs and sets the size limit.
  ///
  /// - Throws: if the file can't be read, or the tool for PDFs is missing.
  public static func read(_ path: String, _ extractor: PDFTextExtractor) throws(EnvironmentError) -> Contents {
    let original: [UInt8]
    switch try FileReader.read(path, limit: extractor.limit) {
    case .problem(let diagnostic): return .problem(diagnostic)
    case .bytes(let bytes): original = bytes
    }
    let sha256 = Fingerprint(of: original).hexadecimal
    guard PDFTextExtractor.isPDF(original) else {
      if let problem = ForeignFormat.problem(with: original, path: path) { return .problem(problem) }
      return .report(ReportFile(bytes: original, sha256: sha256, isPDF: false))
    }
    switch try extractor.text(ofPDFAt: path, sha256: sha256) {
    case .problem(let diagnostic): return .problem(diagnostic)
    case .bytes(let text): return .report(ReportFile(bytes: text, sha256: sha256, isPDF: true))
    }
  }
}
