import ContentLoading
import Diagnostics
import Foundation
import Inspections
import ReportReading

// Coverage-guided fuzzing of reading, from bytes to report: `Tests/Fuzzing/run` builds it with libFuzzer and runs it.
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
  static let reader: ReportReader = {
    guard let content = try? ContentLoader.load(directory: "Content"), !content.frameworks.isEmpty else {
      fatalError("run this in the package's folder")
    }
    return ReportReader(frameworks: content.frameworks, register: content.register)
  }()
}

private func hold(_ report: Report, lines: Int) {
  for judgement in report.judgements {
    let stated = Set(judgement.evidence.map(\.grade))
    switch judgement.status {
    case .agreed, .single:
      precondition(judgement.grade != nil && judgement.evidence.contains { $0.grade == judgement.grade })
    case .conflict: precondition(judgement.grade == nil && stated.count > 1)
    case .notJudged: precondition(judgement.grade == nil && !stated.isEmpty)
    case .missing: precondition(judgement.grade == nil && stated.isEmpty)
    }
    for evidence in judgement.evidence { precondition((1...lines).contains(evidence.line)) }
  }
  for finding in report.findings { precondition((1...lines).contains(finding.line)) }
  for recommendation in report.recommendations { precondition((1...lines).contains(recommendation.line)) }
  if let start = report.inspection.start, let end = report.inspection.end { precondition(start <= end) }
}

var count = CommandLine.argc
var arguments = CommandLine.unsafeArgv
let code = runFuzzer(&count, &arguments) { start, count in
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let reading = Fuzzed.reader.read(bytes, path: "fuzz", sha256: "")
  if let report = reading.report { hold(report, lines: reading.source.lineCount) }
  return 0
}
exit(code)
