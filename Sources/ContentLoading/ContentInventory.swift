public import Diagnostics

/// Everything that a build reads, with what the file system tells of it: where no stamp has changed, no file has.
public struct ContentInventory: Sendable, Hashable {
  /// The files that shape every page: settings, frameworks, pages, templates. Folder by folder, each in the order of
  /// its paths, with what can't be read.
  public var settings: [InputFile]
  /// The files below `reports/`, in the order of their paths.
  public var reports: [InputFile]

  /// Creates an inventory from its parts.
  public init(settings: [InputFile], reports: [InputFile]) {
    self.settings = settings
    self.reports = reports
  }

  /// Looks at the content folder, the folder it falls back to, and the templates; reports are the content folder's own.
  /// Templates may well lie in a `reports/` of theirs, and are no reports.
  ///
  /// - Throws: if a folder can't be read.
  public init(content: String, defaults: String, templates: [String]) throws(EnvironmentError) {
    // Paths are spelt as the loader spells them, or no report would be known again.
    let content = ContentLoader.withoutSlash(content)
    let defaults = ContentLoader.withoutSlash(defaults)
    var settings = try Self.entries(in: content, besides: ["\(content)/reports"])
    if defaults != content { settings += try Self.entries(in: defaults, besides: ["\(defaults)/reports"]) }
    for folder in Set(templates.map(ContentLoader.withoutSlash)).subtracting([content]).sorted() {
      settings += try Self.entries(in: folder)
    }
    self.init(settings: settings, reports: try Self.entries(in: "\(content)/reports"))
  }

  /// The files of a folder, and without a stamp what can't be read: when that goes away, there is something new to say.
  private static func entries(
    in folder: String, besides ignored: [String] = []
  ) throws(EnvironmentError) -> [InputFile] {
    let listing = try FolderListing(of: folder, besides: ignored)
    let nothing = FileMetadata(size: 0, modified: 0, changed: 0, number: 0)
    return listing.files
      + listing.problems.compactMap(\.location).map { InputFile(path: $0.path, stamp: nothing) }
  }
}
