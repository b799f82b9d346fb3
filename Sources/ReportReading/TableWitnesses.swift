import Inspections

/// Reads titles and grades that stand together: tables of the front page, headings with the grade beneath, the record.
///
/// A title and the one grade that follows it are a row. Several titles followed by several grades are two columns
/// torn apart: then only the order tells, which is never enough by itself.
struct TableWitnesses {
  private enum Cell {
    case title(judgement: Int?, Heading, Outline.Zone)
    case grade(GradeMention, Outline.Zone)

    var firstLine: Int {
      switch self {
      case .title(_, let heading, _): heading.firstLine
      case .grade(let mention, _): mention.firstLine
      }
    }

    var lastLine: Int {
      switch self {
      case .title(_, let heading, _): heading.lastLine
      case .grade(let mention, _): mention.lastLine
      }
    }
  }

  let text: ReportText
  let outline: Outline
  /// The judgements that a front table prints, by their indices.
  let expected: Set<Int>

  /// All that the report's tables and graded headings state.
  func witnesses() -> (witnesses: [Witness], strayGrades: [GradeMention]) {
    var found: [Witness] = []
    var strays: [GradeMention] = []
    for run in runs() { read(run, into: &found, strays: &strays) }
    if isDisordered(found, strays) {
      // Where a row is lost or torn, its neighbours may be too: their places prove no more than an order does.
      found = found.map { $0.kind == .frontTable && !$0.isOneStatement ? $0.weighing(.order) : $0 }
    }
    return (found, strays)
  }

  /// Whether the front page's table has a grade without a title, or a title without a grade.
  private func isDisordered(_ found: [Witness], _ strays: [GradeMention]) -> Bool {
    if strays.contains(where: { $0.firstLine < outline.frontEnd }) { return true }
    let titled = Set(
      outline.entries.compactMap { entry -> Int? in
        guard entry.zone == .front, case .judgement(.some(let judgement)) = entry.meaning else { return nil }
        return judgement
      })
    // A table of several rows that lacks one has lost it, and perhaps only the title of it.
    if titled.count > 1, !expected.isSubset(of: titled) { return true }
    let graded = Set(found.filter { $0.kind == .frontTable && $0.weight == .statement }.map(\.judgement))
    return outline.entries.contains { entry in
      guard entry.zone == .front, case .judgement(.some(let judgement)) = entry.meaning else { return false }
      return !graded.contains(judgement) && !isIllegible(behind: entry.heading)
    }
  }

  /// Whether something that is no grade stands where a title's grade should: the row is whole, and only its grade can't
  /// be read.
  private func isIllegible(behind title: Heading) -> Bool {
    guard let next = text.textLine(after: title.lastLine, skippingBlanks: 2) else { return false }
    return outline.roles[next] == .text && text.lines[next].range.count < 40
  }

  /// Titles and grades in the order of the text, cut where other words stand between them.
  private func runs() -> [[Cell]] {
    var cells: [Cell] = outline.entries.compactMap { entry in
      guard case .judgement(let index) = entry.meaning, entry.zone != .silent else { return nil }
      return .title(judgement: index, entry.heading, entry.zone)
    }
    cells += outline.looseGrades.filter { $0.zone != .silent }.map { .grade($0.mention, $0.zone) }
    cells.sort { $0.firstLine < $1.firstLine }
    var runs: [[Cell]] = []
    for cell in cells {
      if let last = runs.last?.last, !isBroken(from: last.lastLine, to: cell.firstLine) {
        runs[runs.count - 1].append(cell)
      } else {
        runs.append([cell])
      }
    }
    return runs
  }

  private func isBroken(from first: Int, to second: Int) -> Bool {
    guard second > first + 1 else { return false }
    return ((first + 1)..<second).contains { index in
      text.lines[index].isText && outline.roles[index] == .text && !text.isTrivial(digitTolerant(index))
    }
  }

  /// A stray number between two cells is a footnote's or a page's; its line counts as empty.
  private func digitTolerant(_ index: Int) -> Range<Int> {
    let range = text.lines[index].range
    let digits = text.bytes[range].prefix { $0.isASCIIDigit }.count
    return range.lowerBound + min(digits, 3)..<range.upperBound
  }

  private func read(_ run: [Cell], into found: inout [Witness], strays: inout [GradeMention]) {
    var titles: [(judgement: Int?, heading: Heading, zone: Outline.Zone)] = []
    var grades: [(mention: GradeMention, zone: Outline.Zone)] = []
    func flush() {
      pair(titles, grades, into: &found, strays: &strays)
      titles = []
      grades = []
    }
    for cell in run {
      switch cell {
      case .title(let judgement, let heading, let zone):
        if !grades.isEmpty { flush() }
        if let mention = heading.grade, heading.isGradeApart {
          // Another grade behind it would leave open which of them is the title's.
          flush()
          titles.append((judgement, heading, zone))
          grades.append((mention, zone))
        } else if let mention = heading.grade {
          flush()
          if let judgement { found.append(witness(judgement, heading, mention, zone, .statement, isOne: true)) }
        } else if let last = titles.last, last.judgement == judgement, judgement != nil {
          // The title of a section, then the same title in the box that grades it.
          titles[titles.count - 1] = (judgement, heading, zone)
        } else {
          titles.append((judgement, heading, zone))
        }
      case .grade(let mention, let zone):
        grades.append((mention, zone))
      }
    }
    flush()
  }

  private func pair(
    _ titles: [(judgement: Int?, heading: Heading, zone: Outline.Zone)],
    _ grades: [(mention: GradeMention, zone: Outline.Zone)],
    into found: inout [Witness], strays: inout [GradeMention]
  ) {
    guard !grades.isEmpty else { return }
    let kinds = Set(grades.map(\.mention.grade))
    if titles.count == 1, kinds.count == 1, let judgement = titles[0].judgement {
      found.append(witness(judgement, titles[0].heading, grades[0].mention, titles[0].zone, .statement))
      // The same grade again may be another row's, of which the title is lost.
      if titles[0].zone == .front { strays += grades.dropFirst().map(\.mention) }
    } else if titles.count == grades.count, titles.count > 1 {
      for (title, grade) in zip(titles, grades) {
        guard let judgement = title.judgement else { continue }
        // Where every grade of the list is the same, the order makes no difference.
        let weight: Witness.Weight = kinds.count == 1 ? .statement : .order
        var row = witness(judgement, title.heading, grade.mention, title.zone, weight)
        if weight == .order { row.list = grades[0].mention.firstLine }
        found.append(row)
      }
    } else {
      strays += grades.map(\.mention)
    }
  }

  private func witness(
    _ judgement: Int, _ heading: Heading, _ mention: GradeMention, _ zone: Outline.Zone, _ weight: Witness.Weight,
    isOne: Bool = false
  ) -> Witness {
    let kind: Evidence.Kind =
      switch zone {
      case .front: .frontTable
      case .record: .record
      case .body, .silent: .heading
      }
    let words = text.string(
      fromLine: mention.firstLine, at: mention.start, toLine: mention.lastLine, at: mention.end)
    let closed = text.bytes.indices.contains(mention.end) && text.bytes[mention.end] == 0x29 ? words + ")" : words
    return Witness(
      judgement: judgement, grade: mention.grade, kind: kind, weight: weight, line: mention.firstLine,
      text: "\(heading.printed): \(closed)", printedTitle: heading.printed, isOneStatement: isOne,
      repaired: mention.repaired ?? heading.repaired)
  }
}
