import Diagnostics
import Foundation
import Inspections
import Records
import TestSupport
import Testing

@testable import ContentLoading
@testable import SiteGeneration

/// The sample reports as a site, with the templates that ship.
enum SampleSite {
  static let configuration = SiteConfiguration(
    title: "Sample site", description: "What inspectors judged in Exampleshire.", publisher: "The Sample Press",
    contact: "corrections@example.org", baseURL: "https://example.org/inspections/", accent: "#1d5c4d",
    independence: "Independent of every inspectorate.",
    attribution: ["Contains public sector information licensed under the Open Government Licence v3.0."])

  static let about = SourceText(
    path: "Content/pages/about.md",
    text:
      "# About\n\nSee the [data](/data/) and [Exampleshire](/authorities/exampleshire/#facts). *All of it.*\n")

  static func templates() throws -> TemplateSet {
    let folder = Recording.packageFolder().appendingPathComponent("Templates").path
    let loaded = try TemplateSet.load(folder: folder, over: folder)
    #expect(loaded.diagnostics == [])
    return try #require(loaded.templates)
  }

  static func generator(
    _ reports: [Report] = SampleReports.all, configuration: SiteConfiguration = configuration,
    frameworks: [Framework] = SampleFrameworks.all, accessibility: AccessibilityStatement = AccessibilityStatement(),
    corrections: [Correction] = [], published: [PublishedReport] = [], unread: [UnreadFile] = [],
    pages: [SourceText] = [about], staticFiles: [StaticFile] = [], templates: TemplateSet? = nil,
    hasSearch: Bool = false
  ) throws -> SiteGenerator {
    let content = Content(
      configuration: configuration,
      register: AuthorityRegister(authorities: [SampleReports.exampleshire, SampleReports.oldShire]),
      frameworks: frameworks, accessibility: accessibility, corrections: corrections, published: published,
      pages: pages, files: staticFiles)
    return SiteGenerator(
      content, templates: try templates ?? Self.templates(), summaries: reports.map(ReportSummary.init(of:)),
      unread: unread, hasSearch: hasSearch)
  }

  /// Returns all files of the site by their paths.
  static func files(
    _ reports: [Report] = SampleReports.all, configuration: SiteConfiguration = configuration,
    pages: [SourceText] = [about]
  ) throws -> [String: [UInt8]] {
    try files(try generator(reports, configuration: configuration, pages: pages), of: reports)
  }

  /// Returns all files that a generator makes of reports, by their paths.
  static func files(_ generator: SiteGenerator, of reports: [Report]) throws -> [String: [UInt8]] {
    let made = Made(generator, reports)
    let joined = try generator.tables.enumerated().map { index, table in
      let parts = made.rows.map { $0.tables[index] }
      let (bytes, rows) = (parts.flatMap(\.bytes), parts.reduce(0) { $0 + $1.rows })
      let tail = try table.tail(rows: rows, plain: parts.compactMap(\.plain), size: bytes.count)
      return (path: table.path, bytes: table.head + bytes + tail, rows: rows)
    }
    let there = zip(generator.tables, joined).filter { $0.isAlwaysThere || $1.rows > 0 }
    let tables = there.map(\.1)
    let written = (tables + made.paragraphs).map {
      AggregateFiles.Written(
        path: $0.path, rows: $0.rows, size: $0.bytes.count, sha256: Fingerprint(of: $0.bytes).hexadecimal)
    }
    var files =
      try generator.files.make() + made.files
      + (tables + made.paragraphs).map {
        OutputFile(path: $0.path, bytes: $0.bytes)
      }
    files += generator.dataFiles(written: written)
    let pieces = generator.points + generator.lists + generator.counts
    files += try pieces.flatMap { try $0.make() }
    files += generator.index(listing: files.map(\.path))
    return Dictionary(files.map { ($0.path, $0.bytes) }) { first, _ in first }
  }

  /// The outputs of a generator for each authority and its reports.
  struct Made {
    var files: [OutputFile] = []
    var rows: [AggregateFiles.Rows] = []
    var paragraphs: [(path: String, bytes: [UInt8], rows: Int)] = []

    init(_ generator: SiteGenerator, _ reports: [Report]) {
      for authority in generator.authorities {
        var own: [AggregateFiles.Part] = []
        generator.make(authority) { summary in
          read(summary, reports)
        } original: { summary in
          Array("%PDF-1.4 \(summary.id)".utf8)
        } output: { file in
          files.append(file)
        } rows: { rows in
          self.rows.append(rows)
          own.append(rows.paragraphs)
        }
        guard let path = generator.paragraphsPath(of: authority) else { continue }
        paragraphs.append((path, own.flatMap(\.bytes), own.reduce(0) { $0 + $1.rows }))
      }
    }
  }

  /// Returns the report of a summary, with its text.
  static func read(_ summary: ReportSummary, _ reports: [Report]) -> ParsedReport {
    let report = reports.first { $0.source.path == summary.source.path } ?? SampleReports.grouped
    return ParsedReport(report: report, source: SampleReports.source(of: report))
  }

  /// Returns one file of the site as text.
  static func text(_ path: String, of reports: [Report] = SampleReports.all) throws -> String {
    String(decoding: try #require(try files(reports)[path], "there is no \(path)"), as: UTF8.self)
  }
}
