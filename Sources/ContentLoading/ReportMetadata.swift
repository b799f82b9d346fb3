public import Diagnostics
public import Inspections

/// The publisher's metadata of reports, `Content/reports.csv`. What a file itself prints takes precedence.
public struct ReportMetadata: Sendable {
  /// The metadata of one report.
  public struct Entry: Sendable, Hashable {
    /// The name of the report's file, or its SHA-256.
    public var file: String
    /// The address of the official report, the day it was published, and the licence that it prints.
    public var header: FrontMatter
    /// The location of the line.
    public var location: SourceLocation
  }

  private let entries: [String: Entry]

  /// Creates the metadata from the lines of the file; if two are about one report, the first is used.
  public init(_ entries: [Entry] = []) {
    self.entries = Dictionary(entries.map { ($0.file, $0) }) { first, _ in first }
  }

  /// Returns the metadata of a file, by its name or by its digest.
  public func entry(path: String, sha256: String) -> Entry? {
    entries.isEmpty ? nil : entries[Self.name(of: path)] ?? entries[sha256]
  }

  /// Returns a warning for each line about a file that isn't there; a line that names a digest is not checked.
  static func unknown(_ files: [(name: String, location: SourceLocation)], paths: [String]) -> [Diagnostic] {
    if files.isEmpty { return [] }
    let names = Set(paths.map(name))
    return files.filter { !names.contains($0.name) && !$0.name.isDigest }.map {
      Diagnostic(.warning, .unknownReport, "no report here has the file name “\($0.name)”", at: $0.location)
    }
  }

  /// Returns the line to fill in for a report without an official address or a publication date; nil for any other.
  public static func line(for report: Report.Source, published: CalendarDate?) -> String? {
    guard report.header.sourceURL == nil || published == nil else { return nil }
    return Diagnostic.Suggestion.csvLine([
      name(of: report.path), report.header.sourceURL ?? "", published?.iso ?? "", "", "",
    ])
  }

  /// Returns the name of a file.
  public static func name(of path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
}

extension ReportMetadata.Entry {
  /// Returns a warning for each fact that contradicts the file itself.
  public func contradictions(of report: Report) -> [Diagnostic] {
    let own = report.source.header
    let facts = [
      ("published", header.published?.iso, (report.inspection.published ?? own.published)?.iso),
      ("source", header.sourceURL, own.sourceURL), ("licence", header.licence?.rawValue, report.licence?.rawValue),
    ]
    return facts.compactMap { name, said, printed in
      guard let said, let printed, said != printed else { return nil }
      let message = "\(name) is “\(said)” here, but the report has “\(printed)”, which counts"
      return Diagnostic(.warning, .contradictingMetadata, message, at: location)
    }
  }
}

extension ReportMetadata {
  /// Returns the metadata of each report, and the problems of the file; a line with a mistake is left out.
  static func load(_ source: SourceText) -> (entries: [Entry], problems: [Diagnostic]) {
    let table = CSVDocument(
      source, columns: ["file"], optional: ["source", "published", "licence", "licence-reason", "note"])
    var files: Set<String> = []
    return table.values { row, problems in
      func expect(_ holds: Bool, _ column: String, _ message: String) {
        if !holds { problems.append(row.error(message, in: column)) }
      }
      let file = row.fileName("file")
      expect(!file.isEmpty, "file", "name the report’s file, or its SHA-256")
      expect(files.insert(file).inserted, "file", "“\(file)” is given twice here")
      var header = FrontMatter()
      for key in ["source", "published", "licence", "licence-reason"] {
        if let value = row.text(key), let problem = header.set(key, value) {
          problems.append(row.error(problem, in: key))
        }
      }
      expect(
        header.licenceReason == nil || row.text("licence") != nil, "licence-reason",
        "this is a reason for no licence; fill in “licence”")
      return Entry(file: file, header: header, location: row.location(of: "file"))
    }
  }
}
