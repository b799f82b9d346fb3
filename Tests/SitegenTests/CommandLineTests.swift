import Foundation
import TestSupport
import Testing

/// The command line as a table: the arguments, the exit code, the output.
@Suite("Command line")
struct CommandLineTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let arguments: [String]
    let exitCode: Int32
    var output: String?
    var errors: String?
    var testDescription: String { arguments.joined(separator: " ") }
  }

  static let report = """
    Inspection of Gloucestershire local authority children’s services
    Inspection dates: 7 to 18 February 2022
    Lead inspector: Ada Sample
    The impact of leaders on social work practice with children and families
    Good

    The experiences and progress of children in care and care leavers
    Good

    The experiences and progress of children in care and care leavers: inadequate
    1. This text is made up.
    """

  static let cases: [Case] = [
    Case(arguments: ["--help"], exitCode: 0, output: "sitegen explain grade-conflict"),
    Case(arguments: ["build", "--help"], exitCode: 0, output: "--keep-going"),
    Case(arguments: ["--version"], exitCode: 0, output: "0.1.0"),
    Case(arguments: ["explain", "grade-conflict"], exitCode: 0, output: "shows each statement and no grade"),
    Case(arguments: ["explain", "template", "report"], exitCode: 0, output: "{{#contents}}…{{/contents}}"),
    Case(arguments: ["explain", "template"], exitCode: 0, output: "partials/badge\n"),
    Case(arguments: ["explain", "template", "raport"], exitCode: 64, errors: "no template “raport”"),
    Case(arguments: ["explain"], exitCode: 0, output: "not-a-report\n"),
    Case(
      arguments: ["explain", "grade-conflit"], exitCode: 64,
      errors: "no diagnostic “grade-conflit”; did you mean “grade-conflict”?"),
    Case(arguments: ["bild"], exitCode: 64, errors: "there is no command “bild”; did you mean “build”?"),
    Case(arguments: ["chekc", "--strict"], exitCode: 64, errors: "did you mean “check”?"),
    Case(
      arguments: ["build", "mine\u{1B}"], exitCode: 64, errors: "there is no command “mine\\u{1B}”; known are build"),
    Case(arguments: ["build", "--strct"], exitCode: 64, errors: "--strict"),
    Case(arguments: ["build", "--ouput", "mine"], exitCode: 64, errors: "--output"),
    Case(arguments: ["chekc", "--format", "json"], exitCode: 64, errors: "did you mean “check”?"),
    Case(arguments: ["check", "--base-url", "https://a//"], exitCode: 64, errors: "--base-url has “//”"),
    Case(
      arguments: ["check", "--content", "mine", "--templates", "nowhere"], exitCode: 1, errors: "[missing-template]"),
    Case(arguments: ["build", "--jobs", "0"], exitCode: 64, errors: "--jobs must be between 1 and 256"),
    Case(arguments: ["build", "--base-url", "ftp://x"], exitCode: 64, errors: "--base-url must be a web address"),
    Case(
      arguments: ["build", "--content", "nowhere"], exitCode: 3,
      errors: "error: could not find the content folder nowhere"),
    Case(
      arguments: ["build", "--content", "mine", "--templates", "nowhere"], exitCode: 1, errors: "[missing-template]"),
    Case(arguments: ["build", "--content", "mine", "--output", "report.txt/site"], exitCode: 3, errors: "error: "),
    Case(
      arguments: ["build", "--content", "mine", "--output", "mine/reports/out"], exitCode: 64,
      errors: "--output mine/reports/out is in mine, and what is written there would be read as content"),
    Case(arguments: ["build", "--content", "mine", "--output", "mine"], exitCode: 64, errors: "--output mine is in"),
    Case(
      arguments: ["build", "--content", "mine", "--cache", "mine/cache"], exitCode: 64, errors: "--cache mine/cache"),
    Case(arguments: ["build", "--content", "mine", "--cache", "mine/.cache"], exitCode: 0, output: "report"),
    Case(arguments: ["record", "--on", "today"], exitCode: 64, errors: "--on must be a date YYYY-MM-DD"),
    Case(arguments: ["inspect"], exitCode: 64, errors: "Missing expected argument"),
    Case(arguments: ["inspect", "nowhere.txt"], exitCode: 3, errors: "nowhere.txt"),
    Case(arguments: ["inspect", "empty.txt"], exitCode: 1, errors: "empty.txt: error: the file is empty [empty-file]"),
    Case(arguments: ["inspect", "letter.txt"], exitCode: 1, errors: "letter.txt:1:1: error: this is not a report"),
    Case(arguments: ["inspect", "long.txt"], exitCode: 1, errors: "long.txt:1:1: error: this is not a report"),
    Case(arguments: ["inspect", "bytes.bin"], exitCode: 1, errors: "error: this is not a report"),
    Case(arguments: ["inspect", "file.pdf"], exitCode: 1, errors: "file.pdf: error: this PDF can't be read"),
    Case(arguments: ["inspect", "report.pdf"], exitCode: 0, output: "Good  [single]"),
    Case(arguments: ["inspect", "report.txt"], exitCode: 0, output: "[conflict]", errors: "[grade-conflict]"),
    Case(
      arguments: ["inspect", "report.txt", "--strict"], exitCode: 1, errors: "warning: the report disagrees with itself"
    ),
    Case(arguments: ["inspect", "report.txt", "--format", "json"], exitCode: 0, output: #""status": "conflict""#),
    Case(arguments: ["inspect", "report.txt", "--format", "markdown"], exitCode: 0, output: "This text is made up"),
    Case(
      arguments: ["inspect", "report.txt", "--format", "outline"], exitCode: 0, output: "[conflict]"),
    Case(
      arguments: ["inspect", "empty.txt", "--diagnostics", "json"], exitCode: 1,
      errors: #"{"severity":"error","code":"empty-file","#),
  ]

  @Test("every command ends as it should and says what it should", arguments: cases)
  func run(_ example: Case) throws {
    let folder = try TemporaryFolder()
    try folder.write("report.txt", Self.report)
    try folder.write("mine/reports/report.txt", Self.report)
    try folder.write("empty.txt", "")
    try folder.write("letter.txt", "Dear reader,\nnothing to read here.\n")
    try folder.write("long.txt", String(repeating: "x", count: 2_000_000))
    try folder.write("bytes.bin", bytes: (0..<4096).map { UInt8(truncatingIfNeeded: $0 * 167 + 13) })
    try folder.write("file.pdf", "%PDF-1.7\n")
    let pdf = SamplePDF.bytes([
      "Inspection of Gloucestershire local authority childrens services", "Inspection dates: 7 to 18 February 2022",
      "Overall effectiveness", "Good",
    ])
    try Data(pdf).write(to: URL(fileURLWithPath: folder.path("report.pdf")))
    let run = try ProgramRun(example.arguments, in: folder.path)
    #expect(run.exitCode == example.exitCode, "\(run.errors)")
    if let output = example.output { #expect(run.output.contains(output)) }
    if let errors = example.errors { #expect(run.errors.contains(errors)) }
    // A message is short: never a wall of the file's own text.
    #expect(run.errors.utf8.count < 4000)
  }

  @Test("the first user's case: a report dropped into an empty content folder makes a site")
  func reportAlone() throws {
    let folder = try TemporaryFolder()
    try folder.write("mine/reports/report.txt", Self.report)
    let arguments = ["--content", "mine", "--output", "site"]
    let first = try ProgramRun(arguments, in: folder.path)
    #expect(first.exitCode == 0, "\(first.errors)")
    #expect(first.output.contains("1 report read of 1 file, 1 authority"))
    #expect(first.output.contains("1 in conflict"))
    let page = try #require(folder.read("site/authorities/gloucestershire/2022-02-07-ofsted-ilacs/index.html"))
    #expect(page.contains("This text is made up."))
    #expect(page.contains("The report disagrees with itself"))
    #expect(folder.read("site/authorities/gloucestershire/2022-02-07-ofsted-ilacs/report.json") != nil)

    let second = try ProgramRun(arguments, in: folder.path)
    #expect(second.output.contains(" 0 written,"))
    #expect(second.output.contains(" 0 removed"))
  }

  @Test("with an error nothing is written and what is there stays; --keep-going publishes the rest")
  func errors() throws {
    let folder = try TemporaryFolder()
    try folder.write("mine/reports/report.txt", Self.report)
    let arguments = ["--content", "mine", "--output", "site"]
    #expect(try ProgramRun(arguments, in: folder.path).exitCode == 0)
    func site() -> [String] { folder.listing().filter { $0.hasPrefix("site/") } }
    let before = site()
    try folder.write("mine/reports/wrong.txt", "Dear reader,")
    try folder.write("mine/reports/report.txt", Self.report.replacing("7 to 18", with: "8 to 18"))
    let stopped = try ProgramRun(arguments, in: folder.path)
    #expect(stopped.exitCode == 1)
    #expect(stopped.errors.contains("mine/reports/wrong.txt:1:1: error:"))
    #expect(site() == before)
    #expect(folder.read("site/authorities/gloucestershire/2022-02-07-ofsted-ilacs/index.html") != nil)
    let kept = try ProgramRun(arguments + ["--keep-going"], in: folder.path)
    #expect(kept.exitCode == 1)
    #expect(folder.read("site/authorities/gloucestershire/2022-02-08-ofsted-ilacs/index.html") != nil)
    #expect(folder.read("site/authorities/gloucestershire/2022-02-07-ofsted-ilacs/index.html") == nil)
  }

  @Test("record writes one file of the content and builds nothing; the next build leads from old addresses")
  func record() throws {
    let folder = try TemporaryFolder()
    try folder.write("mine/reports/report.txt", Self.report)
    try folder.write("mine/reports/wrong.txt", "Dear reader,")
    let arguments = ["record", "--content", "mine", "--on", "2026-03-02"]
    let stopped = try ProgramRun(arguments, in: folder.path)
    #expect(
      stopped.exitCode == 1 && stopped.output.contains("there are errors, and nothing was added to mine/published.csv"))
    try FileManager.default.removeItem(atPath: folder.path("mine/reports/wrong.txt"))
    let before = Set(folder.listing())
    #expect(try ProgramRun(arguments, in: folder.path).output == "1 line added to mine/published.csv\n")
    #expect(Set(folder.listing()).subtracting(before) == ["mine/published.csv"])
    let recorded = folder.read("mine/published.csv")
    #expect(try ProgramRun(arguments, in: folder.path).output == "0 lines added to mine/published.csv\n")
    #expect(folder.read("mine/published.csv") == recorded)
    try folder.write("mine/reports/report.txt", Self.report.replacing("7 to 18", with: "8 to 18"))
    #expect(try ProgramRun(["--content", "mine", "--output", "site"], in: folder.path).exitCode == 0)
    let old = try #require(folder.read("site/authorities/gloucestershire/2022-02-07-ofsted-ilacs/index.html"))
    #expect(old.contains("url=../../../authorities/gloucestershire/2022-02-08-ofsted-ilacs/index.html\""))
    #expect(folder.read("mine/published.csv") == recorded)
  }

  @Test("a name can't colour the terminal, nor split the place of a problem into two lines")
  func namesWithControlCharacters() throws {
    let folder = try TemporaryFolder()
    try folder.write("mine/reports/e\u{1B}[31m\nx\u{202E}.txt", "Dear reader,\u{7} hello")
    let run = try ProgramRun(["check", "--content", "mine"], in: folder.path)
    #expect(run.errors.contains("mine/reports/e\\u{1B}[31m\\nx\\u{202E}.txt:1:1: error: this is not a report"))
    let gone = try ProgramRun(["inspect", "gone\u{1B}[31m\n.txt"], in: folder.path)
    try folder.write("two/reports/a\n.txt", Self.report)
    try folder.write("two/reports/b\u{7}.txt", Self.report)
    let twice = try ProgramRun(["check", "--content", "two"], in: folder.path)
    #expect(twice.errors.contains("“two/reports/a\\n.txt” and “two/reports/b\\u{07}.txt” would both be written to"))
    #expect(twice.errors.contains("they are the same file; take one away"))
    #expect(gone.errors == "error: could not read gone\\u{1B}[31m\\n.txt: No such file or directory\n")
  }

  @Test("the same inspection in two files is an error that names both")
  func duplicate() throws {
    let folder = try TemporaryFolder()
    try folder.write("mine/reports/one.txt", Self.report)
    try folder.write("mine/reports/two.txt", Self.report)
    let run = try ProgramRun(["--content", "mine", "--output", "site"], in: folder.path)
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("one.txt"))
    #expect(run.errors.contains("two.txt"))
    #expect(folder.read("site/index.html") == nil)
  }

  @Test("every file that is no report has a line of JSON with its error, and the exit code is 1")
  func unreadFiles() throws {
    let folder = try TemporaryFolder()
    let texts = [
      "empty.txt": "", "blank.txt": " \n", "letter.txt": "Dear reader,\nnothing to read here.\n",
      "header.txt": "---\nsauce: x\n---\n" + Self.report, "file.pdf": "%PDF-1.7\n", "short.txt": "\u{1}\u{2}",
    ]
    for (name, text) in texts { try folder.write(name, text) }
    try folder.write("large.txt", String(repeating: "x", count: 1 << 20 + 1))
    let names = texts.keys.sorted() + ["large.txt"]
    let run = try ProgramRun(["inspect", "--format", "json", "--max-input", "1"] + names, in: folder.path)
    #expect(run.exitCode == 1)
    let lines = try run.output.split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    #expect(lines.map { ($0["source"] as? [String: Any])?["path"] as? String } == names)
    for line in lines {
      #expect(line["framework"] is NSNull)
      let problems = line["diagnostics"] as? [[String: Any]] ?? []
      #expect(problems.contains { $0["severity"] as? String == "error" })
    }
  }

  @Test("check ends with the lines that would settle what was assumed")
  func suggestions() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "mine/reports/report.txt",
      Self.report.replacing(
        "The impact of leaders on social work practice with", with: "The impact of leaders on practice with"))
    let run = try ProgramRun(["check", "--content", "mine"], in: folder.path)
    let end = try #require(run.output.firstRange(of: "Lines that would settle what was assumed"))
    let rest = run.output[end.upperBound...]
    #expect(rest.contains("frameworks/ofsted-ilacs.yaml\n  judgements, leaders, variants\n"))
    #expect(rest.contains("    - \"The impact of leaders on practice with children and families\"\n"))
    let inspected = try ProgramRun(["inspect", "mine/reports/report.txt"], in: folder.path)
    #expect(inspected.output.contains(" like “The impact of leaders on social work practice with"))
  }

  @Test("a file that could not be read is on the method page of what is published all the same, until it is gone")
  func unreadOnSite() throws {
    let folder = try TemporaryFolder()
    try folder.write("mine/reports/report.txt", Self.report)
    let arguments = ["--content", "mine", "--output", "site", "--keep-going"]
    _ = try ProgramRun(arguments, in: folder.path)
    #expect(try #require(folder.read("site/method/index.html")).contains("wrong.txt") == false)
    try folder.write("mine/reports/wrong.txt", "Dear reader,")
    for _ in 1...2 {
      #expect(try ProgramRun(arguments, in: folder.path).exitCode == 1)
      #expect(try #require(folder.read("site/method/index.html")).contains("wrong.txt"))
    }
    try FileManager.default.removeItem(atPath: folder.path("mine/reports/wrong.txt"))
    _ = try ProgramRun(arguments, in: folder.path)
    #expect(try #require(folder.read("site/method/index.html")).contains("wrong.txt") == false)
  }

  @Test("check reads everything and writes nothing")
  func check() throws {
    let folder = try TemporaryFolder()
    try folder.write("mine/reports/report.txt", Self.report)
    let run = try ProgramRun(["check", "--content", "mine"], in: folder.path)
    #expect(run.exitCode == 0)
    #expect(run.errors.contains("note: "))
    #expect(folder.listing().contains("Public/") == false)
  }

  @Test("the number of jobs changes nothing but the time")
  func jobs() throws {
    let folder = try TemporaryFolder()
    for number in 1...9 {
      try folder.write("mine/reports/\(number).txt", Self.report.replacing("7 to 18", with: "\(number) to 18"))
    }
    for jobs in ["1", "7"] {
      let run = try ProgramRun(["--content", "mine", "--output", "site\(jobs)", "--jobs", jobs], in: folder.path)
      #expect(run.exitCode == 0)
    }
    func tree(_ name: String) -> [String: String] {
      let files = folder.listing().filter { $0.hasPrefix(name + "/") && !$0.hasSuffix("/") }
      return Dictionary(uniqueKeysWithValues: files.map { (String($0.dropFirst(name.count)), folder.read($0) ?? "") })
    }
    #expect(tree("site1") == tree("site7"))
    #expect(tree("site1").count > 30)
  }
}
