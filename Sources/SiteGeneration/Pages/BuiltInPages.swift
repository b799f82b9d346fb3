internal import ContentLoading
internal import Diagnostics

/// The pages that every site has. The publisher may write their beginnings; generated content follows.
enum BuiltInPages {
  /// The path of the accessibility statement.
  static let accessibility = "accessibility/index.html"
  /// The path of the page of corrections.
  static let corrections = "corrections/index.html"

  /// Returns the publisher's pages, and the beginnings of built-in pages that the publisher didn't write, by path.
  static func completed(_ pages: [SourceText]) -> [SourceText] {
    let written = Set(pages.map(MarkdownPage.path))
    return (pages + beginnings.filter { !written.contains(MarkdownPage.path(of: $0)) })
      .sorted { (MarkdownPage.path(of: $0), $0.path) < (MarkdownPage.path(of: $1), $1.path) }
  }

  /// Whether a path is that of a built-in page.
  static func contains(_ path: String) -> Bool { [accessibility, corrections].contains(path) }

  /// Returns the generated markup of a built-in page; empty for other pages.
  static func continuation(of path: String, site: Site) -> [UInt8] {
    switch path {
    case accessibility: AccessibilitySection(site: site).section
    case corrections: CorrectionTable(site: site).section + ChangePages(site: site).section
    default: []
    }
  }

  private static let beginnings = [
    SourceText(path: "accessibility.md", text: "# Accessibility of this site\n"),
    SourceText(
      path: "corrections.md",
      text:
        "# Corrections\n\nWhatever was wrong on this site and has been put right is listed here and stays listed.\n"),
  ]
}
