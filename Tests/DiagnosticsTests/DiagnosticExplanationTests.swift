import Testing

@testable import Diagnostics

@Suite("What diagnostics mean") struct DiagnosticExplanationTests {
  @Test("Every code is explained, and nothing else is") func everyCodeIsExplained() {
    #expect(Set(DiagnosticCode.explanations.keys) == Set(DiagnosticCode.allCases.map(\.rawValue)))
    for code in DiagnosticCode.allCases { #expect(code.explanation.count > 40) }
  }
}
