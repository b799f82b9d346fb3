internal import ContentLoading
internal import Diagnostics

/// Pages that every site has. The publisher may write how they begin; what the generator knows follows that.
enum BuiltInPages {
  /// The page of the statement of accessibility.
  static let accessibility = "accessibility/index.html"
  /// The page of what was wrong and has been put right.
  static let corrections = "corrections/index.html"

  /// The publisher's pages and, where there is none of theirs, the beginning of each standing page, by their addresses.
  static func completed(_ pages: [SourceText]) -> [SourceText] {
    let written = Set(pages.map(MarkdownPage.path))
    return (pages + beginnings.filter { !written.contains(MarkdownPage.path(of: $0)) })
      .sorted { (MarkdownPage.path(of: $0), $0.path) < (MarkdownPage.path(of: $1), $1.path) }
  }

  /// Whether a page is there on every site.
  static func contains(_ path: String) -> Bool { [accessibility, corrections].contains(path) }

  /// What follows the text of a page: nothing but on a standing page.
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
