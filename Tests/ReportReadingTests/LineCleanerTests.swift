import Diagnostics
import Testing

@testable import ReportReading

@Suite("Cleaning")
struct LineCleanerTests {
  @Test("running heads and page numbers go, wherever the page breaks the sentence")
  func furniture() {
    let lines = [
      "The keeper writes", "to the owner of", "the light, who", "reads and at last", "in the spring", "of next year",
    ]
    let pages = lines.enumerated().map { page, line in
      "\(line)\n\n\(page + 1)\n\n\u{0C}Exampleshire: inspection of lighthouses and harbours\n"
    }
    let source = SourceText(path: "x", text: pages.joined() + "goes on.\n")
    let kept = ReportText(cleaning: source).lines.filter(\.isText).map { source.string($0.range) }
    #expect(kept == lines + ["goes on."])
  }

  @Test("a running head goes whatever number of a page stands in it")
  func numberedHeads() {
    let pages = (8...12).map {
      "Lamps of page \(["a", "b", "c", "d", "e"][$0 - 8])\n\u{0C}Harbour report, page \($0)\n"
    }
    let source = SourceText(path: "x", text: pages.joined() + "goes on.\n")
    let kept = ReportText(cleaning: source).lines.filter(\.isText).map { source.string($0.range) }
    #expect(kept.allSatisfy { !$0.hasPrefix("Harbour") })
    #expect(kept.count == 6)
  }

  @Test("blank lines count between two lines, but for those around what belongs to the page")
  func blanksAroundFurniture() {
    let pages = (1...4).map {
      "Line \(["a", "b", "c", "d"][$0 - 1]) of the text\n\n\n\($0)\n\n\u{0C}Exampleshire lights and harbours, the report\n\n"
    }
    let paged = ReportText(cleaning: SourceText(path: "x", text: pages.joined() + "goes on.\n"))
    #expect(paged.textLine(after: 0, skippingBlanks: 0) != nil)
    let apart = ReportText(cleaning: SourceText(path: "x", text: "One line\n\n\nanother\n"))
    #expect(apart.textLine(after: 0, skippingBlanks: 1) == nil)
    #expect(apart.textLine(after: 0, skippingBlanks: 2) == 3)
  }

  @Test("a grade that stands near several page breaks is not a running head")
  func shortLinesStay() {
    let text = (1...5).map { "Title \($0)\n\nGood\n\n\($0)\n\n\u{0C}" }.joined()
    let source = SourceText(path: "x", text: text)
    let kept = ReportText(cleaning: source).lines.filter(\.isText).map { source.string($0.range) }
    #expect(kept.filter { $0 == "Good" }.count == 5)
  }

  @Test("a line that comes again behind a line of the text, or only twice, is text")
  func repeatedText() {
    let grades = (1...5).map {
      "Harbour \($0)\n\u{0C}Title \(["a", "b", "c", "d", "e"][$0 - 1])\n\nGrade 1 (Outstanding)\n\nLamps.\n"
    }
    let titles =
      String(repeating: "Lamps.\n\u{0C}Outcomes for lights and for their keepers\n", count: 2) + "\u{0C}Lamps."
    for (text, line, count) in [
      (grades.joined(), "Grade 1 (Outstanding)", 5), (titles, "Outcomes for lights and for their keepers", 2),
    ] {
      let source = SourceText(path: "x", text: text)
      let kept = ReportText(cleaning: source).lines.filter(\.isText).map { source.string($0.range) }
      #expect(kept.count { $0 == line } == count)
    }
  }

  @Test(
    "bullets are told from words",
    arguments: [
      ("• item", true), ("- item", true), ("\u{F0A7} item", true), ("◼ item", true), ("− item", true), ("o item", true),
      ("over", false), ("-item", false), ("# Heading", false), ("◼item", true),
    ])
  func bullets(_ example: (String, Bool)) {
    let source = SourceText(path: "x", text: example.0)
    #expect(ReportText(cleaning: source).lines[0].hasBullet == example.1)
  }

  @Test("where every line is followed by a blank one, blank lines part nothing")
  func doubleSpaced() {
    let words = (1...60).map { "Line \($0) of the report" }
    let source = SourceText(path: "x.txt", text: words.joined(separator: "\n\n"))
    #expect(ReportText(cleaning: source).lines.count { $0.isBlank } == 0)
    let single = SourceText(path: "x.txt", text: words.joined(separator: "\n") + "\n\nLast")
    #expect(ReportText(cleaning: single).lines.count { $0.isBlank } == 1)
  }

  @Test("without page breaks, a line with a year that comes back is a running head, and its page number with it")
  func runningHeadWithoutBreaks() {
    let page = "Crossings leave on time.\nFerry inspection report: Exampleshire\n4 to 15 March 2019\n7\n"
    let source = SourceText(path: "x.txt", text: String(repeating: page, count: 4))
    let kept = ReportText(cleaning: source).lines.filter(\.isText).map { source.string($0.range) }
    #expect(kept == Array(repeating: "Crossings leave on time.", count: 4))
  }

  @Test("a line whose letters come back is a running head, whatever its digits and blanks, if it has a year in it")
  func runningHeadWithOtherDigits() {
    func kept(_ heads: [String]) -> [String] {
      let source = SourceText(path: "x.txt", text: heads.map { "Crossings leave on time.\n\($0)\n" }.joined())
      return ReportText(cleaning: source).lines.filter(\.isText).map { source.string($0.range) }
    }
    let heads = ["Ferry inspection of March 2019", "9 Ferry inspection of  March 2019", "Ferry inspection of March 10"]
    #expect(kept(heads).filter { $0.hasSuffix("2019") } == [])
    #expect(kept(heads).contains("Ferry inspection of March 10"))
    #expect(kept(Array(heads.dropLast())).filter { $0.hasSuffix("2019") }.count == 2)
    #expect(kept(heads.map { $0.replacing("2019", with: "31") }).count == 6)
    let header = SourceText(path: "x.txt", text: "---\npublished: 2019-03-15\n---")
    #expect(ReportText(cleaning: header, from: 4).lines.isEmpty)
  }

  @Test("words broken at the end of a line are put together as the report prints them elsewhere")
  func brokenWords() {
    let text = ReportText(
      cleaning: SourceText(path: "x.txt", text: "multi-\nagency improve-\nment of lamps\u{AD}\nlit; improvement 4-\n5"))
    let whole = text.string(text.lines.map(\.range))
    #expect(whole == "multi-agency improvement of lampslit; improvement 4- 5")
  }

  @Test("the last block of a page is the notes whose numbers were printed above other lines")
  func looseNotes() {
    func notes(_ last: String, sign: String = "4") -> [String] {
      let source = SourceText(
        path: "x", text: "- some piers\(sign) closed\n\n4\n\n- all rested\n\n\(last)\n\n1\n\n\u{0C}end\n")
      return ReportText(cleaning: source).lines.filter(\.isFootnote).map { source.string($0.range) }
    }
    #expect(
      notes("Piers of every kind are meant.\nAnd landing places.") == [
        "Piers of every kind are meant.", "And landing places.",
      ])
    #expect(notes("and the sentence goes on.") == [])
    #expect(notes("Piers of every kind are meant.", sign: "") == [])
  }
}
