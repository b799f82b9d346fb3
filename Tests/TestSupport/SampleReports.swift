public import Diagnostics
public import Inspections

/// Invented reports on the invented county of Exampleshire, with everything that a report can have.
public enum SampleReports {
  /// The authority the reports are about, as a register holds it.
  public static let exampleshire = Authority(
    slug: "exampleshire", name: "Exampleshire", officialName: "Exampleshire County Council", gss: "E10999999",
    gssSince: day("2009-04-01"), formerGSS: ["E10999998"], region: "South West", type: "County",
    started: day("1974-04-01"), predecessors: ["old-shire"])

  /// A body that Exampleshire replaced, without reports.
  public static let oldShire = Authority(
    slug: "old-shire", name: "Old Shire", officialName: "Old Shire Council", ended: day("1974-04-01"),
    successors: ["exampleshire"])

  /// Returns a text that a sample report could have been read from: as many lines, and the words of its evidence.
  public static func source(of report: Report) -> SourceText {
    let evidence = report.judgements.flatMap(\.evidence)
    let count = evidence.map(\.line).reduce(report.source.lines, max)
    var lines = (1...max(count, 1)).map { "Line \($0)" }
    for statement in evidence { lines[statement.line - 1] = statement.text }
    return SourceText(path: report.source.path, text: lines.joined(separator: "\n"))
  }

  /// Two groups with numbers; judgements of every status; all kinds of numbering; recommendations with due dates.
  public static let grouped = Report(
    source: Report.Source(
      path: "Content/reports/exampleshire-2010.txt", sha256: hash("a"), encoding: "utf-8", lines: 120,
      header: FrontMatter(
        summaryOf: "Inspection of everything in Exampleshire", publisher: "The Inspectorate",
        sourceURL: "https://reports.example.org/1?a=1&b=2")),
    framework: "sample-grouped", title: "Inspection of everything",
    authority: inspected(printed: "Exampleshire County Council"),
    inspection: Report.Inspection(
      start: day("2010-11-29"), end: day("2010-12-10"), published: day("2011-01-24"), lead: "Máire O’Sample"),
    judgements: [
      Judgement(
        id: "safety.overall", group: "Keeping safe", title: "Overall effectiveness", printed: "Overall effectiveness",
        grade: "inadequate", number: 4, status: .agreed, isOverall: true,
        evidence: [
          Evidence(kind: .heading, line: 20, text: "Grade 4 (inadequate)", grade: "inadequate"),
          Evidence(kind: .record, line: 110, text: "Overall effectiveness Inadequate", grade: "inadequate"),
        ]),
      Judgement(
        id: "safety.practice", group: "Keeping safe", title: "Quality of practice", printed: "The quality of practice",
        status: .conflict,
        evidence: [
          Evidence(kind: .heading, line: 30, text: "Grade 2 (good)", grade: "good"),
          Evidence(kind: .record, line: 111, text: "Quality of practice Adequate", grade: "adequate"),
        ]),
      Judgement(
        id: "care.overall", group: "Living in care", title: "Overall effectiveness", printed: "Overall effectiveness",
        grade: "adequate", number: 3, status: .single, isOverall: true,
        evidence: [
          Evidence(
            kind: .record, line: 114, text: "Overall effectiveness A dequate", grade: "adequate", repaired: "A dequate")
        ]),
      Judgement(
        id: "care.practice", group: "Living in care", title: "Quality of practice", printed: "Quality of practice",
        status: .missing),
    ],
    findings: [
      Finding(
        number: 1, numbering: .printed, section: ["About"], text: "Pupils got A*- C grades, see [1] & <note>.", line: 8),
      Finding(section: ["Keeping safe", "Overall effectiveness"], text: "It is not good enough.", line: 21),
      Finding(
        number: 2, numbering: .inferred, section: ["Keeping safe", "Overall effectiveness"],
        text: "Inspectors saw:",
        items: [Finding.Item("+ plans that were late"), Finding.Item("1. visits that were missed")], line: 22),
      Finding(
        number: 3, numbering: .displaced, section: ["Living in care", "Quality of practice"],
        text: "Carers are well supported.", line: 60),
    ],
    recommendations: [
      Recommendation(
        group: "Keeping safe", timescale: "Immediately", due: day("2011-01-24"), text: "See every child.", line: 40),
      Recommendation(
        kind: .priorityAction, group: "Keeping safe", timescale: "Within three months", due: day("2011-04-24"),
        responsible: "the Chief Executive", number: 7, text: "Write_down what_was decided.", line: 42),
      Recommendation(group: "Living in care", text: "Listen.", line: 70),
    ],
    diagnostics: [
      Diagnostic(
        .error, .gradeConflict, "two places state different grades",
        at: SourceLocation(path: "Content/reports/exampleshire-2010.txt", line: 111, column: 3)),
      Diagnostic(.note, .missingLicence, "the report names no licence"),
    ])

