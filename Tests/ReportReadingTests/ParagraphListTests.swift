import Inspections
import Testing

@testable import ReportReading

@Suite("Lists whose items are paragraphs")
struct ParagraphListTests {
  private func read(_ lists: String) throws -> Report {
    let text = """
      Partnership inspection of Exampleshire Harbour
      Inspection dates: 4 to 15 March 2021

      \(lists)

      Partnership details
      """
    return try #require(ExampleFrameworks.read(text).report)
  }

  @Test("an item begins where somebody has a duty, and not where the sentence before is taken up")
  func beginnings() throws {
    let report = try read(
      """
      Areas for improvement
      Harbour masters along the coast should light every pier that ferries use, at all hours
      and in every month. This should include the two piers that are let to other companies.
      They should say by when.
      Pilots must keep the channel deep enough for the ferries that need it in all weathers.
      Harbour masters along the coast should mend the rails of the steps before the winter.
      Pilots should also report what they find. Crews need rest.
      The partners need to tell passengers of delays by:
      • signs on the pier that are lit
      • calls to those who have booked.
      """)
    #expect(
      report.recommendations.map { String($0.text.prefix(24)) } == [
        "Harbour masters along th", "Pilots must keep the cha", "Harbour masters along th", "Pilots should also repor",
        "The partners need to tel",
      ])
    #expect(report.recommendations.last?.text.contains("• calls to those") == true)
  }

  @Test("the bodies responsible are told from the items, also where extraction interleaves the columns")
  func bodies() throws {
    let report = try read(
      """
      Actions needed at once
      Responsible body
      Exampleshire County
      Council and the Ferry
      Company
      Exampleshire County
      Council and the

      Actions needed at once
      Leaders across the partnership should light the
      steps and the piers that ferries use.
      Leaders across the partnership should dredge
      the channel, so that ferries of every

      Ferry Company

      size may pass.

      The Ferry Company and
      Leaders of the company should publish the times of
      Exampleshire County sailings and the fares, for each of
      Council
      the piers in use.
      """)
    #expect(
      report.recommendations.map(\.responsible) == [
        "Exampleshire County Council and the Ferry Company", "Exampleshire County Council and the Ferry Company",
        "The Ferry Company and Exampleshire County Council",
      ])
    try #require(report.recommendations.count == 3)
    #expect(report.recommendations[0].text.hasSuffix("piers that ferries use."))
    #expect(report.recommendations[2].text.contains("publish the times of sailings and the fares"))
    #expect(report.recommendations.allSatisfy { $0.kind == .priorityAction })
  }

  @Test("names that can't be matched with the items are left out, with a note")
  func unclear() throws {
    let report = try read(
      """
      Actions needed at once
      Responsible body
      Exampleshire County Council

      The Ferry Company

      Actions needed at once
      Leaders across the partnership should light the steps, the
      piers and the sheds.
      Pilots must dredge the channel before the winter.
      Crews must rest.
      """)
    #expect(report.recommendations.map(\.responsible) == [nil, nil, nil])
    #expect(report.codes.contains("unclear-responsibility"))
  }

  @Test("an item may first say what is wrong, and then who should mend it")
  func dutyInALaterSentence() throws {
    let report = try read(
      """
      Areas for improvement
      Ferries are late too often in the winter. Harbour masters along the coast should
      find out why.
      The lights of the piers do not last, and nobody looks after them in the summer, when
      the crews are away. Pilots must mend them before the autumn of every single year.
      This should be done by day.
      """)
    #expect(
      report.recommendations.map { String($0.text.prefix(16)) } == ["Ferries are late", "The lights of th"])
  }

  @Test("a name in the column on the line of an item is no part of it")
  func nameOnTheItemsLine() throws {
    let report = try read(
      """
      Actions needed at once
      Responsible body

      Actions needed at once

      Exampleshire Borough
      Council and the Coast
      Ferry Company

      Leaders across the partnership should light the
      steps and the piers that ferries use.

      Exampleshire Borough Council Leaders of the Coast Ferry Company and others
      should dredge the channel, so that ferries of
      and the Coast Ferry
      Company
      every size can enter.
      """)
    #expect(
      report.recommendations.map(\.text) == [
        "Leaders across the partnership should light the steps and the piers that ferries use.",
        "Leaders of the Coast Ferry Company and others should dredge the channel, so that ferries of every size can enter.",
      ])
    #expect(report.recommendations.allSatisfy { $0.responsible?.hasPrefix("Exampleshire Borough Council and") == true })
  }
}
