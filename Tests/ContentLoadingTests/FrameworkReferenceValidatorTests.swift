import Diagnostics
import Inspections
import TestSupport
import Testing

@testable import ContentLoading

@Suite("What frameworks name of one another")
struct FrameworkReferenceValidatorTests {
  @Test("is read")
  func reads() throws {
    let framework = try #require(
      load(Self.text("later", 2020, "succeeds: [older]", "kin: [older/all, older/part]")).framework)
    #expect(framework.began == 2020)
    #expect(framework.ended == 2021)
    #expect(framework.succeeds == ["older"])
    #expect(framework.judgements[0].kin.map(\.description) == ["older/all", "older/part"])
  }

  @Test(
    "is well formed in one file",
    arguments: [
      (text("a", 2022), "6:8: “a” ends before it begins"),
      (text("a", 2020, "succeeds: [a]"), "7:11: a framework can’t succeed itself"),
      (text("a", 2020, "", "kin: [all]"), "13:41: “all” is not of the form framework/judgement"),
      (
        text("a", 2020, "", "kin: [a/all]"),
        "13:41: kin are judgements of other frameworks; within one there is “split-of”"
      ),
    ])
  func form(text: String, problem: String) {
    let (framework, problems) = load(text)
    #expect(framework == nil)
    #expect(problems.text == "later.yaml:\(problem) [invalid-key]")
  }

  @Test(
    "is there, and is named once, by the later one",
    arguments: [
      (text("later", 2020, "succeeds: [older]", "kin: [older/all]"), ""),
      (text("later", 2020, "succeeds: [none]"), "7:11: no framework has the id “none”"),
      (text("later", 2020, "", "kin: [none/all]"), "13:41: no framework has the id “none”"),
      (text("later", 2020, "", "kin: [older/none]"), "13:41: no judgement of “older” has the id “none”"),
      (text("later", 2005, "succeeds: [older]"), "7:11: “older” is not earlier than “later”"),
      (text("later", 2005, "", "kin: [older/all]"), "13:41: “older/all” is later: name “later/all” there instead"),
    ])
  func links(text: String, problem: String) throws {
    let source = SourceText(path: "later.yaml", text: text)
    let loaded = FrameworkLoader.load(source)
    let later = try #require(loaded.framework)
    let older = try #require(load(Self.text("older", 2010)).framework)
    let problems = FrameworkReferenceValidator.problems(
      of: later, in: try #require(loaded.root), among: ["later": later, "older": older])
    #expect(problems.text == (problem.isEmpty ? "" : "later.yaml:\(problem) [invalid-key]"))
  }

  @Test("two of one year can't both name each other")
  func twice() throws {
    let sources = ["a": "kin: [b/all]", "b": "kin: [a/all]"].mapValues { kin in
      SourceText(path: "f.yaml", text: Self.text(kin == "kin: [b/all]" ? "a" : "b", 2020, "", kin))
    }
    let loaded = sources.mapValues(FrameworkLoader.load)
    let frameworks = try loaded.mapValues { try #require($0.framework) }
    let problems = try ["a", "b"].map { id in
      FrameworkReferenceValidator.problems(
        of: try #require(frameworks[id]), in: try #require(loaded[id]?.root), among: frameworks
      ).text
    }
    #expect(problems == ["", "f.yaml:13:41: “a/all” names “b/all” as its kin already; say it once [invalid-key]"])
  }

  @Test("is told with the file of a content folder")
  func folder() throws {
    let folder = try TemporaryFolder()
    try folder.write("frameworks/later.yaml", Self.text("later", 2020, "", "kin: [ofsted-sif/nothing]"))
    let content = try ContentLoader.load(directory: folder.path, defaults: packageFolder + "/Content")
    let file = folder.path("frameworks/later.yaml")
    #expect(
      content.diagnostics.text == "\(file):13:41: no judgement of “ofsted-sif” has the id “nothing” [invalid-key]")
  }

  /// In the shipped frameworks, judgements of leadership, help and care have kin; outcomes of partnerships have none.
  @Test("what ships names kin for the judgements of councils only")
  func shipped() throws {
    let frameworks = try ContentLoader.load(directory: packageFolder + "/Content").frameworks
    func kin(_ id: String) -> [String: [String]] {
      let judgements = frameworks.first { $0.id == id }?.judgements ?? []
      return Dictionary(judgements.map { ($0.id, $0.kin.map(\.description)) }) { first, _ in first }
    }
    #expect(kin("ofsted-ilacs")["leaders"]?.contains("ofsted-sif/leadership") == true)
    #expect(kin("ofsted-ilacs").values.allSatisfy { !$0.isEmpty })
    #expect(kin("ofsted-sif")["adoption"] == [])
    #expect(kin("ofsted-send") == ["outcome": []])
    #expect(frameworks.allSatisfy { $0.began != nil })
    #expect(frameworks.filter { !$0.succeeds.isEmpty }.map(\.id) == ["ofsted-ilacs", "ofsted-lac", "ofsted-sif"])
  }

  private static func text(_ id: String, _ began: Int, _ link: String = "", _ kin: String = "") -> String {
    """
    id: \(id)
    name: Example
    short-name: EX
    inspectorate: Examiners
    began: \(began)
    ended: 2021
    \(link.isEmpty ? "years: then" : link)
    \(link.isEmpty ? "" : "years: then")
    summary: What examples are like.
    recognition: {phrases: [Example of …]}
    front: {titles: ["Example of {authority}"], date-labels: [Dates]}
    scale: [{key: good, label: Good, role: second}]
    judgements: [{id: all, title: All\(kin.isEmpty ? "" : ", " + kin)}, {id: part, title: Part}]
    sections: []
    """
  }

  private func load(_ text: String) -> (framework: Framework?, problems: [Diagnostic]) {
    let loaded = FrameworkLoader.load(SourceText(path: "later.yaml", text: text))
    return (loaded.framework, loaded.problems)
  }
}
