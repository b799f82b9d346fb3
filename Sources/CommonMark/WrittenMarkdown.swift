internal import CCMark

/// A Markdown document rendered as HTML that is safe to publish, with a list of what was left out of it.
public struct WrittenMarkdown: Sendable {
  /// A part of the document that a page can't show as it is written.
  public struct Fault: Sendable, Hashable {
    /// The kinds of faults.
    public enum Kind: Sendable, Hashable {
      /// Raw HTML; it is left out.
      case rawHTML
      /// A link or picture whose URL could run a script or open a reader's files; only its text stays.
      case unsafeAddress
      /// A picture on another host, which would learn of every visit; a link replaces it.
      case foreignPicture
    }

    /// The kind of fault.
    public let kind: Kind
    /// The URL, or the HTML.
    public let text: String
    /// The line, counted from 1.
    public let line: Int
    /// The column, counted from 1 in bytes.
    public let column: Int
  }

  /// The HTML.
  public let html: [UInt8]
  /// The faults, in the order of the text.
  public let faults: [Fault]

  /// Renders a document.
  public init(_ markdown: [UInt8]) {
    let document = markdown.withUnsafeBytes { source in
      cmark_parse_document(source.baseAddress?.assumingMemoryBound(to: CChar.self), source.count, CMARK_OPT_DEFAULT)
    }
    defer { cmark_node_free(document) }
    var found: [(node: OpaquePointer, fault: Fault)] = []
    let iterator = cmark_iter_new(document)
    while case let event = cmark_iter_next(iterator), event != CMARK_EVENT_DONE {
      guard event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(iterator), let fault = Self.fault(of: node)
      else { continue }
      found.append((node, fault))
    }
    cmark_iter_free(iterator)
    // In reverse order, so that a node inside another is changed first.
    for (node, fault) in found.reversed() where fault.kind != .rawHTML { Self.replace(node, fault) }
    faults = found.map(\.fault)
    html = MarkdownRenderer.bytes(freeing: cmark_render_html(document, CMARK_OPT_DEFAULT))
  }

  private static func fault(of node: OpaquePointer) -> Fault? {
    let type = cmark_node_get_type(node)
    func fault(_ kind: Fault.Kind, _ text: String) -> Fault {
      Fault(
        kind: kind, text: text, line: Int(cmark_node_get_start_line(node)),
        column: Int(cmark_node_get_start_column(node)))
    }
    if type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_HTML_INLINE {
      let html = cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
      let isComment =
        html.hasPrefix("<!--") && html.split(separator: "-->").dropFirst().allSatisfy { $0.allSatisfy(\.isWhitespace) }
      return isComment ? nil : fault(.rawHTML, html)
    }
    guard type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE, let url = cmark_node_get_url(node) else { return nil }
    let address = String(cString: url)
    let lower = address.lowercased()
    let isPicture = ["png", "gif", "jpeg", "webp"].contains { lower.hasPrefix("data:image/\($0)") }
    if ["javascript:", "vbscript:", "file:", "data:"].contains(where: { lower.hasPrefix($0) }), !isPicture {
      return fault(.unsafeAddress, address)
    }
    let scheme = lower.prefix { $0 != "/" && $0 != "?" && $0 != "#" }.contains(":")
    guard type == CMARK_NODE_IMAGE, !isPicture, scheme || lower.hasPrefix("//") else { return nil }
    return fault(.foreignPicture, address)
  }

  /// Replaces a link or picture by its text, or a foreign picture by a link to it.
  private static func replace(_ node: OpaquePointer, _ fault: Fault) {
    let link = fault.kind == .foreignPicture ? cmark_node_new(CMARK_NODE_LINK) : nil
    if let link {
      cmark_node_set_url(link, fault.text)
      cmark_node_insert_before(node, link)
      if cmark_node_first_child(node) == nil {
        let words = cmark_node_new(CMARK_NODE_TEXT)
        cmark_node_set_literal(words, fault.text)
        cmark_node_append_child(link, words)
      }
    }
    while let child = cmark_node_first_child(node) {
      if let link { cmark_node_append_child(link, child) } else { cmark_node_insert_before(node, child) }
    }
    cmark_node_unlink(node)
    cmark_node_free(node)
  }
}
