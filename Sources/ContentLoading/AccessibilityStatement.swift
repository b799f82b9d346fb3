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
