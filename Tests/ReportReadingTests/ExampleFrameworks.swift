import Diagnostics
import Inspections

@testable import ReportReading

/// Invented frameworks in the real layouts: one with two groups, numbers and a record, one with a front table and a
/// headline sentence, one with an outcome in a sentence and lists of paragraphs. Tests need no real report's words.
enum ExampleFrameworks {
  static let oldScale = GradeScale(grades: [
    Grade(key: "outstanding", label: "Outstanding", number: 1, role: .top),
    Grade(key: "good", label: "Good", number: 2, role: .second),
    Grade(key: "adequate", label: "Adequate", number: 3, role: .adequate),
    Grade(key: "inadequate", label: "Inadequate", number: 4, role: .bottom),
  ])

  static let newScale = GradeScale(grades: [
    Grade(key: "outstanding", label: "Outstanding", role: .top),
    Grade(key: "good", label: "Good", role: .second),
    Grade(
      key: "requires improvement to be good", label: "Requires improvement to be good", role: .third,
      forms: [
        "requires improvement", "require improvement", "requires improvement to be", "require improvement to be",
        "require improvement to be good", "requires improvement to", "require improvement to",
      ]),
    Grade(key: "inadequate", label: "Inadequate", role: .bottom),
  ])

  private static let labels = FrontPage(
    titles: ["Inspection of lighthouses and harbours"], dateLabels: ["Inspection dates"],
    publishedLabels: ["Published"], leadLabels: ["Reporting inspector"])

  /// Two groups; `Overall effectiveness` and `Leadership` are in both, `Record keeping` only in the record.
  static let grouped = Framework(
    id: "example-grouped", name: "Lighthouses and harbours", shortName: "LH", inspectorate: "The Examiner",
    years: "2009 to 2012", summary: "How well lights and harbours serve.",
    recognition: Recognition(phrases: ["Inspection of lighthouses and harbours"]), front: labels, scale: oldScale,
    groups: [
      JudgementGroup(id: "lights", title: "Lighthouse services"),
      JudgementGroup(id: "harbours", title: "Services for harbours"),
    ],
    judgements: [
      JudgementDefinition(
        id: "lights.overall", group: "lights", title: "Overall effectiveness", isOverall: true),
      JudgementDefinition(id: "lights.leadership", group: "lights", title: "Leadership and management"),
      JudgementDefinition(
        id: "lights.records", group: "lights", title: "Record keeping", isRecordOnly: true),
      JudgementDefinition(
        id: "harbours.overall", group: "harbours", title: "Overall effectiveness", isOverall: true),
      JudgementDefinition(id: "harbours.leadership", group: "harbours", title: "Leadership and management"),
      JudgementDefinition(id: "harbours.dredging", group: "harbours", title: "Depth and dredging"),
    ],
    headlines: [], recordTitles: ["Record of main findings"],
    sections: [
      SectionDefinition(title: "Contents", role: .contents),
      SectionDefinition(title: "About this inspection", role: .text),
      SectionDefinition(title: "What the judgements mean", role: .scale),
      SectionDefinition(title: "Earlier inspections", role: .history),
      SectionDefinition(title: "Areas for improvement", role: .improvements),
    ],
    timescales: [Timescale(title: "Immediately", months: 0), Timescale(title: "Within three months", months: 3)])

