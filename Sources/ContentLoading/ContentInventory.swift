public import Diagnostics

/// Everything that a build reads, with what the file system tells of it: where no stamp has changed, no file has.
public struct ContentInventory: Sendable, Hashable {
  /// The files that shape every page: settings, frameworks, pages, templates. In the order of their paths.
  public var settings: [StampedFile]
  /// The files below `reports/`, in the order of their paths.
  public var reports: [StampedFile]

  /// Makes an inventory from its parts.
  public init(settings: [StampedFile], reports: [StampedFile]) {
    self.settings = settings
    self.reports = reports
  }

  /// Looks at the content folder, the folder it falls back to, and the templates; reports are the content folder's own.
  ///
  /// - Throws: if a folder can't be read.
  public init(content: String, defaults: String, templates: String) throws(EnvironmentFailure) {
    // Paths are spelt as the loader spells them, or no report would be known again.
    let folders = [content, defaults, templates].map(ContentLoader.withoutSlash)
    var settings: [StampedFile] = []
    var seen: Set<String> = []
    let reports = try FolderListing.stamped(below: "\(folders[0])/reports")
    for folder in folders where seen.insert(folder).inserted {
      settings += try FolderListing.stamped(below: folder, besides: ["\(folder)/reports"])
    }
    self.init(settings: settings, reports: reports)
  }
}
