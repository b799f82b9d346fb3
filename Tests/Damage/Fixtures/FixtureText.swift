import Foundation
package import Inspections

/// An invented report in a real layout, and its true contents.
package struct Fixture: Sendable {
  package let name: String
  package let text: String
  package let truth: Truth
}

/// The invented authorities of the fixtures.
extension Fixture {
  package static let authorities: [Authority] = [
    Authority(
      slug: "exampleshire", name: "Exampleshire", officialName: "Exampleshire County Council",
      variants: ["Exampleshire Safeguarding Children Board"]),
    Authority(slug: "port-sample", name: "Port Sample", officialName: "Port Sample City Council"),
    Authority(slug: "testwick", name: "Testwick", officialName: "London Borough of Testwick"),
    Authority(slug: "mockham", name: "Mockham", officialName: "Mockham Metropolitan Borough Council"),
    Authority(slug: "stoke-under-trial", name: "Stoke-under-Trial", officialName: "Stoke-under-Trial Council"),
    Authority(slug: "north-draftland", name: "North Draftland", officialName: "North Draftland Council"),
  ]

  package static let all: [Fixture] = before2018 + since2018
}

/// Builds the text of a fixture line by line, with the heads and feet of pages.
struct FixtureText {
  private(set) var lines: [String] = []
  /// The lines at the foot of each page before its number.
  var foot: [String] = []
  private var page = 1
  private var number = 0
  private var dice: Dice

  init(_ name: String) { dice = Dice(name) }

  var text: String { lines.joined(separator: "\n") + "\n" }

  /// Adds lines unchanged.
  mutating func add(_ words: String) { lines += words.components(separatedBy: "\n") }

  /// Ends a page.
  mutating func endPage() {
    lines += [""] + foot + ["", "\(page)", ""]
    page += 1
    pageBegins = true
  }

  private var pageBegins = false {
    didSet { if pageBegins { lines.append("\u{0C}") } }
  }

  /// The position of a paragraph's number.
  enum Numbers { case none, beside, above }

  mutating func paragraphs(_ count: Int, _ numbers: Numbers = .none, opening: String = "") {
    for place in 0..<count {
      let words = (place == 0 ? opening : "") + sentences()
      number += 1
      switch numbers {
      case .none: lines += wrapped(words, at: 82)
      case .beside: lines += wrapped("\(number). " + words, at: 82)
      case .above: lines += ["\(number).", ""] + wrapped(words, at: 82)
      }
      lines.append("")
    }
  }

  /// Adds a list of bullets, some of two lines.
  mutating func bullets(_ count: Int, _ bullet: String = "◼") {
    for _ in 0..<count {
      let words = wrapped(Self.aims[dice.below(Self.aims.count)], at: 74)
      lines += [bullet + " " + words[0]] + words.dropFirst()
    }
    lines.append("")
  }

  /// Adds a list of numbered points.
  mutating func points(_ count: Int) {
    for _ in 0..<count {
      number += 1
      lines += wrapped("\(number). " + Self.aims[dice.below(Self.aims.count)], at: 82) + [""]
    }
  }

  private mutating func sentences() -> String {
    (0..<(3 + dice.below(3))).map { _ in Self.prose[dice.below(Self.prose.count)] }.joined(separator: " ")
  }

  private static let prose = [
    "Social workers know the children on their lists and see them often.",
    "A few visits are late, and managers do not always notice.",
    "Plans say plainly what must change, by when, and who will do it.",
    "Some plans are too long for families to use.",
    "Early help reaches families before their troubles grow.",
    "In a small number of cases, a child waited too long for a decision.",
    "Most decisions are made on the day a referral comes in.",
    "Partners share what they know in good time.",
    "The police do not always come to the meetings that they are asked to.",
    "Staff say that their managers are easy to reach and fair.",
    "Records of supervision are thin, and seldom show what was thought about a case.",
    "Children who go missing are spoken to when they come home.",
    "Carers feel well supported and would advise others to do the same.",
    "Foster homes near to family and school are hard to find.",
    "Brothers and sisters live together wherever that is right for them.",
    "Health assessments are on time, but dentists are scarce.",
    "The virtual school watches attendance closely.",
    "Young people help to choose new staff and to write the council’s pledge.",
    "Personal advisers stay in touch with nearly all young people.",
    "Housing is safe for most, though a few have moved too often.",
    "A strong audit programme tells leaders how good practice is.",
    "Leaders have an accurate picture of what is good and what is not yet good enough.",
    "Money has been found for more workers, and fewer posts are empty.",
    "Caseloads remain high in two of the teams.",
    "Inspectors saw adequate management oversight in most of the files they read.",
    "Life-story work has got better and is often outstanding in its detail.",
    "Permanence is thought about from the start, and drift is rare.",
    "Adopters are prepared well and wait less long than before.",
    "Interpreters are used when they are needed.",
    "Disabled children are seen by workers who know how to talk with them.",
    "Private fostering is little known among schools and doctors.",
    "The emergency team passes on good notes every morning.",
    "Challenge by reviewing officers is uneven and at times inadequate in its force.",
    "Councillors ask hard questions and visit front-line teams.",
  ]

  private static let aims = [
    "The timeliness of visits to children, and the detail in which they are written down.",
    "How well plans say what must change and by when, so that families can follow them.",
    "Supervision that is regular and makes staff think about the children’s lives.",
    "The choice of homes for older children near to their family, friends and schools.",
    "Help for young people over 21 who come back for advice.",
    "The strength of challenge by reviewing officers when plans drift.",
    "How soon agencies meet when a child may be at risk of harm.",
    "The use of audits to learn, and to check that learning has changed practice.",
    "The quality of letters to adopted children in later life.",
    "Oversight by managers of work before court proceedings, so that children do not wait.",
  ]
}

extension Fixture {
  static func day(_ iso: String) -> CalendarDate? { CalendarDate(iso: iso) }

  static func make(
    _ name: String, _ framework: String, _ slug: String, _ dates: (String, String), published: String? = nil,
    lead: String? = nil, _ grades: [String: String], listed: Int, _ text: FixtureText
  ) -> Fixture {
    Fixture(
      name: name, text: text.text,
      truth: Truth(
        framework: framework, slug: slug, start: day(dates.0), end: day(dates.1), published: published.flatMap(day),
        lead: lead, grades: grades, listed: listed))
  }

  static let improvement = "requires improvement to be good"
}
