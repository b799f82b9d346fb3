import Foundation
import Inspections

/// Dates and inspectors damaged, or beside those of other inspections.
extension DamageKind {
  /// The dates of a front, to be printed in another way.
  struct Dates {
    let label: String
    let start: CalendarDate
    let end: CalendarDate
    private static let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ]
    static func words(_ day: CalendarDate) -> String { "\(day.day) \(months[day.month - 1]) \(day.year)" }
    static func month(_ day: CalendarDate) -> String { months[day.month - 1] }
    var from: String { Self.words(start) }
    var to: String { Self.words(end) }
    /// Returns both dates in one form, with the separator between them.
    func joined(_ separator: String) -> String { "\(label) \(from)\(separator)\(to)" }
  }

  private static func dated(
    _ name: String, _ expectation: Expectation, truth: @escaping @Sendable (inout Truth) -> Void = { _ in },
    _ words: @escaping @Sendable (Dates) -> [String]?
  ) -> DamageKind {
    DamageKind("dates: \(name)", expectation) { sample, _, _ in
      guard let range = sample.dates, let start = sample.truth.start, let end = sample.truth.end,
        let colon = sample.lines[range.lowerBound].firstIndex(of: ":")
      else { return [] }
      let label = String(sample.lines[range.lowerBound][...colon])
      guard let new = words(Dates(label: label, start: start, end: end)) else { return [] }
      var lines = sample.lines
      lines.replaceSubrange(range, with: new)
      var changed = sample.truth
      truth(&changed)
      return [Copy(lines, truths: [changed])]
    }
  }

  private static func joined(_ name: String, _ separator: String, _ expectation: Expectation = .harmless) -> DamageKind
  {
    dated(name, expectation) { $0.joined(separator).components(separatedBy: "\n") }
  }

  static let dates: [DamageKind] = list {
    joined("joined by to", " to ")
    joined("by an en dash", " – ")
    joined("by a hyphen", "-")
    joined("by an em dash", "—")
    joined("by a minus", " − ")
    joined("by a soft hyphen", " \u{AD} ")
    joined("by mojibake", " â€“ ")
    joined("by an entity", " &ndash; ")
    joined("by a number’s entity", " &#8211; ")
    joined("by a control character", " \u{96} ")
    joined("by a replacement character", " \u{FFFD} ")
    joined("by t0", " t0 ")
    joined("by tо", " tо ")
    joined("by through", " through ")
    joined("by until", " until ")
    joined("by and", " and ", .ambiguous)
    joined("by nothing", " ", .ambiguous)
    joined("by a question mark", " ? ", .ambiguous)
    joined("a dash at a line’s start", "\n– ")
    joined("to at a line’s start", "\nto ")
    joined("a dash at a line’s end", " –\n")
    joined("two line ends", " to\n\n", .ambiguous)
    dated("on the next line", .harmless) { [$0.label, $0.joined(" to ").replacing($0.label + " ", with: "")] }
    dated("on the next line but one", .harmless) { [$0.label, "", "\($0.from) to \($0.to)"] }
    dated("without blanks", .ambiguous) { [$0.joined("to").replacing(" ", with: "")] }
    dated("in upper case", .harmless) { [$0.joined(" to ").uppercased()] }
    dated("in lower case", .harmless) { [$0.joined(" to ").lowercased()] }
    dated("with ordinals", .harmless) {
      [
        "\($0.label) \($0.start.day)th \(Dates.month($0.start)) \($0.start.year) to \($0.end.day)th \(Dates.month($0.end)) \($0.end.year)"
      ]
    }
    dated("months cut short", .harmless) {
      [
        "\($0.label) \($0.start.day) \(Dates.month($0.start).prefix(3)) \($0.start.year) to \($0.end.day) \(Dates.month($0.end).prefix(3)) \($0.end.year)"
      ]
    }
    dated("second half lost", .ambiguous) { ["\($0.label) \($0.from) to"] }
    dated("second half lost behind a dash", .ambiguous) { ["\($0.label) \($0.from) –"] }
    dated("second half unreadable", .ambiguous) { ["\($0.label) \($0.from) to ## #### ####"] }
    dated("second month unreadable", .ambiguous) {
      ["\($0.label) \($0.from) to \($0.end.day) M#### \($0.end.year)"]
    }
    dated("second day unreadable", .ambiguous) {
      ["\($0.label) \($0.from) to ?? \(Dates.month($0.end)) \($0.end.year)"]
    }
    dated("second year cut", .ambiguous) {
      ["\($0.label) \($0.from) to \($0.end.day) \(Dates.month($0.end)) \($0.end.year / 10)"]
    }
    dated("first half unreadable", .ambiguous) { ["\($0.label) ## #### #### to \($0.to)"] }
    dated("first day unreadable", .ambiguous) {
      ["\($0.label) ?? \(Dates.month($0.start)) \($0.start.year) to \($0.to)"]
    }
    dated("first half lost", .ambiguous) { ["\($0.label) to \($0.to)"] }
    dated("month and year alone", .ambiguous) { ["\($0.label) \(Dates.month($0.start)) \($0.start.year)"] }
    dated("the year alone", .ambiguous) { ["\($0.label) \($0.start.year)"] }
    dated("the years lost", .ambiguous) {
      ["\($0.label) \($0.start.day) \(Dates.month($0.start)) to \($0.end.day) \(Dates.month($0.end))"]
    }
    dated("an impossible second day", .ambiguous) {
      ["\($0.label) \($0.from) to 32 \(Dates.month($0.end)) \($0.end.year)"]
    }
    dated("the first behind the last", .ambiguous) { ["\($0.label) \($0.to) to \($0.from)"] }
    dated("the line lost", .ambiguous) { _ in [] }
    dated("the label alone", .ambiguous) { [$0.label] }
    dated("a visit of one day", .harmless, truth: { $0.end = $0.start }) { ["\($0.label) \($0.from)"] }
    dated("two visits", .ambiguous) {
      [
        "\($0.label) \($0.from) to \($0.start.day + 1) \(Dates.month($0.start)) \($0.start.year) aud \($0.end.day) to \($0.to)"
      ]
    }
    dated("previous dates behind", .harmless) {
      [$0.joined(" to "), "Date of previous inspection: 4 to 15 June 2007"]
    }
    dated("previous dates before", .harmless) {
      ["Date of previous inspection: 4 to 15 June 2007", $0.joined(" to ")]
    }
    dated("previous dates under the same label behind", .ambiguous) {
      [$0.joined(" to "), "Previous \($0.label.lowercased()) 4 June 2007 to 15 June 2007"]
    }
    dated("previous dates under the same label before", .ambiguous) {
      ["Previous \($0.label.lowercased()) 4 June 2007 to 15 June 2007", $0.joined(" to ")]
    }
    dated("previous dates, own unreadable", .ambiguous) {
      ["Previous \($0.label.lowercased()) 4 June 2007 to 15 June 2007", "\($0.label) ####"]
    }
    dated("a day of printing before", .ambiguous) { ["Printed on 3 April 2031", $0.joined(" to ")] }
    dated("a monitoring visit before", .ambiguous) { ["Monitoring visit: 3 to 4 April 2008", $0.joined(" to ")] }
  }

  private static func led(
    _ name: String, _ expectation: Expectation, _ words: @escaping @Sendable (_ line: String) -> [String]
  ) -> DamageKind {
    DamageKind("lead: \(name)", expectation) { sample, _, _ in
      guard let place = sample.lead, sample.truth.lead != nil else { return [] }
      var lines = sample.lines
      lines.replaceSubrange(place...place, with: words(lines[place]))
      return [Copy(lines)]
    }
  }

  private static func label(_ line: String) -> String { String(line.prefix { $0 != ":" }) }
  private static func person(_ line: String) -> String { String(line.drop { $0 != ":" }.dropFirst(2)) }

  static let leads: [DamageKind] = list {
    led("of the previous inspection before", .ambiguous) { ["\(label($0)) (2008): Jane Placeholder", $0] }
    led("of the previous inspection behind", .ambiguous) { [$0, "\(label($0)) (2008): Jane Placeholder"] }
    led("of the previous inspection in words", .ambiguous) {
      ["\(label($0)) of the previous inspection: Jane Placeholder", $0]
    }
    led("of the previous inspection, own lost", .ambiguous) {
      ["\(label($0)) of the previous inspection: Jane Placeholder"]
    }
    led("of the previous inspection with a year, own lost", .ambiguous) { ["\(label($0)) (2008): Jane Placeholder"] }
    led("of a focused visit before", .ambiguous) { ["Lead inspector of the focused visit: Jane Placeholder", $0] }
    led("a deputy before", .ambiguous) { ["Deputy \(label($0).lowercased()): Jane Placeholder", $0] }
    led("an assistant behind", .harmless) { [$0, "Assistant inspector: Jane Placeholder"] }
    led("a deputy, own lost", .ambiguous) { ["Deputy \(label($0).lowercased()): Jane Placeholder"] }
    led("in prose before", .ambiguous) { ["The lead inspector met Jane Placeholder, the director.", "", $0] }
    led("on the next line", .harmless) { ["\(label($0)):", person($0)] }
    led("in two lines", .harmless) { line in wrapped(line, at: 28) }
    led("in upper case", .harmless) { [$0.uppercased()] }
    led("name lost", .ambiguous) { ["\(label($0)):"] }
    led("name lost, a title behind", .ambiguous) { ["\(label($0)): His Majesty’s Inspector"] }
    led("quality assured by", .harmless) { [$0, "Quality assured by: Jane Placeholder"] }
    led("a chair’s name", .harmless) { ["Director of children’s services: Jane Placeholder", $0] }
  }
}
