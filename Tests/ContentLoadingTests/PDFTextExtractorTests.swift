import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import ContentLoading

/// PDFs through the installed `pdftotext`, and through tools that misbehave.
@Suite("PDFs")
struct PDFTextExtractorTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func write(_ bytes: [UInt8], _ name: String) throws -> String {
    try Data(bytes).write(to: URL(fileURLWithPath: folder.path(name)))
    return folder.path(name)
  }

  /// Creates a tool that runs some lines of shell.
  private func tool(_ script: String) throws -> String {
    let path = try write(Array("#!/bin/sh\n\(script)\n".utf8), "tool")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    return path
  }

  private func text(_ contents: ReportFile.Contents) -> String? {
    guard case .report(let file) = contents else { return nil }
    return String(decoding: file.bytes, as: UTF8.self)
  }

  private func problem(_ contents: ReportFile.Contents) -> Diagnostic? {
    guard case .problem(let diagnostic) = contents else { return nil }
    return diagnostic
  }

  @Test("the text of a PDF is read, in the order of its lines, under the digest of the PDF itself")
  func reads() throws {
    let bytes = SamplePDF.bytes(["Inspection of Exampleshire ferry services", "Good"])
    let path = try write(bytes, "a.pdf")
    let contents = try ReportFile.read(path, PDFTextExtractor(cache: nil))
    #expect(text(contents)?.hasPrefix("Inspection of Exampleshire ferry services\nGood\n") == true)
    guard case .report(let file) = contents else { return }
    #expect(file.sha256.count == 64)
    let plain = try write(Array("plain text".utf8), "b.txt")
    #expect(text(try ReportFile.read(plain, PDFTextExtractor(cache: nil))) == "plain text")
  }

  @Test(
    "what a download put before a PDF does not hide it",
    arguments: ["\r\n\r\n", "HTTP/1.1 200 OK\r\n\r\n", "\u{FEFF}\0"])
  func junkBefore(junk: String) throws {
    let path = try write(Array(junk.utf8) + SamplePDF.bytes(["Inspection of Exampleshire"]), "a.pdf")
    #expect(text(try ReportFile.read(path, PDFTextExtractor(cache: nil)))?.contains("Exampleshire") == true)
  }

  @Test(
    "a file of another kind is refused by its name, with what to do",
    arguments: [
      (
        "a.pdf", "<!DOCTYPE html>\n<title>503</title>",
        "an HTML page, which is not read; the download brought a web page"
      ),
      ("a.txt", "\n <html><body>x", "an HTML page, which is not read; save it as PDF or plain text"),
      ("a.txt", "<div><p>a</p><p>b</p>\n<table><td>c</td></table></div>", "an HTML page"),
      ("a.txt", "{\\rtf1\\ansi x}", "rich text (RTF)"), ("a", "PK\u{3}\u{4}x", "a zip file"),
      ("a.pdf", "%!PS-Adobe", "PostScript"),
      ("a.txt", String(repeating: "> a line\n\n", count: 20), "a quoted mail"),
      ("a.txt", String(repeating: "the council=E2=80=\n=99s work\n", count: 9), "a mail as it was sent"),
      ("a.txt", "From: a@b\r\nContent-Transfer-Encoding: base64\r\n\r\nSW5z\r\n", "a mail as it was sent"),
    ])
  func foreign(name: String, content: String, message: String) throws {
    let path = try write(Array(content.utf8), name)
    let problem = try #require(problem(try ReportFile.read(path, PDFTextExtractor(cache: nil))))
    #expect(problem.code == .foreignFormat && problem.message.hasPrefix("this is \(message)"), "\(problem.message)")
  }

  @Test(
    "text that only looks like another kind is text",
    arguments: [
      "<!-- image -->\n\n## Report\n<td>a</td>", "a = b\nc = d\n", "> one quotation\n\nand text\n", "PK is a name",
    ])
  func textStaysText(content: String) throws {
    let path = try write(Array(content.utf8), "a.txt")
    #expect(text(try ReportFile.read(path, PDFTextExtractor(cache: nil))) == content)
  }

  @Test("a text is extracted once for the same bytes, and again if the kept one is damaged")
  func caches() throws {
    let count = folder.path("count")
    let counting = try tool("echo run >> '\(count)'; echo words")
    let pdf = try write(Array("%PDF-1.4 one".utf8), "a.pdf")
    let same = try write(Array("%PDF-1.4 one".utf8), "same.pdf")
    let other = try write(Array("%PDF-1.4 two".utf8), "other.pdf")
    let extractor = PDFTextExtractor(cache: folder.path("cache"), tool: counting)
    for path in [pdf, pdf, same, other] { #expect(text(try ReportFile.read(path, extractor)) == "words\n") }
    #expect(folder.read("count") == "run\nrun\n")

    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path("cache/pdf")) {
      let kept = try #require(folder.read("cache/pdf/\(name)"))
      try folder.write("cache/pdf/\(name)", kept.replacing("words", with: "swords"))
    }
    #expect(text(try ReportFile.read(pdf, extractor)) == "words\n")
    #expect(folder.read("count") == "run\nrun\nrun\n")
  }

  @Test(
    "a PDF that can't be read is a problem of that file",
    arguments: [
      ("exit 1", "damaged"), ("printf '\\f \\n'", "no text"), ("exec sleep 60", "longer than"),
      ("exec yes", "more than"), ("kill -9 $$", "damaged"),
    ])
  func problems(_ example: (script: String, words: String)) throws {
    let pdf = try write(Array("%PDF-1.4".utf8), "a.pdf")
    let extractor = PDFTextExtractor(
      cache: folder.path("cache"), tool: try tool(example.script), seconds: example.words == "longer than" ? 0.2 : 60,
      limit: 1 << 20)
    let problem = try #require(problem(try ReportFile.read(pdf, extractor)))
    #expect(problem.message.contains(example.words))
    #expect(problem.location?.path == pdf)
    #expect(!FileManager.default.fileExists(atPath: folder.path("cache/pdf")))
  }

  @Test("a damaged PDF is told by the installed tool")
  func damaged() throws {
    let pdf = try write(Array("%PDF-1.4\nnothing".utf8), "-q.pdf")
    #expect(problem(try ReportFile.read(pdf, PDFTextExtractor(cache: nil)))?.code == .unreadablePDF)
  }

  @Test("a missing tool is one failure that says what to install")
  func missing() throws {
    let pdf = try write(Array("%PDF-1.4".utf8), "a.pdf")
    let extractor = PDFTextExtractor(cache: nil, tool: "no-such-tool-anywhere")
    let failure = #expect(throws: EnvironmentError.self) { try ReportFile.read(pdf, extractor) }
    #expect(failure?.message.contains("apt-get install poppler-utils") == true)
  }
}
