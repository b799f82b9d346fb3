import Diagnostics
import Inspections
import Testing

@testable import ContentLoading

@Suite struct FrameworkLoaderTests {
  private static let whole = """
    id: example
    name: Example inspections
    short-name: EX
    inspectorate: Examiners
    years: 2020 to 2021
    summary: >-
      What examples
      are like.
    recognition: {phrases: [Example of …], reinspection: [Again], review: [Board]}
    front: {titles: ["Example of {authority}"], date-labels: [Dates], published-labels: [Out], lead-labels: [Lead], whole-months: true, patterns: ["no. {identifier} |"]}
    scale:
      - {key: good, label: Good, number: 2, role: second, forms: [fine], meaning: As it should be.}
      - {key: poor, label: "No", role: bottom}
    groups: [{id: one, title: Group one, variants: [Group 1]}]
    judgements:
      - {id: one.all, group: one, title: Everything, variants: [All], body-titles: [The whole], overall: true,
         optional: true, record-only: true, since: 2020-01-01, until: 2021-12-31}
    headlines: [{judgement: one.all, phrase: Examples are}, {judgement: one.all, phrase: Also, statement: false, unless: [part]},
      {judgement: one.all, phrase: as it should be, grade: good}]
    record: [Record of grades]
    sections: [{title: At once, variants: [Now], role: priority-actions}]
    timescales: [{title: Immediately, months: 0}]
    not-judged: [Not judged]
    bodies: {one: body, many: bodies, registered: false, identifier: No., area: Shire}
    """

