internal import ContentLoading
internal import Fingerprinting
internal import Inspections

/// What has changed on the site since it was first recorded: `Content/published.csv` says what it showed, the reports
/// say what it shows. Without that file there is nothing to tell.
struct ChangeLog: Sendable {
  /// A report or a judgement that was added, changed or taken away.
  struct Change: Sendable {
    /// The day it was recorded; nil for what nobody has recorded yet.
    let date: CalendarDate?
    /// The address of the report, the last one where it was taken away.
    let report: String
    /// How many times anything was recorded of that address, this included.
    let number: Int
    /// The key of the judgement; empty for the report itself, whose address then is what was and is.
    let judgement: String
    let was: String?
    let now: String?

    /// What the data files know it by; what is told later doesn't change it.
    var id: String { [report, String(number), judgement].joined(separator: "/") }

    /// What happened, in a word.
    var kind: String { was == nil ? "added" : now == nil ? "taken away" : judgement.isEmpty ? "moved" : "changed" }
  }

  /// A page where something was, and the one that is there for it now; nil for what was taken away.
  typealias Redirect = (path: String, target: String?)

  /// The changes, the newest first; those of one report on one day together.
  private(set) var changes: [[Change]] = []
  /// What has to be recorded.
  private(set) var unrecorded: [PublishedReport] = []
  /// The pages at addresses where nothing is now.
  private(set) var redirects: [Redirect] = []
  /// What was recorded.
  let recorded: [PublishedReport]

  /// Whether anything was recorded.
  var isKept: Bool { !recorded.isEmpty }

  /// The digest of all that it tells.
  var digest: Fingerprint { Fingerprint(of: Array("\(recorded.last?.date?.iso ?? "") \(changes) \(redirects)".utf8)) }

  /// Compares what was recorded with what there is.
  init(_ recorded: [PublishedReport], summaries: [ReportSummary], unread: [UnreadFile]) {
    self.recorded = recorded
    guard let first = recorded.first else { return }
    var states: [String: PublishedReport] = [:]
    var leads: [String: String] = [:]
    var uses: [String: Int] = [:]
    func take(_ report: PublishedReport) {
      let old = states.removeValue(forKey: report.former ?? report.address)
      if let former = report.former { leads[former] = report.address }
      leads[report.address] = nil
      if !report.sha256.isEmpty { states[report.address] = report }
      uses[report.address, default: 0] += 1
      // What was there on the first day is where the log begins.
      guard old != nil || report.date != first.date else { return }
      let found = Self.changes(from: old, to: report, uses[report.address] ?? 0)
      if !found.isEmpty { changes.append(found) }
    }
    for report in recorded { take(report) }
    unrecorded = Self.unrecorded(states.values, summaries, unread)
    for report in unrecorded { take(report) }
    changes.reverse()
    let left = Set(uses.keys).union(leads.keys).subtracting(states.keys)
    redirects = Self.redirects(left, leads, states, shown: Set(summaries.map(\.address)))
  }

  private static func changes(from old: PublishedReport?, to report: PublishedReport, _ number: Int) -> [Change] {
    let (was, now) = (old?.values ?? [:], report.values)
    return Set(was.keys).union(now.keys).sorted().filter { was[$0] != now[$0] }.map {
      Change(date: report.date, report: report.address, number: number, judgement: $0, was: was[$0], now: now[$0])
    }
  }

  /// The lines that would record what is shown: of reports that are new, differ, or are gone.
  ///
  /// A report is known again by its file’s digest, by its address, or by its file’s name where the authority or the day
  /// and the framework are the same too. One whose file is there and can't be read is not gone.
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

  /// The pages of reports, and of authorities that have no page now and whose reports have all gone one way.
  private static func redirects(
    _ addresses: Set<String>, _ leads: [String: String], _ states: [String: PublishedReport], shown: Set<String>
  ) -> [Redirect] {
    let moves = addresses.flatMap { address -> [Redirect] in
      var now = address
      while let next = leads[now] { now = next }
      // One that is neither shown nor gone waits for its file to be read again.
      guard shown.contains(now) || states[now] == nil else { return [] }
      let target = shown.contains(now) ? now : nil
      return [page, authority].map { page in (page(address), target.map(page)) }
    }
    let taken = Set(shown.map(authority))
    return Dictionary(grouping: moves, by: \.path).sorted { $0.key < $1.key }.compactMap { path, pages in
      taken.contains(path) || Set(pages.map(\.target)).count > 1 ? nil : pages[0]
    }
  }

  /// The page of a report’s address.
  static func page(_ address: String) -> String { "authorities/\(address)/index.html" }

  /// The page of its authority.
  private static func authority(_ address: String) -> String {
    SitePaths.authority("\(address.prefix { $0 != "/" })")
  }
}

extension ReportSummary {
  /// Where it is, in few words: `exampleshire/2010-11-29-ofsted-slac`.
  var address: String { "\(SitePaths.pathComponent(for: authority.slug))/\(folderName)" }
}

extension PublishedReport {
  /// What is shown of a report now.
  init(of report: ReportSummary) {
    let judgements = report.judgements.map {
      ($0.key, "\($0.grade ?? $0.status.rawValue)\($0.status == .reviewed ? " (reviewed reading)" : "")")
    }
    self.init(
      address: report.address, file: report.fileName, sha256: report.source.sha256,
      judgements: Dictionary(judgements) { first, _ in first })
  }

  /// What is told of it, by judgement, and without one its address.
  fileprivate var values: [String: String] { sha256.isEmpty ? [:] : judgements.merging(["": address]) { $1 } }

  /// What is written of it, in the order of the columns.
  func fields(today: CalendarDate) -> [String] {
    let judgements = judgements.map { "\($0)=\($1)" }.sorted().joined(separator: "; ")
    return [(date ?? today).iso, address, former ?? "", file, sha256, judgements]
  }

  /// The line that says what was said otherwise before; nil where nothing was, but for the name of the file. An address
  /// at which something else is now leads nowhere.
  fileprivate func line(after old: PublishedReport, _ shown: Set<String>) -> PublishedReport? {
    var line = self
    line.former = shown.contains(old.address) ? nil : old.address
    return (address, sha256, judgements) == (old.address, old.sha256, old.judgements) ? nil : line
  }
}
