import Inspections

/// Reads titles and grades set together: tables of the front page, headings with the grade beneath, the record.
///
/// A pairing is proved or it is nothing. What a table's layout admits is a set of grades for each title: the grade
/// after it; where several titles precede several grades, any of those; where a grade, a title or a row is lost or
/// left over, also those of its neighbours, since the column may have slipped. Only a set of one grade states anything.
struct TableReader {
  /// A title with the grades that may be its own.
  private struct Row {
    let entry: Outline.Entry
    var grades: [GradeMention] = []
    /// Whether the grade is on the title's own line or in its sentence.
    var isBound = false
    /// Whether the grade may also be one that is not there.
    var isOpen = false
    /// The line of the first grade of a list beside a list of titles.
    var list: Int?

    var judgement: Int? { if case .judgement(let index) = entry.meaning { index } else { nil } }
    var isUnknown: Bool { entry.meaning == .unknown }
    var line: Int { entry.heading.firstLine }
  }

  /// The statements of the tables.
  struct Reading {
    var candidates: [EvidenceCandidate] = []
    var unknown: [UnknownRow] = []
    var unassignedGrades: [GradeMention] = []
  }

  /// A row whose title no judgement of the framework is near to.
  struct UnknownRow {
    let candidate: EvidenceCandidate
    let isProved: Bool
  }

  let text: ReportText
  let outline: Outline
  /// The judgements that a front table prints, by their indices.
  let expected: Set<Int>

  func read() -> Reading {
    var reading = Reading()
    var front: [Row] = []
    var record: [Row] = []
    for run in runs() {
      let (rows, loose) = rows(of: run.cells)
      reading.unassignedGrades += loose
      switch run.zone {
      case .front: front += rows
      case .record: record += rows
      case .body:
        state(rows, as: .heading, slips: 0, loose: [], doubt: rows.count > 1 ? .secondTable : nil, in: &reading)
      case .silent: state(rows, as: .heading, slips: 0, loose: [], doubt: .elsewhere, in: &reading)
      }
    }
    let loose = reading.unassignedGrades.filter { $0.firstLine < outline.frontEnd }
    state(front, as: .frontTable, slips: slips(front, loose), loose: loose, in: &reading)
    let recordStarts = Set(outline.looseGrades.filter { $0.zone == .record }.map(\.mention.start))
    let recordLoose = reading.unassignedGrades.filter { recordStarts.contains($0.start) }
    state(record, as: .record, slips: holes(record) + recordLoose.count, loose: recordLoose, in: &reading)
    return reading
  }

  /// Returns the number of rows by which a grade of the front table may have slipped: one for each title without a
  /// grade, each grade without a title, and each row that the framework expects and that no row of another title can
  /// be.
  private func slips(_ rows: [Row], _ loose: [GradeMention]) -> Int {
    let titled = Set(rows.compactMap(\.judgement))
    let lost = titled.count > 1 ? max(0, expected.subtracting(titled).count - rows.count(where: \.isUnknown)) : 0
    return holes(rows) + loose.count + lost
  }

  /// Returns the number of titles without a grade, or that share a list of fewer or more grades.
  private func holes(_ rows: [Row]) -> Int {
    let lists = Dictionary(grouping: rows.filter { $0.list != nil }, by: \.list).values
    return lists.reduce(rows.count { $0.grades.isEmpty && !isIllegible(after: $0.entry.heading) }) { sum, list in
      sum + abs(list.count - list[0].grades.count)
    }
  }

  /// Whether something that is no grade is where a title's grade should be: the row is whole, and only its grade can't
  /// be read.
  private func isIllegible(after title: Heading) -> Bool {
    guard let next = text.textLine(after: title.lastLine, skippingBlanks: 2) else { return false }
    return outline.roles[next] == .text && text.lines[next].range.count < 40 && !text.isNumber(text.lines[next].range)
  }

  // MARK: Rows

  private enum Cell {
    case title(Outline.Entry)
    case grade(GradeMention)
  }

  private struct Run {
    let zone: Outline.Zone
    var cells: [Cell]
    var lastLine: Int
  }

  /// Titles and grades in the order of the text, cut where other words are between them.
  private func runs() -> [Run] {
    var cells: [(cell: Cell, zone: Outline.Zone, first: Int, last: Int)] = outline.entries.compactMap { entry in
      switch entry.meaning {
      case .judgement, .unknown: (.title(entry), entry.zone, entry.heading.firstLine, entry.heading.lastLine)
      default: nil
      }
    }
    cells += outline.looseGrades.map { (.grade($0.mention), $0.zone, $0.mention.firstLine, $0.mention.lastLine) }
    cells.sort { $0.first < $1.first }
    var runs: [Run] = []
    for (cell, zone, first, last) in cells {
      if let run = runs.last, run.zone == zone, !isBroken(from: run.lastLine, to: first) {
        runs[runs.count - 1].cells.append(cell)
        runs[runs.count - 1].lastLine = last
      } else {
        runs.append(Run(zone: zone, cells: [cell], lastLine: last))
      }
    }
    return runs
  }

  private func isBroken(from first: Int, to second: Int) -> Bool {
    guard second > first + 1 else { return false }
    return ((first + 1)..<second).contains { index in
      text.lines[index].isText && outline.roles[index] == .text && !text.isTrivial(text.lines[index].range)
    }
  }

