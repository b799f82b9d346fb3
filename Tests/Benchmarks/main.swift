import CommonMark
import ContentLoading
import Diagnostics
import Foundation
import Inspections
import Publishing
import ReportReading
import SiteGeneration

// Measures each part of a build beside the least that the same work can cost, in one run: absolute figures say more of
// the machine than of the program. Tests/Benchmarks/run [NUMBER OF REPORTS]

let count = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 300
let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().path
let memory = FileManager.default.fileExists(atPath: "/dev/shm") ? "/dev/shm" : NSTemporaryDirectory()
let place = "\(memory)/sitegen-benchmarks-\(ProcessInfo.processInfo.processIdentifier)"
defer { try? FileManager.default.removeItem(atPath: place) }

let corpus = try Corpus(reports: count, in: "\(place)/Content", shipped: "\(package)/Content")
let content = try ContentLoader.load(directory: corpus.folder)
let folder = "\(package)/Templates"
guard let templates = try TemplateSet.load(folder: folder, over: folder).templates else { fatalError("no templates") }
let size = corpus.texts.reduce(0) { $0 + $1.count }
var table = Table()

// Reading, beside looking at every byte once.
var lines = 0
let scan = await Cost.median(of: 5) {
  for text in corpus.texts { for byte in text where byte == 0x0A { lines += 1 } }
}
table.add("looking at every byte", scan, bytes: size, reports: count)
let reader = ReportParser(frameworks: content.frameworks, register: content.register)
var read: [ParsedReport] = []
let reading = await Cost.median(of: 3) {
  read = zip(corpus.reports, corpus.texts).compactMap { path, text in
    let reading = reader.read(text, path: path, sha256: String(repeating: "0", count: 64))
    return reading.report.map { ParsedReport(report: $0, source: reading.source) }
  }
}
table.add("reading", reading, bytes: size, reports: count, floor: ("looking", scan))

guard read.count == count else { fatalError("\(read.count) of \(count) reports were read") }

// Pages and data, beside cmark on the same text as Markdown.
let summaries = read.map { ReportSummary(of: $0.report) }
func makeGenerator() -> SiteGenerator { SiteGenerator(content, templates: templates, summaries: summaries) }
let byPath = Dictionary(read.map { ($0.report.source.path, $0) }) { first, _ in first }
var generator = makeGenerator()
var pages: [OutputFile] = []
var written = 0
let rendering = await Cost.median(of: 3) {
  pages = []
  written = 0
  for authority in generator.authorities {
    generator.make(authority) {
      byPath[$0.source.path] ?? read[0]
    } original: { _ in
      []
    } output: { file in
      pages.append(file)
      written += file.bytes.count
    } rows: { rows in
      written += rows.tables.reduce(rows.paragraphs.bytes.count) { $0 + $1.bytes.count }
    }
  }
}
let markdown = pages.filter { $0.path.hasSuffix("/report.md") }.map(\.bytes)
let cmark = await Cost.median(of: 3) { for text in markdown { _ = MarkdownRenderer.html(text) } }
table.add("cmark alone", cmark, bytes: markdown.reduce(0) { $0 + $1.count }, reports: count)
table.add("pages and data of authorities", rendering, bytes: written, reports: count, floor: ("cmark", cmark))
let checking = await Cost.median(of: 3) {
  generator = makeGenerator()
  _ = generator.problems { byPath[$0.source.path] ?? read[0] }
}
table.add("assembling and checking", checking, bytes: 0, reports: count, floor: ("cmark", cmark))
var wide = 0
let siteWide = try await Cost.median(of: 3) {
  wide = try (generator.points + generator.lists + generator.counts).reduce(0) { sum, piece in
    try sum + piece.make().reduce(0) { $0 + $1.bytes.count }
  }
}
table.add("pages of the whole site", siteWide, bytes: wide, reports: count, floor: ("cmark", cmark))

// Writing and whole builds, beside copying what was written.
func build(_ output: String, jobs: Int = ProcessInfo.processInfo.activeProcessorCount) async throws {
  _ = try await SiteBuild(
    SiteBuild.Options(
      content: corpus.folder, defaults: "\(package)/Content", templates: "\(package)/Templates",
      output: "\(place)/\(output)", cache: "\(place)/cache", jobs: jobs)
  ).run()
}
func copy(_ from: String, _ to: String) throws {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/bin/cp")
  process.arguments = ["-r", "\(place)/\(from)", "\(place)/\(to)"]
  try process.run()
  process.waitUntilExit()
}
let first = try await Cost.of { try await build("first") }
let one = try await Cost.of { try await build("one", jobs: 1) }
let copied = try await Cost.median(of: 3) {
  try copy("first", "copy")
  try FileManager.default.removeItem(atPath: "\(place)/copy")
}
let writing = try await Cost.of {
  let writer = try SiteWriter.open(directory: "\(place)/writing")
  _ = try writer.prepare(pages.map(\.path))
  for page in pages { _ = try writer.write(page.path, page.bytes) }
  _ = try writer.finish()
}
try await Task.sleep(for: .milliseconds(200))
try await build("first")
let nothing = try await Cost.median(of: 3) { try await build("first") }
let changed = try await Cost.of {
  let file = try FileHandle(forUpdating: URL(fileURLWithPath: corpus.reports[count / 2]))
  try file.seekToEnd()
  try file.write(contentsOf: Data("\n".utf8))
  try file.close()
  try await build("first")
}
table.add("copying the site", copied, bytes: 0, reports: count)
table.add("writing the pages", writing, bytes: written, reports: count, floor: ("copying", copied))
table.add("first build", first, bytes: size, reports: count, floor: ("copying", copied))
table.add("first build, one job", one, bytes: size, reports: count, floor: ("copying", copied))
table.add("nothing changed", nothing, bytes: 0, reports: count, floor: ("copying", copied))
table.add("one report changed", changed, bytes: 0, reports: count, floor: ("copying", copied))
print("\(count) reports, \(size / 1_000_000) MB, \(lines / 5) lines; ratios are of processor time")
print(table.text)
print(
  "first build: \(Int(first.wall / nothing.wall)) times one where nothing changed, \(Int(first.wall / changed.wall)) "
    + "times one where one report changed; one job takes \((one.wall / first.wall * 100).rounded() / 100) times as long"
)