  /// One overall judgement among five, under an open licence.
  public static let overall = Report(
    source: Report.Source(
      path: "Content/reports/exampleshire-2017.txt", sha256: hash("b"), encoding: "utf-8", lines: 80),
    framework: "sample-overall", title: "Inspection of Exampleshire", kind: .reinspection, licence: .ogl3,
    authority: inspected(printed: "Exampleshire"),
    inspection: Report.Inspection(start: day("2017-02-27"), end: day("2017-03-23"), published: day("2017-06-13")),
    judgements: [
      judgement("overall", "Overall effectiveness", "requires improvement to be good", isOverall: true),
      judgement("help", "Help and protection", "inadequate"), judgement("care", "Children in care", "good"),
      judgement("leavers", "Care leavers", "outstanding"),
      Judgement(
        id: "leaders", title: "Leadership", printed: "Leadership", status: .notJudged,
        evidence: [Evidence(kind: .prose, line: 50, text: "Leadership was not judged.", grade: "")]),
    ],
    findings: [Finding(section: ["Findings"], text: "Much has changed.", line: 30)],
    recommendations: [Recommendation(number: 1, text: "Go on.", line: 55)])

  /// Four judgements without an overall one, on another authority that no register knows.
  public static let profile = Report(
    source: Report.Source(
      path: "Content/reports/newtown-2026.txt", sha256: hash("c"), encoding: "windows-1252", lines: 40),
    framework: "sample-profile", title: "Inspection of Newtown", licence: .nonCommercial,
    authority: Report.AuthorityReference(
      printed: "Newtown Council", name: "Newtown Council", slug: "newtown-council", isRegistered: false),
    inspection: Report.Inspection(start: day("2026-04-27"), end: day("2026-05-01"), published: nil),
    judgements: [
      judgement("leaders", "Leadership", "good"), judgement("help", "Help and protection", "good"),
      judgement("care", "Children in care", "good"), judgement("leavers", "Care leavers", "outstanding"),
    ],
    findings: [], recommendations: [])

  /// An outcome in a sentence, in a text without dates.
  public static let outcome = Report(
    source: Report.Source(path: "Content/reports/undated.txt", sha256: hash("d"), encoding: "utf-8", lines: 12),
    framework: "sample-outcome", title: "Area inspection", authority: inspected(printed: "Exampleshire"),
    inspection: Report.Inspection(), judgements: [judgement("outcome", "Inspection outcome", "here and there")],
    findings: [], recommendations: [])

  /// All of them.
  public static let all = [grouped, overall, profile, outcome]

  private static func judgement(_ id: String, _ title: String, _ grade: String, isOverall: Bool = false) -> Judgement {
    Judgement(
      id: id, title: title, printed: title, grade: grade, status: .agreed, isOverall: isOverall,
      evidence: [
        Evidence(kind: .frontTable, line: 5, text: "\(title) \(grade)", grade: grade),
        Evidence(kind: .heading, line: 25, text: "\(title): \(grade)", grade: grade),
      ])
  }

  private static func inspected(printed: String) -> Report.AuthorityReference {
    Report.AuthorityReference(
      printed: printed, name: "Exampleshire", slug: "exampleshire", gss: "E10999999", isRegistered: true)
  }

  private static func day(_ iso: String) -> CalendarDate? { CalendarDate(iso: iso) }

  /// Returns a digest as a file may have it.
  public static func hash(_ digit: String) -> String { String(repeating: digit, count: 64) }
}

extension Report {
  /// Returns the same report of another authority.
  public func moved(to slug: String, name: String) -> Report {
    var report = self
    report.authority.slug = slug
    report.authority.name = name
    report.source.sha256 = String(repeating: "9", count: 64)
    return report
  }
}
