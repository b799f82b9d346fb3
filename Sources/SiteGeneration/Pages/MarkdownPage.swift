internal import CommonMark
internal import ContentLoading
internal import Diagnostics

/// A page that the publisher wrote in Markdown: its first heading is its title, and links that begin with `/` are
/// relative to the site root, wherever the site is. Generated content of a built-in page follows the text.
struct MarkdownPage: TemplateRoot {
  static let template = "page"
  static let fields: [TemplateField<MarkdownPage>] = [
    .markup("body") { $0.body }, .flag("isAccessibility") { $0.path == BuiltInPages.accessibility },
  ]

  let site: Site
  let page: SourceText

  /// Returns the output path: `about.md` becomes `about/index.html`.
  static func path(of page: SourceText) -> String { "\(SitePaths.pathComponent(for: name(of: page)))/index.html" }

  private static func name(of page: SourceText) -> String {
    let file = page.path.split(separator: "/").last.map { String($0) } ?? page.path
    return file.utf8.lastIndex(of: UInt8(ascii: ".")).map { String(file[..<$0]) } ?? file
  }

  /// The page.
  var file: OutputFile {
    let title = MarkdownPage.title(of: page)
    return Frame(
      site: site, path: path, title: site.windowTitle(title),
      description: "\(title): \(site.configuration.title), published by \(site.configuration.publisher).", here: title,
      main: self
    ).file
  }

  private var path: String { MarkdownPage.path(of: page) }

  /// Returns the text of the first heading, or else the name of the file.
  static func title(of page: SourceText) -> String {
    let name = name(of: page)
    return heading(of: page) ?? name.prefix(1).uppercased() + name.dropFirst()
  }

  private static func heading(of page: SourceText) -> String? {
    (1...page.lineCount).lazy.map { page.line($0) }.first { $0.hasPrefix("# ") }
      .map { String($0.dropFirst(2).drop { $0 == " " }) }
  }

  private var body: [UInt8] {
    let root = SitePaths.relativeRoot(from: path)
    var body: [UInt8] = []
    if MarkdownPage.heading(of: page) == nil { body.append(markup: "<h1>\(MarkdownPage.title(of: page))</h1>\n") }
    let html = String(decoding: MarkdownPage.rendered(page), as: UTF8.self)
    // A link to another host begins with two slashes.
    let linked = html.replacing(/(href|src)="\/(?!\/)([^"]*)/) { link in
      "\(link.1)=\"\(root)\(MarkdownPage.file(at: link.2))"
    }
    body.append(raw: linked)
    return body + BuiltInPages.continuation(of: path, site: site)
  }

  /// Returns the page's own text as HTML, with unchanged links.
  static func rendered(_ page: SourceText) -> [UInt8] { WrittenMarkdown(cleaned: page.bytes).html }

  /// Returns the file for a path of the site: for a folder, its `index.html`.
  private static func file(at address: Substring) -> String {
    let path = address.prefix { $0 != "#" && $0 != "?" }
    let rest = address.dropFirst(path.count)
    return path.isEmpty || path.hasSuffix("/") ? "\(path)index.html\(rest)" : String(address)
  }
}
