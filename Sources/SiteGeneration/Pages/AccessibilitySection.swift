internal import ContentLoading
internal import Inspections

/// The publisher's statement of the site's accessibility; all of its content is configured. The page's template
/// describes the features that the generator builds into any site.
struct AccessibilitySection {
  let site: Site

  private var statement: AccessibilityStatement { site.content.accessibility }
  private var organisation: String { statement.organisation ?? site.configuration.publisher }

  /// The statement.
  var section: [UInt8] {
    site.section(anchor: "statement", title: "The publisher’s statement", body: claim + tests + exceptions + help)
  }

  private var claim: [UInt8] {
    let standard = statement.standard ?? ""
    let beginning = "According to \(organisation), this website is"
    let claim =
      switch statement.conformance {
      case .full: "\(beginning) fully compliant with \(standard)."
      case .partial: "\(beginning) partially compliant with \(standard), because of what is listed below."
      case .some(.none): "\(beginning) not compliant with \(standard)."
      case nil:
        "No statement of conformance has been made by \(organisation): nobody claims here that this copy of the site "
          + "meets a standard of accessibility."
      }
    return paragraph(claim)
  }

  private var tests: [UInt8] {
    table(
      "How the site was tested", ["Tested on", "By", "How"],
      statement.tests.map { [$0.date.words, $0.by, $0.how] })
  }

  private var exceptions: [UInt8] {
    table(
      "What is not accessible", ["What", "Why", "In its place"],
      statement.exceptions.map { [$0.what, $0.why, $0.alternative ?? "Nothing is named"] })
  }

  private func table(_ title: String, _ head: [String], _ texts: [[String]]) -> [UInt8] {
    guard !texts.isEmpty else { return [] }
    let rows = texts.map { TableRow($0[0], texts: Array($0.dropFirst())) }
    let anchor = Anchor.name("statement", CollectionOfOne(title))
    return [UInt8](heading: title, level: 3, anchor: anchor)
      + site.table(kind: "matrix", caption: title, head: head, rows: rows)
  }

  /// The contact for help, and the dates of the statement.
  private var help: [UInt8] {
    var help: [UInt8] = []
    let wish = "If something keeps you from reading a page, or you need it in another form, write to "
    if let contact = statement.contact ?? site.configuration.contact {
      let link = [UInt8](link: contact, to: SiteConstants.address(ofContact: contact))
      help.append(markup: "<p>\(wish)\(link). Name the page and say what happened.</p>\n")
    } else {
      help += paragraph("\(wish)the publisher, \(organisation). Name the page and say what happened.")
    }
    if let enforcement = statement.enforcement {
      let link = [UInt8](link: enforcement.name, to: enforcement.link)
      help.append(markup: "<p>If the answer does not satisfy you, turn to the \(link).</p>\n")
    }
    if let prepared = statement.prepared { help += paragraph("This statement was prepared on \(prepared.words).") }
    if let reviewed = statement.reviewed { help += paragraph("It was last reviewed on \(reviewed.words).") }
    return help
  }

  private func paragraph(_ text: String) -> [UInt8] { [UInt8](markup: "<p>\(text)</p>\n") }
}

extension [UInt8] {
  /// Creates a link; the label and the URL are escaped.
  init(link words: String, to address: String) { self.init(markup: "<a href=\"\(address)\">\(words)</a>") }
}
