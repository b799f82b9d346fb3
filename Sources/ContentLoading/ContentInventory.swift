public import Diagnostics

/// Everything that a build reads, with what the file system tells of it: where no stamp has changed, no file has.
public struct ContentInventory: Sendable, Hashable {
  /// The files that shape every page: settings, frameworks, pages, templates. Folder by folder, each in the order of
  /// its paths.
  public var settings: [StampedFile]
  /// The files below `reports/`, in the order of their paths.
  public var reports: [StampedFile]

  /// Makes an inventory from its parts.
  public init(settings: [StampedFile], reports: [StampedFile]) {
    self.settings = settings
    self.reports = reports
  }

  /// Looks at the content folder, the folder it falls back to, and the templates; reports are the content folder's own.
  /// Templates may well lie in a `reports/` of theirs, and are no reports.
  ///
  /// - Throws: if a folder can't be read.
  public init(content: String, defaults: String, templates: String) throws(EnvironmentFailure) {
    // Paths are spelt as the loader spells them, or no report would be known again.
    let content = ContentLoader.withoutSlash(content)
    let defaults = ContentLoader.withoutSlash(defaults)
    let templates = ContentLoader.withoutSlash(templates)
    var settings = try FolderListing.stamped(below: content, besides: ["\(content)/reports"])
    if defaults != content {
      settings += try FolderListing.stamped(below: defaults, besides: ["\(defaults)/reports"])
    }
    if templates != content { settings += try FolderListing.stamped(below: templates) }
    self.init(settings: settings, reports: try FolderListing.stamped(below: "\(content)/reports"))
  }
}
