internal import ContentLoading
internal import Inspections

/// The page on how grades are read, with statistics of this build: all numbers are counted from the reports here.
struct MethodPage {
  let site: Site

  static let path = "method/index.html"

  /// The page.
  var page: Piece {
    Piece(
      site, path: Self.path, source: "the page about the method", title: "How grades are read",
      introduction:
        "No grade is guessed. Each is traced to the lines that state it, and a report that contradicts itself is "
        + "shown as doing so.", of: site.reports, by: \.counted
    ) { _ in principles + figures + unread }
  }

  private var principles: [UInt8] {
    var body: [UInt8] = []
    body.append(
      """
      <p>A report states a grade in several places: a table on its front page, a sentence, the heading of a section, a \
      record at its end, the first sentence of a section. Each is read on its own and kept with its line. Two that agree \
      make a grade certain; one alone is shown as stated once; two that differ leave no grade, and both are quoted.</p>
      <p>A grade that is stated but may belong to another judgement, body or time is withheld: the page shows none, says \
      why, and quotes the lines. “Not found in the text” means that no line states one.</p>
      <p>A list of titles beside a list of grades proves nothing by its order. A damaged word is read only as a word of \
      the framework that it can come from and no other, and the page shows the word as printed. An overall grade is \
      read, never worked out from the others.</p>
      <p>Every statement leads to the line it was read from, in the text of the file as it was supplied, with the \
      file’s SHA-256. Dates for points to improve are computed from the day of publication and say so.</p>

      """)
    return site.section(anchor: "principles", title: "What counts as evidence", body: body)
  }

  private var figures: [UInt8] {
    let reports = site.reports
    let judgements = reports.reduce(0) { $0 + $1.counts.judgements.reduce(0, +) }
    func count(_ status: Judgement.Status) -> Int { reports.reduce(0) { $0 + $1.counts[status] } }
    let paragraphs = reports.reduce(0) { $0 + $1.counts.findings }
    func count(_ numbering: Finding.Numbering) -> Int { reports.reduce(0) { $0 + $1.counts[numbering] } }
    var rows: [TableRow] = []
    func row(_ name: String, _ number: Int, of whole: Int? = nil) {
      let share = whole.map { $0 > 0 ? Self.share(number, of: $0) : "" } ?? ""
      rows.append(TableRow(name, texts: [DisplayText.grouped(number), share]))
    }
    row("Reports", reports.count)
    if !site.unread.isEmpty { row("Files that could not be read", site.unread.count) }
    row(site.bodyKind.pluralTitle, site.authorities.count)
    row("Judgements", judgements)
    row("Grades that two or more statements agree on", count(.agreed), of: judgements)
    row("Grades stated once", count(.single), of: judgements)
    row("Conflicts, shown without a grade", count(.conflict), of: judgements)
    row("Withheld, since they could belong to something else", count(.withheld), of: judgements)
    row("Not found in the text", count(.missing), of: judgements)
    if count(.reviewed) > 0 { row("Read by a person, and marked", count(.reviewed), of: judgements) }
    row("Not judged, as the report says", count(.notJudged), of: judgements)
    row("Paragraphs", paragraphs)
    row("Paragraph numbers as printed", count(.printed), of: paragraphs)
    row("Numbers put back where they belong", count(.displaced), of: paragraphs)
    row("Numbers inferred from those around them, and marked", count(.inferred), of: paragraphs)
    row("Reports that name no licence", reports.count { $0.licence == nil }, of: reports.count)
    row("Reports without a day of publication", reports.count { $0.inspection.published == nil }, of: reports.count)
    row("Reports with a warning about the reading", reports.count { $0.counts.doubts > 0 }, of: reports.count)
    return site.section(
      anchor: "figures", title: "This build in numbers", note: "Counted from the reports on this site.",
      kind: "plain figures", head: ["What", "Number", "Share"], rows: rows)
  }

  /// The files that could not be read, each with the problem.
  private var unread: [UInt8] {
    let rows = site.unread.sorted { $0.name < $1.name }.map { file in
      let head = file.source.map { [UInt8](link: file.name, to: $0) } ?? [UInt8](markup: "\(file.name)")
      let name = file.authority.flatMap {
        site.authority(slug: $0)?.name ?? site.content.register.authority(slug: $0)?.name
      }
      let about = [name, file.date?.words].compactMap { $0 }.joined(separator: ", ")
      return TableRow(
        head: head, texts: [about, "\(file.problem.prefix(1).uppercased())\(file.problem.dropFirst())."])
    }
    return site.section(
      anchor: "unread", title: "What could not be read",
      note: "Files that were supplied for this site, and what keeps each from being shown.", kind: "plain",
      caption: "Files that could not be read", head: ["File", "About", "What is wrong"], rows: rows)
  }

  /// Returns a share, `12.5 %`, computed with integers only.
  private static func share(_ number: Int, of whole: Int) -> String {
    let tenths = (number * 1000 + whole / 2) / whole
    return "\(tenths / 10).\(tenths % 10) %"
  }
}
