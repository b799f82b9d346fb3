public import Inspections

/// What the publisher states of the site's accessibility: `Content/accessibility.yaml`. Every part may be missing, and
/// what is missing is not stated.
public struct AccessibilityStatement: Sendable, Hashable {
  /// How far the site meets the standard, as the publisher claims.
  public enum Conformance: String, Sendable, Hashable, CaseIterable {
    /// Everything conforms.
    case full
    /// Everything does but for the exceptions.
    case partial
    /// The site does not conform.
    case none
  }

  /// One test of the site.
  public struct Test: Sendable, Hashable {
    /// The day it was done.
    public var date: CalendarDate
    /// Who did it.
    public var by: String
    /// What was done.
    public var how: String
  }

  /// Something that is not accessible.
  public struct Exception: Sendable, Hashable {
    /// What it is.
    public var what: String
    /// Why it is so.
    public var why: String
    /// What serves in its place, if anything does.
    public var alternative: String?
  }

  /// Who to turn to where the publisher's answer does not satisfy.
  public struct Enforcement: Sendable, Hashable {
    /// The name of the body.
    public var name: String
    /// The address of its page.
    public var link: String
  }

  /// Who makes the statement; nil for the site's publisher.
  public var organisation: String?
  /// Where to write to about it; nil for the site's contact.
  public var contact: String?
  /// The claim; nil where none is made.
  public var conformance: Conformance?
  /// What the claim is measured against; a claim always has one.
  public var standard: String?
  /// The tests, as the file has them.
  public var tests: [Test] = []
  /// What is not accessible, as the file has it.
  public var exceptions: [Exception] = []
  /// Who to turn to next.
  public var enforcement: Enforcement?
  /// The day the statement was prepared.
  public var prepared: CalendarDate?
  /// The day it was last looked at again.
  public var reviewed: CalendarDate?
}
