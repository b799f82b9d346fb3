import ContentLoading
import Diagnostics
import Foundation
import Inspections
import ReportReading
import SiteGeneration

// Coverage-guided fuzzing of what is read: `Tests/Fuzzing/run` builds it with libFuzzer and runs it. `FUZZED` names the
// file whose bytes are made up, such as `Content/site.yaml` or `Templates/home.mustache`; without it they are a report's.
// Beyond not crashing, every report that is read must hold what pages rely on.

/// libFuzzer's own main function, by another name.
@_silgen_name("LLVMFuzzerRunDriver")
func runFuzzer(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// The shipped frameworks and authorities; read once.
enum Fuzzed {
  static let reader: ReportParser = {
    guard let content = try? ContentLoader.load(directory: "Content"), !content.frameworks.isEmpty else {
      fatalError("run this in the package's folder")
    }
    return ReportParser(frameworks: content.frameworks, register: content.register)
  }()
}

private func hold(_ report: Report, lines: Int) {
  for judgement in report.judgements {
    let stated = Set(judgement.evidence.map(\.grade))
    switch judgement.status {
    case .agreed, .single:
      precondition(judgement.grade != nil && judgement.evidence.contains { $0.grade == judgement.grade })
    case .conflict: precondition(judgement.grade == nil && stated.count > 1)
    case .withheld: precondition(judgement.grade == nil)
    case .reviewed: preconditionFailure("no report reviews itself")
    case .notJudged: precondition(judgement.grade == nil && !stated.isEmpty)
    case .missing: precondition(judgement.grade == nil && stated.isEmpty)
    }
    for evidence in judgement.evidence { precondition((1...lines).contains(evidence.line)) }
  }
  for finding in report.findings { precondition((1...lines).contains(finding.line)) }
  for recommendation in report.recommendations { precondition((1...lines).contains(recommendation.line)) }
  if let start = report.inspection.start, let end = report.inspection.end { precondition(start <= end) }
}

/// A file of the content or the templates, among as few others as it needs.
struct FuzzedFile {
  let path: String
  private let folder = FileManager.default.temporaryDirectory.appending(path: "sitegen-fuzz-\(getpid())").path

  init(_ path: String) {
    self.path = path
    do {
      let files = FileManager.default
      try files.createDirectory(atPath: "\(folder)/Content/frameworks", withIntermediateDirectories: true)
      try files.createDirectory(atPath: "\(folder)/Templates", withIntermediateDirectories: true)
      for name in ["site.yaml", "authorities.csv", "themes.yaml", "frameworks/ofsted-focused-visit.yaml"] {
        let lines = try String(contentsOfFile: "Content/\(name)", encoding: .utf8).split(separator: "\n")
        let few = lines.prefix(name == "authorities.csv" ? 10 : lines.count).joined(separator: "\n")
        try few.write(toFile: "\(folder)/Content/\(name)", atomically: false, encoding: .utf8)
      }
    } catch {
      fatalError("run this in the package's folder: \(error)")
    }
  }

  func load(_ bytes: [UInt8]) {
    FileManager.default.createFile(atPath: "\(folder)/\(path)", contents: Data(bytes))
    if path.hasPrefix("Templates/") {
      _ = try? TemplateSet.load(folder: "\(folder)/Templates", over: "Templates")
    } else {
      _ = try? ContentLoader.load(directory: "\(folder)/Content")
    }
  }
}

let file = ProcessInfo.processInfo.environment["FUZZED"].map(FuzzedFile.init)
var count = CommandLine.argc
var arguments = CommandLine.unsafeArgv
let code = runFuzzer(&count, &arguments) { start, count in
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  if let file {
    file.load(bytes)
    return 0
  }
  let reading = Fuzzed.reader.read(bytes, path: "fuzz", sha256: "")
  if let report = reading.report { hold(report, lines: reading.source.lineCount) }
  return 0
}
exit(code)
