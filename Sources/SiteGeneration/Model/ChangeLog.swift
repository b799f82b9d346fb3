internal import ContentLoading
internal import Inspections
internal import Records

/// The changes to the site since it was first recorded: `Content/published.csv` lists what it showed, the reports give
/// what it shows now. Empty without that file.
struct ChangeLog: Sendable {
  /// A report or a judgement that was added, changed or removed.
  struct Change: Sendable {
    /// The day it was recorded; nil for a change that is not recorded yet.
    let date: CalendarDate?
    /// The address of the report; for a removed report, its last address.
    let report: String
    /// The number of records of that address up to and including this change.
    let number: Int
    /// The key of the judgement; empty for the report itself, whose old and new addresses are then `was` and `now`.
    let judgement: String
    let was: String?
    let now: String?

    /// The identifier in the data files; later changes don't alter it.
    var id: String { [report, String(number), judgement].joined(separator: "/") }

    /// The kind of change, as words.
    var kind: String { was == nil ? "added" : now == nil ? "removed" : judgement.isEmpty ? "moved" : "changed" }
  }

  /// The path of a page that is gone and the path of its replacement; nil if the report was removed.
  typealias Redirect = (path: String, target: String?)

  /// The changes, newest first, in groups that are each about one report on one day.
  private(set) var changes: [[Change]] = []
  /// The lines that have to be recorded.
  private(set) var unrecorded: [PublishedReport] = []
  /// The redirects from addresses that are no longer used.
  private(set) var redirects: [Redirect] = []
  /// The lines recorded so far.
  let recorded: [PublishedReport]

  /// Whether the site has recorded lines.
  var isKept: Bool { !recorded.isEmpty }

  /// The digest of the changes and redirects.
  var digest: Fingerprint { Fingerprint(of: Array("\(recorded.last?.date?.iso ?? "") \(changes) \(redirects)".utf8)) }

  /// Compares the recorded lines with the current reports.
  init(_ recorded: [PublishedReport], summaries: [ReportSummary], unread: [UnreadFile]) {
    self.recorded = recorded
    guard let first = recorded.first else { return }
    var states: [String: PublishedReport] = [:]
    var successors: [String: String] = [:]
    var changeCounts: [String: Int] = [:]
    func apply(_ report: PublishedReport) {
      let old = states.removeValue(forKey: report.former ?? report.address)
      if let former = report.former { successors[former] = report.address }
      successors[report.address] = nil
      if !report.sha256.isEmpty { states[report.address] = report }
      changeCounts[report.address, default: 0] += 1
      // Reports recorded on the first day are the baseline, not changes.
      guard old != nil || report.date != first.date else { return }
      let found = Self.changes(from: old, to: report, changeCounts[report.address] ?? 0)
      if !found.isEmpty { changes.append(found) }
    }
    for report in recorded { apply(report) }
    unrecorded = Self.unrecorded(states.values, summaries, unread)
    for report in unrecorded { apply(report) }
    changes.reverse()
    let left = Set(changeCounts.keys).union(successors.keys).subtracting(states.keys)
    redirects = Self.redirects(left, successors, states, shown: Set(summaries.map(\.address)))
  }

  private static func changes(from old: PublishedReport?, to report: PublishedReport, _ number: Int) -> [Change] {
    let (was, now) = (old?.values ?? [:], report.values)
    return Set(was.keys).union(now.keys).sorted().filter { was[$0] != now[$0] }.map {
      Change(date: report.date, report: report.address, number: number, judgement: $0, was: was[$0], now: now[$0])
    }
  }

