import Inspections

/// Finds the lines of a text from which its facts were read.
struct PlaceFinder {
  let lines: [String]
  let framework: Framework

  /// The first line behind the publisher's front matter.
  var headerEnd: Int {
    guard lines.first == "---", let end = lines.dropFirst().firstIndex(of: "---") else { return 0 }
    // The site's own sentence about the text follows up to a blank line.
    return lines[(end + 1)...].firstIndex(of: "") ?? end + 1
  }

  /// Returns the lines that together print exactly these words.
  func range(of words: String, within limit: Int) -> Range<Int>? {
    let wanted = words.letters
    guard !wanted.isEmpty else { return nil }
    for first in headerEnd..<min(limit, lines.count) where !lines[first].isEmpty {
      var joined = ""
      for last in first..<min(first + 7, lines.count) {
        joined += lines[last].letters
        if joined == wanted { return first..<(last + 1) }
        if !wanted.hasPrefix(joined) { break }
      }
    }
    return nil
  }

  /// The printed forms of grades, as letters.
  private var forms: Set<String> {
    Set(framework.scale.grades.flatMap { [$0.key, $0.label] + $0.forms }.map(\.letters))
  }

  /// Returns the lines of a grade that begins on a line: `Requires`, `improvement`.
  private func grade(at place: Int) -> Range<Int>? {
    var joined = ""
    var found: Range<Int>?
    for last in place..<min(place + 4, lines.count) {
      guard !lines[last].isEmpty else { break }
      joined += lines[last].letters
      if forms.contains(joined) { found = place..<(last + 1) }
      if !forms.contains(where: { $0.hasPrefix(joined) }) { break }
    }
    return found
  }

  /// Returns the rows that a kind of evidence states, as tables: rows without other lines between them.
  func tables(of report: Report, _ kind: Evidence.Kind) -> [Table] {
    var found: [(row: Row, range: Range<Int>)] = []
    for judgement in report.judgements {
      for statement in judgement.evidence where statement.kind == kind {
        guard let id = judgement.id, let row = row(id, titled: judgement.printed, at: statement.line - 1) else {
          continue
        }
        found.append(row)
      }
    }
    found.sort { $0.range.lowerBound < $1.range.lowerBound }
    var tables: [Table] = []
    for (row, range) in found {
      if let last = tables.last, range.lowerBound >= last.range.upperBound,
        lines[last.range.upperBound..<range.lowerBound].allSatisfy({ $0.allSatisfy { !$0.isLetter } }),
        range.lowerBound - last.range.upperBound < 5
      {
        tables[tables.count - 1].rows.append(row)
        tables[tables.count - 1].range = last.range.lowerBound..<range.upperBound
      } else {
        tables.append(Table(range: range, rows: [row]))
      }
    }
    return tables.filter { $0.rows.count > 1 }
  }

  /// Returns the row whose grade begins on a line.
  private func row(_ id: String, titled title: String, at place: Int) -> (row: Row, range: Range<Int>)? {
    guard lines.indices.contains(place) else { return nil }
    let wanted = title.letters
    guard let grade = grade(at: place) else {
      // A row on one line, its cells apart.
      let cells = lines[place].split(separator: "\t").map(String.init)
      guard cells.count == 2, cells[0].letters == wanted else { return nil }
      return (Row(id: id, title: [cells[0]], grade: [cells[1]]), place..<(place + 1))
    }
    var last = place - 1
    while last > 0, lines[last].isEmpty, place - last < 4 { last -= 1 }
    var joined = ""
    for first in stride(from: last, to: max(last - 5, -1), by: -1) where !lines[first].isEmpty {
      joined = lines[first].letters + joined
      if joined == wanted || joined.drop(while: \.isNumber) == wanted.drop(while: \.isNumber) {
        return (
          Row(id: id, title: Array(lines[first...last]), grade: Array(lines[grade])), first..<grade.upperBound
        )
      }
    }
    return nil
  }

  /// Returns the headings of the body that state grades.
  func headings(of report: Report) -> [Heading] {
    report.judgements.flatMap { judgement in
      judgement.evidence.filter { $0.kind == .heading }.compactMap { statement -> Heading? in
        let place = statement.line - 1
        guard let id = judgement.id, lines.indices.contains(place) else { return nil }
        var first = place
        if grade(at: place) != nil, first > 1, lines[first - 1].isEmpty { first -= 2 }
        while first > 0, !lines[first - 1].isEmpty, place - first < 4 { first -= 1 }
        var end = place + 1
        while end < lines.count, !lines[end].isEmpty, lines[end].count < 60, end - place < 3 { end += 1 }
        return Heading(id: id, range: first..<end, gradeLine: place)
      }
    }
  }
}
