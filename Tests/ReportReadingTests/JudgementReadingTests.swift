import Inspections
import Testing

@testable import ReportReading

@Suite("Judgements")
struct JudgementReadingTests {
  func tabled(_ front: String, body: String = "") throws -> Report {
    let text = """
      Inspection of Exampleshire ferry services
      Inspection dates: 4 to 15 March 2019
      Lead inspector: Ada Sample, Chief Examiner
      \(front)

      What needs to improve?
      • The lamps on the second pier.

      \(body)
      """
    return try #require(ExampleFrameworks.read(text).report)
  }

  static let wholeFront = """
    Judgement

    Grade

    Crossings that people need and rely
    on

    Good

    Piers and landing places

    Requires improvement to be
    good

    Crews

    Outstanding

    Ferry services in Exampleshire are good
    """

  static let wholeBody = """
    The experience of people who rely on crossings: good
    1. Crossings leave on time.

    Piers and landing places

    Requires improvement to be good

    2. Piers are worn.

    The graded judgement about crews is that it is outstanding

    3. Crews are kind.
    """

  @Test("a bracket at the end of a title belongs to it")
  func brackets() throws {
    var framework = ExampleFrameworks.tabled
    framework.judgements[2].title = "Piers and landing places (PLP)"
    let text = """
      Inspection of Exampleshire ferry services
      Inspection dates: 4 to 15 March 2019
      Piers and landing places (PLP)

      Good
      """
    let reader = ReportParser(frameworks: [framework], register: ExampleFrameworks.register)
    let report = try #require(reader.read(Array(text.utf8), path: "example.txt").report)
    #expect(report.judgement("piers")?.printed == "Piers and landing places (PLP)")
    #expect(report.judgement("piers")?.grade == "good")
  }

