import Diagnostics
package import Inspections

/// The facts that a report publishes; every damaged copy is measured against them.
package struct Truth: Sendable {
  package var framework: String
  package var slug: String
  package var start: CalendarDate?
  package var end: CalendarDate?
  package var published: CalendarDate?
  package var lead: String?
  /// The grades by the judgements' identifiers.
  package var grades: [String: String]
  /// The number of items in its lists.
  package var listed: Int?

  package init(
    framework: String, slug: String, start: CalendarDate?, end: CalendarDate?, published: CalendarDate? = nil,
    lead: String? = nil, grades: [String: String], listed: Int? = nil
  ) {
    self.framework = framework
    self.slug = slug
    self.start = start
    self.end = end
    self.published = published
    self.lead = lead
    self.grades = grades
    self.listed = listed
  }

  /// Creates the facts of a reading.
  package init(_ report: Report) {
    self.init(
      framework: report.framework, slug: report.authority.slug, start: report.inspection.start,
      end: report.inspection.end, published: report.inspection.published, lead: report.inspection.lead,
      grades: Dictionary(
        report.judgements.compactMap { judgement in judgement.id.flatMap { id in judgement.grade.map { (id, $0) } } },
        uniquingKeysWith: { first, _ in first }), listed: report.recommendations.count)
  }

  /// Returns the differences from another.
  func differences(from other: Truth) -> [String] {
    var differences: [String] = []
    func compare(_ name: String, _ said: String?, _ wanted: String?) {
      if said != wanted { differences.append("\(name): \(said ?? "none") for \(wanted ?? "none")") }
    }
    compare("framework", framework, other.framework)
    compare("authority", slug, other.slug)
    compare("start", start?.iso, other.start?.iso)
    compare("end", end?.iso, other.end?.iso)
    compare("published", published?.iso, other.published?.iso)
    compare("lead", lead, other.lead)
    compare("lists", listed.map(String.init), other.listed.map(String.init))
    for id in Set(grades.keys).union(other.grades.keys).sorted() { compare(id, grades[id], other.grades[id]) }
    return differences
  }

  /// Returns the false facts that a report publishes.
  func lies(
    of report: Report, titles: [String: String], contradicted: Set<String>, near place: ClosedRange<Int>?
  ) -> [String] {
    var lies: [String] = []
    if report.framework != framework { lies.append("framework: \(report.framework)") }
    if report.authority.isRegistered, report.authority.slug != slug {
      lies.append("authority: \(report.authority.slug) for \(slug)")
    }
    func compare(_ name: String, _ said: CalendarDate?, _ wanted: CalendarDate?) {
      if let said, said != wanted { lies.append("\(name): \(said.iso) for \(wanted?.iso ?? "none")") }
    }
    compare("start", report.inspection.start, start)
    compare("end", report.inspection.end, end)
    compare("published", report.inspection.published, published)
    if let said = report.inspection.lead, lead.map({ !said.isLike($0) }) ?? true {
      lies.append("lead: \(said) for \(lead ?? "none")")
    }
    for judgement in report.judgements {
      guard let grade = judgement.grade else { continue }
      guard let id = judgement.id else {
        let wanted = Set(nearest(to: judgement.printed, titles).compactMap { grades[$0] })
        if !wanted.contains(grade) {
          lies.append("printed “\(judgement.printed)”: \(grade) for \(wanted.sorted().joined(separator: " or "))")
        }
        continue
      }
      if grade != grades[id] {
        lies.append("\(id): \(grade) for \(grades[id] ?? "none")")
      } else if contradicted.contains(id), !report.warns(of: judgement, near: place) {
        lies.append("\(id): \(grade), its contradiction unsaid")
      }
    }
    return lies
  }

  /// Returns the judgements whose titles have most letters in a row in common with a printed one, and at least two
  /// fifths of them: a title that has lost letters is still that title.
  private func nearest(to title: String, _ titles: [String: String]) -> [String] {
    let same = titles.filter { $0.value.letters == title.letters }
    if !same.isEmpty { return Array(same.keys) }
    let runs = title.runs
    let shared = titles.mapValues { runs.intersection($0.runs).count }
    let best = shared.values.max() ?? 0
    return best * 5 < runs.count * 2 ? [] : shared.filter { $0.value == best }.map(\.key)
  }
}

extension Report {
  /// Whether a warning is about a judgement: it names it, or points to the lines that contradict it.
  fileprivate func warns(of judgement: Judgement, near place: ClosedRange<Int>?) -> Bool {
    diagnostics.contains { problem in
      guard problem.severity > .note else { return false }
      if let line = problem.location?.line, let place, place.contains(line) { return true }
      let message = problem.message.letters
      return [judgement.title, judgement.printed].contains { message.contains($0.letters) }
    }
  }
}

extension String {
  /// Whether it may be another name damaged: three letters in a row are in both.
  fileprivate func isLike(_ other: String) -> Bool {
    let (own, other) = (Array(letters), other.letters)
    return own == Array(other) || own.indices.dropLast(2).contains { other.contains(String(own[$0..<($0 + 3)])) }
  }

  /// All runs of three letters.
  fileprivate var runs: Set<String> {
    let own = Array(letters)
    return Set(own.indices.dropLast(2).map { String(own[$0..<($0 + 3)]) })
  }

  /// The letters and digits, lowercased, which all ways of printing a name share.
  package var letters: String { lowercased().filter { $0.isLetter || $0.isNumber } }
}