  /// A front table of three judgements and an overall headline; the body words its headings otherwise.
  static let tabled = Framework(
    id: "example-tabled", name: "Ferry services", shortName: "FS", inspectorate: "The Examiner",
    years: "since 2013", summary: "How well ferries serve.",
    recognition: Recognition(phrases: ["Inspection of … ferry services"], reinspection: ["Re-inspection of"]),
    front: FrontPage(
      titles: ["Inspection of {authority} ferry services", "Inspection of ferry services"],
      dateLabels: ["Inspection dates", "Inspection date"], publishedLabels: ["Report published"],
      leadLabels: ["Lead inspector"]),
    scale: newScale, notJudged: ["Not judged"], groups: [],
    judgements: [
      JudgementDefinition(id: "overall", title: "Overall effectiveness", isOverall: true),
      JudgementDefinition(
        id: "crossings", title: "Crossings that people need and rely on",
        bodyTitles: ["The experience of people who rely on crossings"]),
      JudgementDefinition(id: "piers", title: "Piers and landing places"),
      JudgementDefinition(
        id: "crews", title: "Crews", bodyTitles: ["The graded judgement about crews"]),
    ],
    headlines: [
      Headline(judgement: "overall", phrase: "Ferry services in …"),
      Headline(judgement: "overall", phrase: "The overall judgement"),
      Headline(judgement: "overall", phrase: "Ferries for people …", isStatement: false, unless: ["islands"]),
      Headline(
        judgement: "overall", phrase: "ferries do not yet sail on time", grade: "requires improvement to be good"),
    ], recordTitles: [],
    sections: [
      SectionDefinition(title: "Judgement", role: .tableHead), SectionDefinition(title: "Grade", role: .tableHead),
      SectionDefinition(title: "Executive summary", role: .text),
      SectionDefinition(title: "What needs to improve?", variants: ["What needs to improve"], role: .improvements),
      SectionDefinition(title: "Areas for priority action", role: .priorityActions),
      SectionDefinition(title: "Earlier inspections", role: .history),
      SectionDefinition(title: "The people of the area", role: .text),
      SectionDefinition(title: "Findings of the inspection", role: .part),
    ], timescales: [])

  /// One outcome in a sentence; lists whose items are paragraphs, one of them beside a column of bodies.
  static let listed = Framework(
    id: "example-listed", name: "Harbour partnerships", shortName: "HP", inspectorate: "The Examiner",
    years: "since 2020", summary: "How well partners serve a harbour.",
    recognition: Recognition(phrases: ["Partnership inspection of"]),
    front: FrontPage(
      titles: ["Partnership inspection of {authority} Harbour"], dateLabels: ["Inspection dates"],
      publishedLabels: [], leadLabels: []),
    scale: GradeScale(grades: [
      Grade(key: "safe passage", label: "Safe passage", role: .top),
      Grade(key: "rough passage", label: "Rough passage", role: .bottom),
    ]), groups: [], judgements: [JudgementDefinition(id: "outcome", title: "Inspection outcome")],
    headlines: [Headline(judgement: "outcome", phrase: "The partnership’s …")], recordTitles: [],
    sections: [
      SectionDefinition(title: "Actions needed at once", role: .priorityActions, hasParagraphItems: true),
      SectionDefinition(title: "Areas for improvement", role: .improvements, hasParagraphItems: true),
      SectionDefinition(title: "Responsible body", role: .responsibleHead),
      SectionDefinition(title: "Partnership details", role: .notices),
    ], timescales: [])

  static let register = AuthorityRegister(authorities: [
    Authority(
      slug: "exampleshire", name: "Exampleshire", officialName: "Exampleshire County Council", gss: "E10000099"),
    Authority(slug: "port-sample", name: "Port Sample", officialName: "Port Sample City Council"),
  ])

  /// Reads a text with all of them.
  static func read(_ text: String) -> ReportParser.Reading {
    ReportParser(frameworks: [grouped, tabled, listed], register: register).read(Array(text.utf8), path: "example.txt")
  }
}

extension ReportParser {
  /// Reads a text that comes from no file.
  func read(_ bytes: [UInt8], path: String) -> Reading { read(bytes, path: path, sha256: "") }
}

extension Report {
  /// Returns the judgement with an identifier.
  func judgement(_ id: String) -> Judgement? { judgements.first { $0.id == id } }

  /// The grades and statuses by identifier, for comparing whole: `good agreed`.
  var outcomes: [String: String] {
    Dictionary(uniqueKeysWithValues: judgements.map { ($0.key, "\($0.grade ?? "–") \($0.status.rawValue)") })
  }

  /// The codes of the report's diagnostics.
  var codes: [String] { diagnostics.map(\.code.rawValue) }
}
