internal import Diagnostics
public import Inspections

/// The publisher's statement of the site's accessibility: `Content/accessibility.yaml`. Every part may be missing, and
/// a missing part is not stated.
public struct AccessibilityStatement: Sendable, Hashable {
  /// The publisher's claim of how far the site meets the standard.
  public enum Conformance: String, Sendable, Hashable, CaseIterable {
    /// Everything conforms.
    case full
    /// Everything but the exceptions conforms.
    case partial
    /// The site does not conform.
    case none
  }

  /// One test of the site.
  public struct Test: Sendable, Hashable {
    /// The day it was done.
    public var date: CalendarDate
    /// The person or organisation that did it.
    public var by: String
    /// The method, in words.
    public var how: String
  }

  /// A part of the site that is not accessible.
  public struct Exception: Sendable, Hashable {
    /// The part, in words.
    public var what: String
    /// The reason.
    public var why: String
    /// An accessible alternative, if there is one.
    public var alternative: String?
  }

  /// The body to turn to if the publisher's answer does not satisfy.
  public struct Enforcement: Sendable, Hashable {
    /// The name of the body.
    public var name: String
    /// The address of its page.
    public var link: String
  }

  /// The organisation that makes the statement; nil for the site's publisher.
  public var organisation: String?
  /// The contact for accessibility; nil for the site's contact.
  public var contact: String?
  /// The claim; nil if the publisher makes none.
  public var conformance: Conformance?
  /// The standard of the claim; a claim always has one.
  public var standard: String?
  /// The tests, in the order of the file.
  public var tests: [Test] = []
  /// The parts that are not accessible, in the order of the file.
  public var exceptions: [Exception] = []
  /// The body to turn to next.
  public var enforcement: Enforcement?
  /// The day the statement was prepared.
  public var prepared: CalendarDate?
  /// The day it was last reviewed.
  public var reviewed: CalendarDate?
}

extension AccessibilityStatement {
  private static let keys = [
    "organisation", "contact", "conformance", "standard", "tested", "exceptions", "enforcement", "prepared", "reviewed",
  ]

  /// Returns the statement in a file and its problems; a file with a problem states nothing.
  ///
  /// - Parameters:
  ///   - source: the file.
  ///   - siteContact: the contact of `site.yaml`, the fallback for a file without one.
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

  private static func tests(_ root: YAMLMapping) -> [Test] {
    root.mappings("tested", keys: ["date", "by", "how"]).compactMap { test in
      test.required("date")
      let (by, how) = (test.text("by"), test.text("how"))
      return test.date("date").map { Test(date: $0, by: by, how: how) }
    }
  }

  private static func exceptions(_ root: YAMLMapping) -> [Exception] {
    root.mappings("exceptions", keys: ["what", "why", "alternative"]).map { exception in
      Exception(
        what: exception.text("what"), why: exception.text("why"), alternative: exception.optionalText("alternative"))
    }
  }

  private static func enforcement(_ root: YAMLMapping) -> Enforcement? {
    guard root.has("enforcement"), let mapping = root.mapping("enforcement", keys: ["name", "link"]) else { return nil }
    let link = mapping.text("link")
    if !link.isEmpty, ExternalURL(link) == nil {
      mapping.report("link must begin with https://", at: "link")
    }
    return Enforcement(name: mapping.text("name"), link: link)
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
