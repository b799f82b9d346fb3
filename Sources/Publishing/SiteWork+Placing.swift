internal import ContentLoading
internal import Inspections
internal import ReportReading
internal import SiteGeneration

/// Telling where each report belongs, before it is read whole.
extension SiteWork {
  func place(with reader: ReportReader) async throws -> [ReportPlaces.Entry] {
    let stamped = Dictionary(inventory.reports.map { ($0.path, $0) }) { first, _ in first }
    return try await concurrentMap(content.reports, jobs: options.jobs) { path in
      if let file = stamped[path] {
        if let source = last?.source(of: file), let place = try? ReportSummary.all(in: source.place).first {
          return ReportPlaces.Entry(path: path, sha256: source.sha256, place: place)
        }
        if let extra = last?.extra(of: file),
          let summary = try? extra.summary.flatMap({ try ReportSummary.all(in: $0).first })
        {
          return ReportPlaces.Entry(path: path, sha256: extra.sha256, place: summary.place)
        }
      }
      return try place(of: path, reader)
    }
  }

  /// Where a report belongs: by its front page, or where that doesn't tell, by all of it.
  func place(of path: String, _ reader: ReportReader) throws -> ReportPlaces.Entry {
    guard !placesWholeReports, let bytes = try FileReader.beginning(of: path, ReportReader.frontLength),
      !PDFTextExtractor.isPDF(bytes), let identity = reader.identify(bytes, path: path)
    else {
      let read = try read(path, reader)
      return ReportPlaces.Entry(path: path, sha256: nil, place: read.summary?.place, unread: read.unread)
    }
    let place = ReportSummary(
      source: Report.Source(path: path, sha256: "", encoding: "", lines: 0), framework: identity.framework,
      title: identity.title, kind: identity.kind, authority: identity.authority, inspection: identity.inspection)
    return ReportPlaces.Entry(path: path, sha256: nil, place: place)
  }
}
