import Diagnostics
import Inspections
import Testing

@testable import ReportReading

@Suite("Damaged words")
struct WordRepairerTests {
  private func cost(_ damaged: String, _ word: String) -> Int? {
    WordRepairer.cost(of: Array(damaged.utf8), as: Array(word.utf8))
  }

  @Test(
    "letters that look alike are repaired",
    arguments: [
      ("lnadequate", "inadequate"), ("0utstanding", "outstanding"), ("g00d", "good"), ("goocl", "good"),
      ("improvernent", "improvement"), ("reqiiires", "requires"), ("outstandinq", "outstanding"),
      ("managernent", "management"), ("inadquate", "inadequate"),
    ])
  func repairs(_ example: (damaged: String, word: String)) {
    #expect(cost(example.damaged, example.word) != nil)
  }

  @Test(
    "another word is no damage",
    arguments: [
      ("adequate", "inadequate"), ("inadequate", "adequate"), ("inadequately", "inadequate"), ("required", "requires"),
      ("improvements", "improvement"), ("goods", "good"), ("food", "good"), ("wood", "good"), ("good", "good"),
      ("core", "cars"), ("leader", "leaders"), ("outstandingly", "outstanding"),
    ])
  func leaves(_ example: (other: String, word: String)) {
    #expect(cost(example.other, example.word) == nil)
  }

  @Test("a word that may come from two is left as it is")
  func unclear() {
    let text = ReportText(cleaning: SourceText(path: "x", text: "core"))
    let words = text.words(in: 0..<4)
    let repaired = DamagedWords(of: ["care"]).repaired(words, in: text)
    #expect(repaired.words.map(\.hash) == Word.hashes(of: "care"))
    let both = DamagedWords(of: ["care", "cere"]).repaired(words, in: text)
    #expect(both.words.map(\.hash) == words.map(\.hash))
    #expect(both.damaged.isEmpty)
  }

  private func tabled(_ text: String) throws -> Report {
    try #require(ExampleFrameworks.read(text).report)
  }

  @Test("a damaged title, label or grade is read, and the evidence shows the word as it stands")
  func reads() throws {
    let report = try tabled(
      """
      lnspection of Exampleshire fcrry services
      Inspectlon dates: 4 to 15 Septernber 2019
      Lead inspect0r: Ada Sample, Chief Examiner

      Crossings that people need and rely on

      Good

      Piers and landlng places

      Requires irnprovement to be good

      Crews

      lnadequate

      Ferry services in Exampleshire are g00d
      """)
    #expect(report.inspection.start?.iso == "2019-09-04")
    #expect(report.inspection.lead == "Ada Sample")
    #expect(report.authority.slug == "exampleshire")
    #expect(report.judgement("piers")?.grade == "requires improvement to be good")
    #expect(report.judgement("piers")?.evidence.map(\.repaired) == ["irnprovement"])
    #expect(report.judgement("crews")?.evidence.map(\.repaired) == ["lnadequate"])
    #expect(report.judgement("overall")?.grade == "good")
    #expect(report.codes.contains("repaired-word"))
  }

  @Test("a word that may come from two grades is no grade")
  func ambiguous() throws {
    let report = try #require(
      ExampleFrameworks.read(
        """
        Inspection of lighthouses and harbours
        Exampleshire County Council
        Inspection dates: 4 to 15 March 2010

        Lighthouse services

        Overall effectiveness

        nadequate
        """
      ).report)
    #expect(report.judgement("lights.overall")?.grade == nil)
  }

  @Test("a word that is broken at the end of its line is one word")
  func hyphenated() throws {
    let report = try tabled(
      """
      Inspection of Exampleshire ferry services
      Inspection dates: 4 to 15 March 2019

      Piers and land-
      ing places

      Requires improve\u{AD}
      ment to be good

      The overall judgement is that it is out-
      standing.
      """)
    #expect(report.judgement("piers")?.grade == "requires improvement to be good")
    #expect(report.judgement("piers")?.evidence.first?.repaired == nil)
    #expect(report.judgement("overall")?.grade == "outstanding")
  }
}
