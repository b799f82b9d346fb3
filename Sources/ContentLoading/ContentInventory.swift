public import Diagnostics

/// The files that a build reads, with their metadata: if no metadata have changed, no file has.
public struct ContentInventory: Sendable, Hashable {
  /// The files that shape every page: settings, frameworks, pages, templates. Folder by folder, each in path order,
  /// with the files that can't be read.
  public var settings: [InputFile]
  /// The files below `reports/`, in the order of their paths.
  public var reports: [InputFile]
}

extension ContentInventory {
  /// Lists the content folder, the folder it falls back to, and the templates. Only the content folder's `reports/` has
  /// reports; a `reports/` among the templates is part of the templates.
  ///
  /// - Throws: if a folder can't be read.
  public init(content: String, defaults: String, templates: [String]) throws(EnvironmentError) {
    // Paths are spelt as the loader spells them, or no report would be recognised.
    let content = ContentLoader.withoutSlash(content)
    let defaults = ContentLoader.withoutSlash(defaults)
    var settings = try Self.entries(in: content, besides: ["\(content)/reports"])
    if defaults != content { settings += try Self.entries(in: defaults, besides: ["\(defaults)/reports"]) }
    for folder in Set(templates.map(ContentLoader.withoutSlash)).subtracting([content]).sorted() {
      settings += try Self.entries(in: folder)
    }
    self.init(settings: settings, reports: try Self.entries(in: "\(content)/reports"))
  }

  /// Returns the files of a folder, and those that can't be read with empty metadata: their problems may go away.
  private static func entries(
    in folder: String, besides ignored: [String] = []
  ) throws(EnvironmentError) -> [InputFile] {
    let listing = try FolderListing(of: folder, besides: ignored)
    let nothing = FileMetadata(size: 0, modified: 0, changed: 0, number: 0)
    return listing.files
      + listing.problems.compactMap(\.location).map { InputFile(path: $0.path, stamp: nothing) }
  }
}
