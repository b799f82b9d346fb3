import Diagnostics
import Fingerprinting
import Foundation
import Inspections
import SiteGeneration
import TestSupport
import Testing

@testable import ContentLoading

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
      "# About\n\nSee the [data](/data/) and [Exampleshire](/authorities/exampleshire/#facts). <b onclick=x>no</b>\n")

  static func templates() throws -> TemplateSet {
    let loaded = TemplateSet.load(folder: Recording.packageFolder().appendingPathComponent("Templates").path)
    #expect(loaded.diagnostics == [])
    return try #require(loaded.templates)
  }

  static func generator(
    _ reports: [Report] = SampleReports.all, configuration: SiteConfiguration = configuration,
    frameworks: [Framework] = SampleFrameworks.all, accessibility: AccessibilityStatement = AccessibilityStatement(),
    corrections: [Correction] = [], unread: [UnreadFile] = [], pages: [SourceText] = [about],
    templates: TemplateSet? = nil
  ) throws -> SiteGenerator {
    let content = Content(
      configuration: configuration,
      register: AuthorityRegister(authorities: [SampleReports.exampleshire, SampleReports.oldShire]),
      frameworks: frameworks, accessibility: accessibility, corrections: corrections, pages: pages)
    return SiteGenerator(
      content, templates: try templates ?? Self.templates(), summaries: reports.map(ReportSummary.init(of:)),
      unread: unread)
  }

  /// All files of the site by their paths.
  static func files(
    _ reports: [Report] = SampleReports.all, configuration: SiteConfiguration = configuration,
    pages: [SourceText] = [about]
  ) throws -> [String: [UInt8]] {
    files(try generator(reports, configuration: configuration, pages: pages), of: reports)
  }

  /// All files that a generator makes of reports, by their paths.
  static func files(_ generator: SiteGenerator, of reports: [Report]) -> [String: [UInt8]] {
    let made = generator.places.map { place in
      generator.authority(
        reports.filter { place.paths.contains($0.source.path) }
          .map { ReadReport(report: $0, source: SampleReports.source(of: $0)) })
    }
    let bulk = BulkFiles.files.enumerated().map { index, file in
      let parts = made.map { $0.parts[index] }
      return (path: file.path, bytes: file.head + parts.flatMap(\.bytes), rows: parts.reduce(0) { $0 + $1.rows })
    }
    let written = bulk.map {
      BulkFiles.Written(
        path: $0.path, rows: $0.rows, size: $0.bytes.count, sha256: Fingerprint(of: $0.bytes).hexadecimal)
    }
    let files =
      generator.assets + generator.siteTasks.flatMap { $0() } + generator.dataFiles(written: written)
      + made.flatMap(\.files) + bulk.map { OutputFile(path: $0.path, bytes: $0.bytes) }
    return Dictionary(files.map { ($0.path, $0.bytes) }) { first, _ in first }
  }

  /// One file of the site as text.
  static func text(_ path: String, of reports: [Report] = SampleReports.all) throws -> String {
    String(decoding: try #require(try files(reports)[path], "there is no \(path)"), as: UTF8.self)
  }
}