  @Test("a front table and the body's headings agree, however titles and grades are broken over lines")
  func agreed() throws {
    let report = try tabled(Self.wholeFront, body: Self.wholeBody)
    #expect(
      report.outcomes == [
        "overall": "good single", "crossings": "good agreed", "piers": "requires improvement to be good agreed",
        "crews": "outstanding agreed",
      ])
    #expect(report.judgement("piers")?.evidence.map(\.kind) == [.frontTable, .heading])
    #expect(report.overall?.evidence.first?.line == 22)
    #expect(report.judgement("crossings")?.printed == "Crossings that people need and rely on")
  }

  @Test("a grade word changed in one place is a conflict and no grade")
  func conflict() throws {
    let body = Self.wholeBody.replacing("crossings: good", with: "crossings: inadequate")
    let report = try tabled(Self.wholeFront, body: body)
    let crossings = try #require(report.judgement("crossings"))
    #expect(crossings.status == .conflict)
    #expect(crossings.grade == nil)
    #expect(crossings.evidence.map(\.grade) == ["good", "inadequate"])
    #expect(report.codes.contains("grade-conflict"))
  }

  @Test("titles in one list and grades in another prove nothing alone")
  func tornTable() throws {
    let front = """
      Crossings that people need and rely on
      Piers and landing places
      Crews

      Good

      Requires improvement

      Outstanding
      """
    let alone = try tabled(front)
    #expect(alone.judgements.allSatisfy { $0.grade == nil })
    #expect(alone.judgements.count { $0.status == .withheld && $0.reason != nil } == 3)
    #expect(alone.codes.count { $0 == "withheld-grade" } == 3)
    let confirmed = try tabled(front, body: Self.wholeBody)
    #expect(confirmed.outcomes["piers"] == "requires improvement to be good agreed")
    let shifted = try tabled(front.replacing("Good\n", with: "Inadequate\n"), body: Self.wholeBody)
    #expect(shifted.outcomes["crossings"] == "– conflict")
  }

  @Test("a lost row does not shift the others")
  func lostRow() throws {
    let front = """
      Crossings that people need and rely on

      Good

      Requires improvement to be good

      Crews

      Outstanding
      """
    let report = try tabled(front)
    #expect(report.outcomes["crossings"] == "– withheld")
    #expect(report.outcomes["piers"] == "– missing")
    // The row that seems complete has lost its neighbour: its grade counts only if another statement confirms it.
    #expect(report.outcomes["crews"] == "– withheld")
    #expect(try tabled(front, body: Self.wholeBody).outcomes["crews"] == "outstanding agreed")
    #expect(report.codes.count { $0 == "withheld-grade" } == 2)
  }

  @Test("the last words of a wrapped grade are not a grade of their own")
  func wrappedHeadline() throws {
    for headline in [
      "Ferry services in Exampleshire require improvement to be\ngood",
      "Ferry services in the Exampleshire area\nrequire improvement to be Good.",
      "The overall judgement is requires improvement.",
      "The overall judgement is that it\nrequires improvement to\nbe good",
    ] {
      let report = try tabled(headline)
      #expect(report.outcomes["overall"] == "requires improvement to be good single", "\(headline)")
    }
  }

  @Test(
    "sentences that state no grade of now are not read as one",
    arguments: [
      "Ferry services in Exampleshire are not yet good.", "Ferry services in Exampleshire are good or better.",
      "Ferry services in Exampleshire were good.", "Ferry services in Exampleshire aim to be good.",
      "Ferry services in Exampleshire. They are good.",
    ])
  func noHeadline(_ sentence: String) throws {
    #expect(try tabled(sentence).judgement("overall")?.grade == nil)
  }

  @Test("a grade set into the middle of its title is read with it")
  func tornTitle() throws {
    let report = try tabled("", body: "The experience of people who rely Inadequate\non crossings\n1. They wait.")
    #expect(report.outcomes["crossings"] == "inadequate single")
  }

  @Test("grades of earlier inspections and of the scale are not judgements")
  func history() throws {
    let report = try tabled(
      Self.wholeFront,
      body: """
        Earlier inspections
        • The last inspection judged:
        • Crews: inadequate
        Piers and landing places: inadequate
        The people of the area
        • Many people live there.

        \(Self.wholeBody)
        """)
    #expect(report.outcomes["crews"] == "outstanding agreed")
    #expect(report.outcomes["piers"] == "requires improvement to be good agreed")
  }

  @Test("a prose sentence that happens to begin with a title is not a heading")
  func sentences() throws {
    let report = try tabled(
      Self.wholeFront, body: Self.wholeBody + "\n4. Some say that all is well.\nCrews are inadequate.\n")
    #expect(report.outcomes["crews"] == "outstanding agreed")
  }

  @Test("footnote digits and page numbers do not hide a grade")
  func footnotes() throws {
    let report = try tabled("Crossings that people need and rely on.2\n\n1\n\nInadequate.3\n")
    #expect(report.outcomes["crossings"] == "inadequate single")
  }

  @Test("what was not judged is told from what was not found")
  func notJudged() throws {
    let report = try tabled(
      """
      Crossings that people need and rely on

      Good

      Piers and landing places

      Not judged

      Crews: not judged
      """)
    #expect(report.outcomes["piers"] == "– notJudged")
    #expect(report.outcomes["crews"] == "– notJudged")
    #expect(report.outcomes["crossings"] == "good single")
    #expect(report.outcomes["overall"] == "– missing")
    let contradicted = try tabled(
      "Crews: not judged", body: "The graded judgement about crews is that it is good\n1. Kind.")
    #expect(contradicted.outcomes["crews"] == "– conflict")
  }

  @Test("a standard sentence of the front page bears out the headline, or contradicts it")
  func standardSentence() throws {
    let sentence = "The masters know that the ferries do not yet\nsail on time in winter."
    let agreed = try tabled("Ferry services in Exampleshire require improvement\n\(sentence)")
    #expect(agreed.outcomes["overall"] == "requires improvement to be good agreed")
    let altered = try tabled("Ferry services in Exampleshire are outstanding\n\(sentence)")
    #expect(altered.outcomes["overall"] == "– conflict")
    let alone = try tabled(sentence)
    #expect(alone.outcomes["overall"] == "– withheld")
  }

  @Test("the last grade of a list is certain once every other is borne out, and not before")
  func listByElimination() throws {
    let lists = """
      Crossings that people need and rely on

      Piers and landing places

      Crews

      Good

      Inadequate

      Outstanding
      """
    let two = try tabled(
      lists,
      body: """
        The experience of people who rely on crossings: good
        1. Crossings leave on time.

        Piers and landing places: inadequate
        2. Piers are worn.
        """)
    #expect(two.outcomes["crews"] == "outstanding single")
    let one = try tabled(lists, body: "Piers and landing places: inadequate\n2. Piers are worn.")
    #expect(one.outcomes["crews"] == "– withheld")
    #expect(one.codes.contains("withheld-grade"))
  }

  @Test("a grade below a title counts only if no other grade follows")
  func gradesBelow() throws {
    let report = try tabled("Crews is:\n\nOutstanding\n\nGood\n\nPiers and landing places\n\nGood")
    #expect(report.outcomes["crews"] == "– withheld")
    #expect(report.outcomes["piers"] != "outstanding single")
  }

  @Test("a sentence about a part of the services is no witness for the whole")
  func partOfTheServices() throws {
    let front = "Overall effectiveness\n\nGood\n\nThe boats are old. Ferries for people in Exampleshire are"
    #expect(try tabled("\(front) good.").outcomes["overall"] == "good agreed")
    #expect(try tabled("\(front) inadequate.").outcomes["overall"] == "– conflict")
    let part = front.replacing("people in Exampleshire", with: "people on the islands")
    #expect(try tabled("\(part) inadequate.").outcomes["overall"] == "good single")
  }
}
