public import ContentLoading
internal import Foundation
internal import Records

extension SiteBuild {
  /// The conditions under which the full text is indexed for searching.
  public enum Search: String, Sendable, CaseIterable {
    /// If Pagefind is installed.
    case auto
    /// Always: without Pagefind the build fails.
    case always
    /// Never; an index of an earlier build is removed.
    case never
  }

  /// The inputs, the output and the settings of a build.
  public struct Options: Sendable {
    /// The publisher's content folder.
    public var content: String
    /// The shipped content folder, used for files that the publisher's folder lacks.
    public var defaults: String
    /// The templates folder.
    public var templates: String
    /// The shipped templates folder, used for templates that the templates folder lacks.
    public var shippedTemplates: String
    /// The output folder.
    public var output: String
    /// The cache folder, which may be deleted at any time; nil keeps no cache on disk.
    public var cache: String?
    /// The site's base URL, which overrides the configured one.
    public var baseURL: String?
    /// The most tasks to run at once.
    public var jobs: Int
    /// The most bytes that a report may have.
    public var maxInput: Int
    /// Whether the full text is indexed for searching.
    public var search: Search
    /// Whether warnings stop the build as errors do.
    public var isStrict: Bool
    /// Whether the site is published despite errors.
    public var keepsGoing: Bool

    /// Whether every result is computed again, and the build stops if the cache has another one.
    public var verifiesCache = false

    /// The handler that is called whenever an authority is done, with the number of reports whose pages are done and
    /// that of all reports.
    public var onProgress: (@Sendable (_ done: Int, _ total: Int) -> Void)?

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
  /// Returns the digest of the program and its options, which shape the output and the messages.
  func digest(hasSearch: Bool) -> Fingerprint {
    Fingerprint(
      of: "options", program, content, defaults, templates, shippedTemplates, baseURL, search.rawValue, hasSearch,
      maxInput, isStrict, keepsGoing)
  }

  /// The program's path and file metadata, which identify it.
  var program: String {
    let path = Bundle.main.executablePath ?? ""
    return "\(path) \(FileReader.stamp(of: path).map { "\($0)" } ?? "")"
  }
}
