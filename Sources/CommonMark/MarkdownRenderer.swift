internal import CCMark
internal import Foundation

/// Renders Markdown as HTML that is safe to publish, with the C library cmark.
///
/// cmark runs in its safe mode: raw HTML becomes a comment and links such as `javascript:` lose their URL. Quotes and
/// dashes are left as the text has them.
public struct MarkdownRenderer: Sendable {
  /// Creates a renderer; it has no state and may be shared by any number of tasks.
  public init() {}

  /// Renders a document and appends its HTML.
  public func append(_ markdown: [UInt8], to html: inout [UInt8]) {
    let rendered = markdown.withUnsafeBytes { source in
      cmark_markdown_to_html(source.baseAddress?.assumingMemoryBound(to: CChar.self), source.count, CMARK_OPT_DEFAULT)
    }
    guard let rendered else { return }
    defer { free(rendered) }
    html.append(contentsOf: UnsafeRawBufferPointer(start: rendered, count: strlen(rendered)))
  }

  /// Returns the HTML of a document.
  public func html(_ markdown: [UInt8]) -> [UInt8] {
    var html: [UInt8] = []
    append(markdown, to: &html)
    return html
  }

  /// Returns the HTML of a document; for small texts and tests.
  public func html(_ markdown: String) -> String {
    String(decoding: html(Array(markdown.utf8)), as: UTF8.self)
  }
}
