public import Diagnostics
public import Inspections

/// A report file that could not be parsed, with the facts that were found nevertheless.
public struct UnreadFile: Sendable, Hashable {
  /// The file's name, without the folders, which only depend on where the site was built.
  public let name: String
  /// The problem, as a clause.
  public let problem: String
  /// The title as printed, if one was found.
  public let title: String?
  /// The slug of the authority it is about, if that is certain.
  public let authority: String?
  /// The first day of the inspection, or else the day of publication.
  public let date: CalendarDate?
  /// The URL of the official report.
  public let source: String?

  /// The title and day, or else the name of the file.
  var words: String { [title ?? name, date?.words].compactMap { $0 }.joined(separator: ", ") }

  /// A sentence that the file could not be read, with the reason and a link to the official report.
  var account: [UInt8] {
    var text: [UInt8] = []
    text.append(escaped: "\(words), is not shown here, since its file could not be read: \(problem).")
    if let source { text.append(markup: " <a href=\"\(source)\">The official report</a>") }
    return text
  }
}

extension UnreadFile {
  /// Creates a record from the results of reading the file.
  public init(
    path: String, diagnostics: [Diagnostic], title: String? = nil, authority: Report.AuthorityReference? = nil,
    inspection: Report.Inspection? = nil, header: FrontMatter? = nil
  ) {
    self.init(
      name: path.split { $0 == "/" || $0 == "\\" }.last.map { String($0) } ?? path,
      problem: diagnostics.first { $0.severity == .error }?.message ?? "no report was found in it", title: title,
      authority: authority.map { SitePaths.pathComponent(for: $0.slug) },
      date: inspection?.start ?? inspection?.published ?? header?.published,
      source: ExternalURL(header?.sourceURL)?.text)
  }
}

extension Site {
  /// Returns the unread files about an authority: `later` are those without a day or newer than any report here,
  /// `earlier` those that belong between its reports.
  func unread(of body: AuthoritySummary) -> (later: [UnreadFile], earlier: [UnreadFile]) {
    let own = unread.filter { $0.authority == body.slug }
    let latest = body.reports.first?.date
    func isLater(_ file: UnreadFile) -> Bool {
      guard let date = file.date, let latest else { return true }
      return date > latest
    }
    return (own.filter(isLater), own.filter { !isLater($0) })
  }

  /// Returns the notices for an authority whose latest report here may not be its latest.
  func noticesOfUnread(of body: AuthoritySummary) -> [Notice] {
    unread(of: body).later.map { file in
      Notice(
        title: file.date == nil
          ? "Another report could not be read" : "There is a later report that could not be read", text: file.account)
    }
  }
}