  /// Returns the lines that would record the current state: of reports that are new, changed, or removed.
  ///
  /// A report is matched by its file’s digest, by its address, or by its file’s name if the authority or the day
  /// and the framework are the same too. A report whose file exists but can't be read is not removed.
  static func unrecorded(
    _ states: some Collection<PublishedReport>, _ summaries: [ReportSummary], _ unread: [UnreadFile]
  ) -> [PublishedReport] {
    var (old, new) = (Array(states), summaries.map(PublishedReport.init(of:)))
    var lines: [PublishedReport] = []
    let shown = Set(new.map(\.address))
    let keys: [(PublishedReport) -> String] = [
      { $0.sha256 }, { $0.address }, { "\($0.file)/\($0.address.prefix { $0 != "/" })" },
      { $0.file + $0.address.drop { $0 != "/" } },
    ]
    for key in keys {
      func unique(_ reports: [PublishedReport]) -> [String: PublishedReport] {
        Dictionary(grouping: reports, by: key).compactMapValues { $0.count == 1 ? $0[0] : nil }
      }
      let known = unique(old)
      let pairs = unique(new).compactMap { key, now in known[key].map { (old: $0, now: now) } }
      let found = (old: Set(pairs.map(\.old.address)), now: Set(pairs.map(\.now.address)))
      old.removeAll { found.old.contains($0.address) }
      new.removeAll { found.now.contains($0.address) }
      lines += pairs.compactMap { $0.now.line(after: $0.old, shown) }
    }
    let gone = old.filter { report in !unread.contains { $0.name == report.file } }
    lines += new + gone.map { PublishedReport(address: $0.address, file: $0.file) }
    return lines.sorted { $0.address < $1.address }
  }

  /// Returns redirects for reports, and for authorities without a page whose reports all moved to the same place.
  private static func redirects(
    _ addresses: Set<String>, _ successors: [String: String], _ states: [String: PublishedReport], shown: Set<String>
  ) -> [Redirect] {
    let moves = addresses.flatMap { address -> [Redirect] in
      var now = address
      while let next = successors[now] { now = next }
      // A report that is neither shown nor removed has an unreadable file: wait until it can be read again.
      guard shown.contains(now) || states[now] == nil else { return [] }
      let target = shown.contains(now) ? now : nil
      return [page, authority].map { page in (page(address), target.map(page)) }
    }
    let taken = Set(shown.map(authority))
    return Dictionary(grouping: moves, by: \.path).sorted { $0.key < $1.key }.compactMap { path, pages in
      taken.contains(path) || Set(pages.map(\.target)).count > 1 ? nil : pages[0]
    }
  }

  /// Returns the path of a report’s page.
  static func page(_ address: String) -> String { "authorities/\(address)/index.html" }

  /// Returns the path of the report's authority's page.
  private static func authority(_ address: String) -> String {
    SitePaths.authority("\(address.prefix { $0 != "/" })")
  }
}

extension ReportSummary {
  /// The authority and the folder, joined: `exampleshire/2010-11-29-ofsted-slac`.
  var address: String { "\(SitePaths.pathComponent(for: authority.slug))/\(folderName)" }
}

extension PublishedReport {
  /// Creates a line with the current state of a report.
  init(of report: ReportSummary) {
    let judgements = report.judgements.map {
      ($0.key, "\($0.grade ?? $0.status.rawValue)\($0.status == .reviewed ? " (reviewed reading)" : "")")
    }
    self.init(
      address: report.address, file: report.fileName, sha256: report.source.sha256,
      judgements: Dictionary(judgements) { first, _ in first })
  }

  /// The recorded values by judgement key, with the address under the empty key; empty for a removed report.
  fileprivate var values: [String: String] { sha256.isEmpty ? [:] : judgements.merging(["": address]) { $1 } }

  /// Returns the fields of the line, in the order of the columns.
  func fields(today: CalendarDate) -> [String] {
    let judgements = judgements.map { "\($0)=\($1)" }.sorted().joined(separator: "; ")
    return [(date ?? today).iso, address, former ?? "", file, sha256, judgements]
  }

  /// Returns the line that records the differences from `old`; nil if at most the file's name differs. The previous
  /// address is left out if another report has it now.
  fileprivate func line(after old: PublishedReport, _ shown: Set<String>) -> PublishedReport? {
    var line = self
    line.former = shown.contains(old.address) ? nil : old.address
    return (address, sha256, judgements) == (old.address, old.sha256, old.judgements) ? nil : line
  }
}
