internal import Inspections

/// The site's wording for the values of the model, shared by all pages.
enum DisplayText {
  /// Returns the dates on site, `29 November to 10 December 2010`, or a sentence if they are not known.
  static func dates(_ inspection: Report.Inspection) -> String {
    switch (inspection.start, inspection.end) {
    case (let start?, let end?) where start == end: start.words
    case (let start?, let end?): span(from: start, to: end)
    case (let start?, nil): "from \(start.words)"
    case (nil, let end?): "until \(end.words)"
    case (nil, nil): "dates not found in the text"
    }
  }

  private static func span(from start: CalendarDate, to end: CalendarDate) -> String {
    if start.year != end.year { return "\(start.words) to \(end.words)" }
    if start.month != end.month {
      return "\(start.day) \(CalendarDate.monthNames[start.month - 1]) to \(end.words)"
    }
    return "\(start.day) to \(end.words)"
  }

  /// Returns a number with its noun: `1 report`, `2 reports`.
  static func count(_ number: Int, _ singular: String, _ plural: String? = nil) -> String {
    "\(grouped(number)) \(number == 1 ? singular : plural ?? singular + "s")"
  }

  /// Returns a number with separators: `1,234`.
  static func grouped(_ number: Int) -> String {
    guard number >= 1000 else { return String(number) }
    return "\(grouped(number / 1000)),\(String(number % 1000 + 1000).dropFirst())"
  }

  /// Returns a text with its line ends replaced by spaces.
  static func line(_ text: String) -> String {
    text.utf8.contains(0x0A) ? text.replacing("\n", with: " ") : text
  }

  /// Returns a list in words: `a, b and c`.
  static func list(_ parts: [String]) -> String {
    guard let last = parts.last else { return "" }
    return parts.count == 1 ? last : parts.dropLast().joined(separator: ", ") + " and " + last
  }

  /// Returns the label that marks a priority action; empty for other recommendations.
  static func mark(of point: Recommendation) -> String { point.kind == .priorityAction ? "Priority action" : "" }

  /// Returns how certain the reading of a grade is.
  static func status(_ status: Judgement.Status, statements: Int) -> String {
    switch status {
    case .agreed: "\(grouped(statements)) statements agree"
    case .single: "Stated once"
    case .conflict: "The report disagrees with itself"
    case .withheld: "Withheld"
    case .notJudged: "Not judged"
    case .missing: "Not found in the text"
    case .reviewed: "Reviewed reading"
    }
  }

  /// Returns the status of a judgement and the reason for it, if there is one, in a sentence without a full stop.
  static func noGrade(_ judgement: Judgement) -> String {
    let status = DisplayText.status(judgement.status, statements: judgement.evidence.count)
    return judgement.reason.map { "\(status), because \($0)" } ?? status
  }

  /// Returns the kind of passage that states a grade.
  static func place(_ kind: Evidence.Kind) -> String {
    switch kind {
    case .frontTable: "Table on the front page"
    case .headline: "Opening statement"
    case .heading: "Section heading"
    case .record: "Record of main findings"
    case .prose: "First sentence of the section"
    }
  }

  /// Returns the kind of inspection event.
  static func kind(_ kind: Report.Kind) -> String {
    switch kind {
    case .inspection: "Inspection"
    case .reinspection: "Re-inspection"
    case .review: "Review"
    }
  }

  /// Returns the name of a licence as readers know it, or a note that none is stated.
  static func licence(_ licence: Licence?) -> String {
    switch licence {
    case nil: "Not stated in the file supplied"
    case .ogl3?: "Open Government Licence v3.0"
    case .nonCommercial?: "Older notice: non-commercial, unaltered, with source and date"
    }
  }

  /// Returns the URL of a licence's text; nil if it has none.
  static func licenceAddress(_ licence: Licence?) -> String? {
    licence == .ogl3 ? "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/" : nil
  }
}
