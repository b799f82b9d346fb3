internal import CommonMark
internal import ContentLoading
internal import Diagnostics

extension WrittenMarkdown {
  /// Renders a text without invisible characters.
  init(cleaned text: [UInt8]) { self.init(Array(PlainText.cleaned(String(decoding: text, as: UTF8.self)).utf8)) }

  /// Returns a warning for each part of a text that was left out.
  func diagnostics(of text: SourceText) -> [Diagnostic] {
    faults.map { fault in
      let message =
        switch fault.kind {
        case .rawHTML: "HTML is left out of a page; write it in Markdown, or put it into a template"
        case .unsafeAddress:
          "the address “\(fault.text)” is left out: it could run a script or open files; link to a page, a file of the "
            + "site, or an address that begins with https:// or mailto:"
        case .foreignPicture:
          "the picture “\(fault.text)” would be fetched from another host at every visit, and is a link instead; put it "
            + "into Templates/assets and name it as /assets/NAME"
        }
      let start = text.lineStarts[min(max(fault.line, 1), text.lineCount) - 1]
      let place = text.location(ofOffset: start + max(fault.column, 1) - 1)
      return text.diagnostic(.warning, .leftOutMarkup, message, line: max(fault.line, 1), column: place.column)
    }
  }
}

extension SiteGenerator {
  /// Warnings for the parts that are left out of the publisher's Markdown.
  var leftOutMarkup: [Diagnostic] {
    // The lines of a setting no longer have locations in their file.
    let lines = SourceText(path: "site.yaml, attribution", text: site.configuration.attribution.joined(separator: "\n"))
    return (pages + [lines]).flatMap { WrittenMarkdown(cleaned: $0.bytes).diagnostics(of: $0) }
  }
}
