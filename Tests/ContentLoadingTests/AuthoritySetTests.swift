import Diagnostics
import Testing

@testable import ContentLoading

@Suite("Sets of authorities") struct AuthoritySetTests {
  @Test func `are an authority's own or have a title, and keep the order of the file`() {
    let (sets, problems) = load("ash,oak\nMy choice,elm\nash,elm\nMy choice,ash\n")
    #expect(problems == [])
    #expect(sets.map(\.owner) == ["ash", "My choice"])
    #expect(sets.map(\.members) == [["oak", "elm"], ["elm", "ash"]])
    #expect(sets.map(\.kind) == ["Statistical neighbours", "Statistical neighbours"])
  }

  @Test(arguments: [
    ("ash,beech", "2:5: no authority of the register has the slug “beech”"),
    (",ash", "2:1: name an authority or the title of the set"),
  ])
  func `name authorities of the register`(line: String, message: String) {
    let problems = load(line + "\n").problems
    #expect(problems.map { "\($0.location?.line ?? 0):\($0.location?.column ?? 0): \($0.message)" } == [message])
  }

  private func load(_ lines: String) -> (sets: [AuthoritySet], problems: [Diagnostic]) {
    let source = SourceText(path: "Content/sets/statistical-neighbours.csv", text: "of,authority\n" + lines)
    return AuthoritySet.load(source, slugs: ["ash", "elm", "oak"])
  }
}
