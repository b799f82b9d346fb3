import Diagnostics
import Testing

@Suite struct EnvironmentErrorTests {
  @Test func wordsTheNumberOfAnError() {
    let failure = EnvironmentError("write", "Public/index.html", errno: 28)
    #expect(failure.message == "could not write Public/index.html: No space left on device")
  }
}
