internal import Diagnostics
internal import Inspections

/// Reads the publisher's statement of accessibility, `Content/accessibility.yaml`.
enum AccessibilityLoader {
  private static let keys = [
    "organisation", "contact", "conformance", "standard", "tested", "exceptions", "enforcement", "prepared", "reviewed",
  ]

  /// Returns the statement in a file and its problems; a file with a problem states nothing.
  ///
  /// - Parameters:
  ///   - source: the file.
  /// - siteContact: the contact of `site.yaml`, the fallback for a file without one.
  static func load(
    _ source: SourceText, siteContact: String?
  ) -> (statement: AccessibilityStatement, problems: [Diagnostic]) {
    let document = YAMLDocument(source)
    guard let root = document.root(keys: keys) else { return (AccessibilityStatement(), document.problems) }
    let statement = AccessibilityStatement(
      organisation: root.optionalText("organisation"), contact: root.contact("contact"),
      conformance: root.isBlank("conformance") ? nil : root.optionalChoice("conformance"),
      standard: root.optionalText("standard"), tests: tests(root), exceptions: exceptions(root),
      enforcement: enforcement(root), prepared: root.date("prepared"), reviewed: root.date("reviewed"))
    if document.problems.isEmpty { check(statement, siteContact: siteContact, root) }
    return document.problems.isEmpty ? (statement, []) : (AccessibilityStatement(), document.problems)
  }

  private static func tests(_ root: YAMLMapping) -> [AccessibilityStatement.Test] {
    root.mappings("tested", keys: ["date", "by", "how"]).compactMap { test in
      test.required("date")
      let (by, how) = (test.text("by"), test.text("how"))
      return test.date("date").map { AccessibilityStatement.Test(date: $0, by: by, how: how) }
    }
  }

  private static func exceptions(_ root: YAMLMapping) -> [AccessibilityStatement.Exception] {
    root.mappings("exceptions", keys: ["what", "why", "alternative"]).map { exception in
      AccessibilityStatement.Exception(
        what: exception.text("what"), why: exception.text("why"), alternative: exception.optionalText("alternative"))
    }
  }

  private static func enforcement(_ root: YAMLMapping) -> AccessibilityStatement.Enforcement? {
    guard root.has("enforcement"), let mapping = root.mapping("enforcement", keys: ["name", "link"]) else { return nil }
    let link = mapping.text("link")
    if !link.isEmpty, ExternalURL(link) == nil {
      mapping.report("link must begin with https://", at: "link")
    }
    return AccessibilityStatement.Enforcement(name: mapping.text("name"), link: link)
  }

  /// Checks the parts against each other: a claim needs a standard and a contact, and must not contradict the
  /// exceptions.
  private static func check(_ statement: AccessibilityStatement, siteContact: String?, _ root: YAMLMapping) {
    if let conformance = statement.conformance {
      if (statement.contact ?? siteContact) == nil {
        let message = "a statement of conformance needs a contact, here or in site.yaml, for readers whom it fails"
        root.report(message, at: "conformance")
      }
      if statement.standard == nil {
        root.report(
          "a statement of conformance names the standard it is measured against: add “standard”", at: "conformance")
      }
      if conformance == .full, !statement.exceptions.isEmpty {
        root.report("with exceptions the conformance is partial or none, not full", at: "exceptions")
      }
      if conformance == .partial, statement.exceptions.isEmpty {
        root.report("partial conformance says what does not conform: add “exceptions”", at: "conformance")
      }
    }
    if let prepared = statement.prepared, let reviewed = statement.reviewed, reviewed < prepared {
      root.report("the statement was reviewed before it was prepared", at: "reviewed")
    }
  }
}
