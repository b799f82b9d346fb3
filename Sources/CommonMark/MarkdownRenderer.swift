internal import CCMark
internal import Foundation

/// Renders Markdown as HTML that is safe to publish, with the C library cmark.
///
/// cmark runs in its safe mode: raw HTML becomes a comment and links such as `javascript:` lose their URL. Quotes and
/// dashes are left as the text has them.
public enum MarkdownRenderer {
  /// Returns the HTML of a document.
  public static func html(_ markdown: [UInt8]) -> [UInt8] {
    markdown.withUnsafeBytes { source in
      let text = source.baseAddress?.assumingMemoryBound(to: CChar.self)
      return bytes(freeing: cmark_markdown_to_html(text, source.count, CMARK_OPT_DEFAULT))
    }
  }

  /// Returns a text that cmark allocated, and frees it.
  static func bytes(freeing text: UnsafeMutablePointer<CChar>?) -> [UInt8] {
    guard let text else { return [] }
    defer { free(text) }
    return Array(UnsafeRawBufferPointer(start: text, count: strlen(text)))
  }
}
