public import ContentLoading
internal import Fingerprinting
internal import Foundation
internal import Records

/// How far a build is.
public struct BuildProgress: Sendable, Hashable {
  /// The authorities whose pages are made.
  public var done: Int
  /// All authorities.
  public var total: Int
}

extension SiteBuild {
  /// When the full text is indexed for searching.
  public enum Search: String, Sendable, CaseIterable {
    /// If Pagefind is installed.
    case auto
    /// Always: without Pagefind the build fails.
    case always
    /// Never; an index of an earlier build is removed.
    case never
  }

  /// What to build from, and where to.
  public struct Options: Sendable {
    /// The publisher's content folder.
    public var content: String
    /// The shipped content folder, for what the publisher's does not have.
    public var defaults: String
    /// The templates folder.
    public var templates: String
    /// The folder of the templates that it doesn't have.
    public var shippedTemplates: String
    /// The output folder.
    public var output: String
    /// The folder for what need not be done twice; it may be deleted at any time.
    public var cache: String?
    /// The site's web address, in place of the configured one.
    public var baseURL: String?
    /// How many reports to work on at once.
    public var jobs: Int
    /// The most bytes that a report may have.
    public var maxInput: Int
    /// Whether the full text is indexed for searching.
    public var search: Search
    /// Whether warnings stop the build as errors do.
    public var isStrict: Bool
    /// Whether to publish what is right although something is wrong.
    public var keepsGoing: Bool

    /// Whether everything is worked out again, and the build stops where the cache would have said something else.
    public var verifiesCache = false

    /// Told of every few authorities that are done.
    public var onProgress: (@Sendable (BuildProgress) -> Void)?

    /// Creates options from their parts.
    public init(
      content: String, defaults: String, templates: String, shippedTemplates: String? = nil, output: String,
      cache: String? = nil, baseURL: String? = nil, jobs: Int = 1, maxInput: Int = FileReader.reportLimit,
      search: Search = .never,
      isStrict: Bool = false, keepsGoing: Bool = false
    ) {
      self.content = content
      self.defaults = defaults
      self.templates = templates
      self.shippedTemplates = shippedTemplates ?? templates
      self.output = output
      self.cache = cache
      self.baseURL = baseURL
      self.jobs = jobs
      self.maxInput = maxInput
      self.search = search
      self.isStrict = isStrict
      self.keepsGoing = keepsGoing
    }
  }
}

extension SiteBuild.Options {
  /// The digest of the program and of what it was told, which shapes what is written and said.
  func digest(hasSearch: Bool) -> Fingerprint {
    Fingerprint(
      of: "options", program, content, defaults, templates, shippedTemplates, baseURL, search.rawValue, hasSearch,
      maxInput, isStrict, keepsGoing)
  }

  /// The program, by its place and what the file system tells of it.
  var program: String {
    let path = Bundle.main.executablePath ?? ""
    return "\(path) \(FileReader.stamp(of: path).map { "\($0)" } ?? "")"
  }
}
