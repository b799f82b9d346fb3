import Inspections
import Testing

@testable import ReportReading

@Suite("Whole findings")
struct WholeFindingTests {
  private func read(_ body: String) throws -> Report {
    let text = """
      Inspection of Exampleshire ferry services
      Inspection dates: 4 to 15 March 2019

      The people of the area

      \(body)
      """
    return try #require(ExampleFrameworks.read(text).report)
  }

  /// The words of a line that fills its width.
  private let wide = "Ferries of every kind leave the harbour in the morning and come back before the evening"

  @Test(
    "a bullet of a section is a finding of its own, whatever its sign", arguments: ["•", "◼", "\u{F06E}", "-", "o"])
  func bullets(sign: String) throws {
    let report = try read(
      """
      \(sign) Crossings leave on time.
      \(sign) Piers are lit. They last
      for many years.
      \(sign) Crews sleep well.
      """)
    #expect(
      report.findings.map(\.text) == [
        "Crossings leave on time.", "Piers are lit. They last for many years.", "Crews sleep well.",
      ])
    #expect(report.findings.map(\.line) == [6, 7, 9])
    #expect(report.findings.allSatisfy { $0.isListItem && $0.items.isEmpty })
  }

  @Test("an item belongs to the text that announces its list, and lists are inside lists")
  func nested() throws {
    let report = try read(
      """
      Passengers say:
      • the piers are lit
      • the crews are kind, above all:
      – on Sundays
      – at night
      • nothing else.

      The rest is quiet.

      • Tickets are cheap:
      – for children
      • Tickets last.
      """)
    #expect(
      report.findings.map(\.text) == ["Passengers say:", "The rest is quiet.", "Tickets are cheap:", "Tickets last."])
    #expect(
      report.findings[0].items == [
        Finding.Item("the piers are lit"),
        Finding.Item(
          "the crews are kind, above all:", items: [Finding.Item("on Sundays"), Finding.Item("at night")]),
        Finding.Item("nothing else."),
      ])
    #expect(report.findings[2].items.map(\.text) == ["for children"])
  }

  @Test("a bullet that is less deep ends a list of inner ones that begins without it")
  func innerFirst() throws {
    let report = try read(
      """
      • Tickets are sold:
      – at the pier
      • Crews rest.

      Of these ferries:
      – ten are old
      – one is new.
      • In the last year:
      – two sank
      – one was sold.
      """)
    #expect(
      report.findings.map(\.text) == [
        "Tickets are sold:", "Crews rest.", "Of these ferries:", "In the last year:",
      ])
    #expect(report.findings.map(\.items.count) == [1, 0, 2, 2])
  }

  @Test("items without their bullets are items where the lines above them had room")
  func lostBullets() throws {
    let report = try read(
      """
      \(wide).

      • The share of ferries that are late:
      in summer is 3% (the average is 5%)
      in winter is 9% (the average is 8%).
      • Crews rest.
      """)
    #expect(report.findings.map(\.items.count) == [0, 2, 0])
  }

  @Test("a sentence goes on over a page's foot, its note and the next page's head")
  func overPages() throws {
    let report = try read(
      """
      \(wide)
      • The crews of the older boats have worked with people of the islands,1 and with those

      1

      The islands are those of the northern bay.

      7

      \u{0C}SEND is an island of its own, and its people cross by day.
      • Piers last.
      """)
    #expect(
      report.findings.map(\.text).contains {
        $0.hasPrefix("The crews of the older boats")
          && $0.hasSuffix("with those SEND is an island of its own, and its people cross by day.")
      })
    #expect(report.findings.contains { $0.text == "1 The islands are those of the northern bay." })
    #expect(report.findings.last { $0.isListItem }?.text == "Piers last.")
  }

  @Test("a note is no item of a list, with a number or a star")
  func notesAreNoItems() throws {
    let report = try read(
      """
      \(wide).

      What needs to improve?
      • The lights of the piers.1
      • The care for Hannah* and others.
      * Not her name.

      1

      Those of the bay.

      \u{0C}• The crews’ rest.
      """)
    #expect(
      report.recommendations.map(\.text) == [
        "The lights of the piers.1", "The care for Hannah* and others.", "The crews’ rest.",
      ])
  }

  @Test("a heading that the framework does not list ends the paragraph and is the section's last part")
  func unlistedHeadings() throws {
    let report = try read(
      """
      \(wide), and that is
      what people like.

      Life on board
      \(wide), and
      they dance.
      Practice study: a good night
      • Beds are soft.
      """)
    #expect(
      report.findings.map(\.section.last) == [
        "The people of the area", "Life on board", "Practice study: a good night",
      ])
    #expect(report.findings[0].text.hasSuffix("and that is what people like."))
    #expect(report.findings[1].text.hasSuffix("and they dance."))
  }

  @Test("a heading between the text that announces a list and its items is a heading")
  func headingBeforeItems() throws {
    let report = try read(
      """
      Ferries in this area are late because:
      Care of the boats
      • Too many \(wide.lowercased()).
      Rest of the crews
      • Beds are hard.
      """)
    #expect(
      report.findings.map(\.section.last) == ["The people of the area", "Care of the boats", "Rest of the crews"])
    #expect(report.findings.first?.text == "Ferries in this area are late because:")
  }

  @Test("a sentence goes on behind a dash at a line's beginning, and behind a word that ends none")
  func sentencesGoOn() throws {
    let report = try read(
      """
      \(wide) and ask the two authorities
      – Port Sample and Bay Example – for their times.

      • \(wide).
      • Most of the piers are looked after by

      Anna Example.
      """)
    #expect(report.findings.count == 3)
    #expect(report.findings[0].text.hasSuffix("– Port Sample and Bay Example – for their times."))
    #expect(report.findings[2].text == "Most of the piers are looked after by Anna Example.")
  }

  @Test("items that go on with the text that announces them are its own, though their bullets are the same")
  func sameBullets() throws {
    let report = try read(
      """
      • In the last year there were:
      • 50 crossings
      • and 15 festivals.
      ─ in summer
      • Crews rest.
      """)
    #expect(report.findings.map(\.text) == ["In the last year there were:", "Crews rest."])
    #expect(report.findings[0].items.map(\.text) == ["50 crossings", "and 15 festivals."])
  }

  @Test("the results of an earlier inspection that a text tells are part of it, and open nothing")
  func earlierResults() throws {
    let report = try read(
      """
      Earlier inspections
      • The last report came in 2015. It said:
      • Piers and landing places: good
      • Crews: inadequate.
      The people of the area
      • Crews rest.
      """)
    #expect(
      report.findings.map(\.text).suffix(3) == ["Piers and landing places: good", "Crews: inadequate.", "Crews rest."])
    #expect(report.findings.map(\.section.last).suffix(2) == ["Earlier inspections", "The people of the area"])
    #expect(report.judgements.allSatisfy { $0.grade == nil })
  }

  @Test("a short last line, a name and a label are no headings")
  func noHeadings() throws {
    let report = try read(
      """
      \(wide) with
      Anna Example

      Reporting inspector: Anna Example
      Others: Ben Sample, Carla Test, and many more who came on the second day of the visit.

      \(wide), and in
      Port Sample
      """)
    #expect(report.findings.allSatisfy { $0.section == ["The people of the area"] })
  }

  @Test("a sentence that begins with a heading's words is whole")
  func headingInSentence() throws {
    let report = try read(
      """
      \(wide).

      Piers and landing places
      are safe by day.
      """)
    #expect(report.findings.last?.text == "Piers and landing places are safe by day.")
  }

  @Test("the prose of a letter before its first heading is read")
  func letter() throws {
    let text = """
      4 April 2019
      Anna Example, Head of Ferries
      Dear partners
      Inspection of Exampleshire ferry services
      Inspection dates: 4 to 15 March 2019

      \(wide). They
      are seldom late, and the people of the islands say that they would not do without them. That is
      what they told the inspectors who asked on the quays and in the towns of the bay all week. Nobody
      has said otherwise.

      The people of the area

      • Crossings leave on time.
      """
    let report = try #require(ExampleFrameworks.read(text).report)
    #expect(report.findings.first?.text.hasPrefix("Ferries of every kind") == true)
    #expect(report.findings.first?.text.hasSuffix("Nobody has said otherwise.") == true)
    #expect(report.findings.count == 2)
  }
}