  private func rows(of cells: [Cell]) -> (rows: [Row], loose: [GradeMention]) {
    var rows: [Row] = []
    var loose: [GradeMention] = []
    var titles: [Row] = []
    var grades: [GradeMention] = []
    func flush() {
      pair(&titles, grades, &loose)
      rows += titles
      titles = []
      grades = []
    }
    for cell in cells {
      switch cell {
      case .title(let entry):
        if !grades.isEmpty { flush() }
        if let mention = entry.heading.grade {
          // The title of a section, then the box that grades it.
          if titles.count == 1, titles[0].judgement == Row(entry: entry).judgement { titles = [] }
          flush()
          titles = [Row(entry: entry, isBound: !entry.heading.isGradeApart)]
          grades = [mention] + [entry.heading.secondGrade].compactMap { $0 }
          if !entry.heading.isGradeApart { flush() }
        } else if let last = titles.last, last.judgement == Row(entry: entry).judgement, last.judgement != nil {
          titles[titles.count - 1] = Row(entry: entry)
        } else {
          titles.append(Row(entry: entry))
        }
      case .grade(let mention): grades.append(mention)
      }
    }
    flush()
    return (rows, loose)
  }

  private func pair(_ titles: inout [Row], _ grades: [GradeMention], _ loose: inout [GradeMention]) {
    guard !titles.isEmpty else {
      loose += grades
      return
    }
    guard let first = grades.first else { return }
    if titles.count == 1 {
      titles[0].grades = Set(grades.map(\.grade)).count == 1 ? [first] : grades
      // The same grade again may be another row's, of which the title is lost.
      if titles[0].grades.count == 1, titles[0].entry.zone == .front { loose += grades.dropFirst() }
    } else {
      for index in titles.indices {
        titles[index].grades = grades
        titles[index].isOpen = titles.count != grades.count
        titles[index].list = first.firstLine
      }
    }
  }

  // MARK: Statements

  /// Why a pairing proves nothing.
  private enum Doubt: String {
    case title = "its title is as near to another judgement"
    case secondTable = "only a second table states it"
    case severalGrades = "several grades are set beside it"
    case slippedColumn = "a grade or a row of the table is lost, so its column may have slipped"
    case elsewhere = "the only grade is of an earlier inspection or of another establishment"
  }

  /// A grade of a table that has slipped more often may be any row's.
  private static let mostSlips = 20

  private func state(
    _ rows: [Row], as kind: Evidence.Kind, slips: Int, loose: [GradeMention], doubt: Doubt? = nil,
    in reading: inout Reading
  ) {
    let isFull = loose.isEmpty && !rows.contains { $0.grades.isEmpty }
    let looseGrades = Set(loose.map(\.grade))
    var listed: (line: Int, count: Int, grades: Set<StatedGrade>) = (-1, 0, [])
    let sets = rows.map { row in
      guard let list = row.list else { return Set(row.grades.map(\.grade)) }
      if list != listed.line { listed = (list, 0, Set(row.grades.map(\.grade))) }
      return listed.grades
    }
    let unknown = rows.count(where: \.isUnknown)
    let missing = expected.subtracting(rows.compactMap(\.judgement)).count
    let all = slips > Self.mostSlips ? sets.reduce(into: looseGrades) { $0.formUnion($1) } : []
    listed.line = -1
    for (place, row) in rows.enumerated() {
      guard !row.grades.isEmpty else { continue }
      listed = (row.list ?? -1, row.list == listed.line ? listed.count + 1 : 0, [])
      let own = row.list == nil ? row.grades[0] : row.grades[min(listed.count, row.grades.count - 1)]
      let isSafe = row.entry.heading.isSentence || row.isBound && isFull
      var admitted = sets[place]
      if slips > 0, !isSafe {
        let near = max(0, place - slips)...min(rows.count - 1, place + slips)
        admitted = all.isEmpty ? sets[near].reduce(into: looseGrades) { $0.formUnion($1) } : all
      }
      // A grade that slipped out at either end may be the one that a row there has lost.
      let isAtEnd = slips > 0 && !isSafe && (place < slips || place + slips >= rows.count)
      let isProved = admitted.count == 1 && !row.isOpen && !isAtEnd
      let doubt =
        doubt
        ?? (row.entry.isUnclear || !row.entry.shared.isEmpty
          ? .title : isProved ? nil : row.grades.count > 1 ? .severalGrades : .slippedColumn)
      // Of grades in one cell each may be meant; of a list, only the one that its order shows is used.
      let shown = row.list == nil && doubt == .severalGrades ? row.grades : [own]
      for judgement in row.entry.candidates {
        for mention in shown {
          var candidate = candidate(judgement, row, mention, kind, doubt)
          candidate.list = doubt == nil ? nil : row.list
          candidate.shared = row.entry.shared
          reading.candidates.append(candidate)
        }
      }
      if row.isUnknown {
        // Among rows of another report or of the legend nothing is the report's own; only the front has one table.
        let isOwn = kind == .frontTable && unknown <= max(1, missing) && unknown * 2 <= rows.count - unknown
        reading.unknown.append(
          UnknownRow(candidate: candidate(-1, row, own, kind, doubt), isProved: doubt == nil && isOwn))
      }
    }
  }

  private func candidate(
    _ judgement: Int, _ row: Row, _ mention: GradeMention, _ kind: Evidence.Kind, _ doubt: Doubt?
  ) -> EvidenceCandidate {
    let heading = row.entry.heading
    let words = text.string(
      fromLine: mention.firstLine, at: mention.start, toLine: mention.lastLine, at: mention.end)
    let closed = text.bytes.indices.contains(mention.end) && text.bytes[mention.end] == 0x29 ? words + ")" : words
    return EvidenceCandidate(
      judgement: judgement, grade: mention.grade, kind: kind,
      weight: doubt == nil
        ? .statement : doubt != .elsewhere ? .order : outline.isSilent[heading.firstLine] ? .elsewhere : .remark,
      line: mention.firstLine,
      text: "\(heading.printed): \(closed)", printedTitle: heading.printed, isOneStatement: row.isBound,
      reason: doubt?.rawValue, repaired: mention.repaired ?? heading.repaired)
  }
}