  @Test func readsEveryKey() throws {
    let (framework, problems) = load(FrameworkLoaderTests.whole)
    #expect(problems.text == "")
    let read = try #require(framework)
    #expect(read.summary == "What examples are like.")
    #expect(
      read.recognition
        == Recognition(phrases: ["Example of …"], reinspection: ["Again"], review: ["Board"]))
    #expect(
      read.front
        == FrontPage(
          titles: ["Example of {body}"], dateLabels: ["Dates"], publishedLabels: ["Out"], leadLabels: ["Lead"],
          hasWholeMonths: true, patterns: ["no. {identifier} |"]))
    #expect(
      read.bodies == BodyKind(name: "body", plural: "bodies", isRegistered: false, identifier: "No.", area: "Shire"))
    #expect(
      read.scale.grades == [
        Grade(
          key: "good", label: "Good", number: 2, role: .second, forms: ["fine"], meaning: "As it should be."),
        Grade(key: "poor", label: "No", role: .bottom),
      ])
    #expect(read.groups == [JudgementGroup(id: "one", title: "Group one", variants: ["Group 1"])])
    #expect(
      read.judgements == [
        JudgementDefinition(
          id: "one.all", group: "one", title: "Everything", variants: ["All"], bodyTitles: ["The whole"],
          isOverall: true, isOptional: true, isRecordOnly: true, since: CalendarDate(iso: "2020-01-01"),
          until: CalendarDate(iso: "2021-12-31"))
      ])
    #expect(read.headlines.map(\.isStatement) == [true, false, true])
    #expect(read.headlines.map(\.unless) == [[], ["part"], []])
    #expect(read.headlines.map(\.grade) == [nil, nil, "good"])
    #expect(read.notJudged == ["Not judged"])
    #expect(read.recordTitles == ["Record of grades"])
    #expect(read.sections == [SectionDefinition(title: "At once", variants: ["Now"], role: .priorityActions)])
    #expect(read.timescales == [Timescale(title: "Immediately", months: 0)])
  }

  @Test(arguments: [
    ("short-name: EX", "", "f.yaml:1:1: missing key “short-name” in the file [invalid-key]"),
    (
      "name: Example", "nam: Example",
      "f.yaml:2:1: unknown key “nam” in the file; did you mean “name”? Known are \(keys) [invalid-key]\n"
        + "f.yaml:1:1: missing key “name” in the file [invalid-key]"
    ),
    ("years: 2020 to 2021", "years:", "f.yaml:5:7: years is empty [invalid-key]"),
    ("years: 2020 to 2021", "years: ~", "f.yaml:5:8: years is empty [invalid-key]"),
    ("years: 2020 to 2021", "years: [2020]", "f.yaml:5:8: years must be text, not a list [invalid-key]"),
    ("record: [Record of grades]", "record: Record", "f.yaml:20:9: record must be a list [invalid-key]"),
    (
      "record: [Record of grades]", "record: [{a: b}]",
      "f.yaml:20:10: record[1] must be text, not a mapping [invalid-key]"
    ),
    ("phrases: [Example of …]", "phrases: []", "f.yaml:9:24: recognition.phrases is empty [invalid-key]"),
    (
      "sections: [{", "sections: [text, {",
      "f.yaml:21:12: sections[1] must be a list of “key: value” lines [invalid-key]"
    ),
    ("label: Good, ", "", "f.yaml:12:5: missing key “label” in scale[1] [invalid-key]"),
    (
      "number: 2", "number: two",
      "f.yaml:12:38: scale[1].number must be a whole number from 1 to 99, not “two” [invalid-key]"
    ),
    (
      "role: second", "role: best",
      "f.yaml:12:47: scale[1].role can’t be “best”; known are top, second, middle, third, adequate, bottom, score "
        + "[invalid-key]"
    ),
    (
      "overall: true", "overall: yes",
      "f.yaml:16:102: judgements[1].overall must be true or false, not “yes” [invalid-key]"
    ),
    (
      "since: 2020-01-01", "since: 2020-02-30",
      "f.yaml:17:48: judgements[1].since must be a date YYYY-MM-DD, not “2020-02-30” [invalid-key]"
    ),
    (
      "months: 0", "months: -1",
      "f.yaml:22:43: timescales[1].months must be a whole number from 0 to 120, not “-1” [invalid-key]"
    ),
    (
      "id: example", "id: Ex ample",
      "f.yaml:1:5: “Ex ample” is not an identifier: use a to z, 0 to 9 and single hyphens [invalid-key]"
    ),
    ("key: poor", "key: good", "f.yaml:13:11: the grade “good” is given twice on the scale [invalid-key]"),
    ("key: poor", "key: Poor", "f.yaml:13:11: the key of a grade is lower case: “poor” [invalid-key]"),
    ("label: \"No\"", "label: Fine", "f.yaml:13:24: “Fine” is a form of “good” too [invalid-key]"),
    ("group: one", "group: two", "f.yaml:16:26: no group has the id “two” [invalid-key]"),
    ("until: 2021-12-31", "until: 2019-12-31", "f.yaml:17:67: “one.all” ends before it begins [invalid-key]"),
    (
      "id: one.all", "id: one/all",
      "f.yaml:16:10: “one/all” is not an identifier: use a to z, 0 to 9, single hyphens and dots [invalid-key]\n"
        + "f.yaml:18:25: no judgement has the id “one.all” [invalid-key]\n"
        + "f.yaml:18:69: no judgement has the id “one.all” [invalid-key]\n"
        + "f.yaml:19:15: no judgement has the id “one.all” [invalid-key]"
    ),
    (
      "judgement: one.all, phrase: Also", "judgement: two, phrase: Also",
      "f.yaml:18:69: no judgement has the id “two” [invalid-key]"
    ),
    ("grade: good", "grade: fine", "f.yaml:19:56: no grade of the scale has the key “fine” [invalid-key]"),
    ("groups: [{", "groups: [{id: one, title: Other}, {", "f.yaml:14:40: the id “one” is given twice [invalid-key]"),
    ("years: 2020 to 2021", "years: a: b", "f.yaml:5:9: mapping values are not allowed in this context [invalid-yaml]"),
    (
      "years: 2020 to 2021", "years: \"open",
      "f.yaml:10:19: did not find expected key while parsing a block mapping [invalid-yaml]"
    ),
    ("years: 2020 to 2021", "id: again", "f.yaml:1:1: the key “id” is given twice [invalid-yaml]"),
    ("years: 2020 to 2021", "years: \u{7}", "f.yaml:5:8: control characters are not allowed [invalid-yaml]"),
  ])
  func saysWhatIsWrongAndWhere(change: String, to replacement: String, problems: String) {
    let (framework, found) = load(FrameworkLoaderTests.whole.replacing(change, with: replacement, maxReplacements: 1))
    #expect(found.text == problems)
    #expect(framework == nil)
  }

  private static let keys = FrameworkKeys.root.joined(separator: ", ")

  @Test func aScaleMayBeEmptyButMustBeThere() {
    let lines = FrameworkLoaderTests.whole.split(separator: "\n", omittingEmptySubsequences: false)
    let without = (lines[..<10] + lines[13...]).joined(separator: "\n").replacing(", grade: good", with: "")
    #expect(load(without).problems.text == "f.yaml:1:1: missing key “scale” in the file [invalid-key]")
    #expect(load(without + "\nscale: []").framework?.scale.grades == [])
  }

  private func load(_ text: String) -> (framework: Framework?, problems: [Diagnostic]) {
    let loaded = FrameworkLoader.load(SourceText(path: "f.yaml", text: text))
    return (loaded.framework, loaded.problems)
  }
}
