internal import ContentLoading
internal import Diagnostics
internal import Inspections
internal import Records
internal import ReportReading
internal import SiteGeneration

/// Where each report belongs on the site: whose it is, and of which day. It is told before the reports are read whole,
/// so that each can be read, rendered and let go with the others of its authority.
struct ReportPlaces: Sendable {
  /// A file of the content's reports.
  struct Entry: Sendable {
    let path: String
    /// The digest of the file, where it is known without reading it.
    let sha256: String?
    /// The report's summary without judgements and points; nil for a file that holds no report.
    let place: ReportSummary?
    /// What could be told of a file that holds no report, or none that can be read.
    var unread: UnreadFile?
  }

  /// The files, in the order of their paths.
  let entries: [Entry]
  /// The reports that get pages: of several files with the same report, the first.
  let published: [ReportSummary]
  /// The paths of the others.
  let extras: [String]

  init(_ entries: [Entry]) {
    self.entries = entries
    var seen: Set<String> = []
    var published: [ReportSummary] = []
    var extras: [String] = []
    for entry in entries {
      if let place = entry.place, seen.insert(place.id).inserted {
        published.append(place)
      } else {
        extras.append(entry.path)
      }
    }
    self.published = published
    self.extras = extras
  }
}

extension ReportSummary {
  /// The summary without judgements and points.
  var place: ReportSummary {
    ReportSummary(
      source: source, framework: framework, title: title, kind: kind, licence: licence, authority: authority,
      inspection: inspection)
  }

  /// Whether another reading puts the report in the same place.
  func isPlaced(like other: ReportSummary) -> Bool {
    source.path == other.source.path && framework == other.framework && authority == other.authority
      && inspection.start == other.inspection.start && inspection.published == other.inspection.published
      && id == other.id
  }

  /// The summaries that one build kept for the next, one behind the other.
  static func all(in bytes: ArraySlice<UInt8>) throws(RecordError) -> [ReportSummary] {
    var record = RecordReader(bytes)
    var summaries: [ReportSummary] = []
    while !record.isAtEnd { summaries.append(try record.read()) }
    return summaries
  }
}
