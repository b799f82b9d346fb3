public import Diagnostics
internal import Inspections
internal import Records

/// Loads the content folder: `site.yaml`, `authorities.csv`, `frameworks/*.yaml`, `pages/*.md`, and the paths of the
/// reports below `reports/`.
public enum ContentLoader {
  /// Loads a content folder, which need not be complete.
  ///
  /// A missing `site.yaml` or `authorities.csv` is taken from the second folder; a folder with a register of its own
  /// also has its own map, places, sets and service bodies. The frameworks of the second folder are added, except those
  /// that the first folder replaces by file name or identifier. Reports and their metadata, pages, corrections, files
  /// to publish unchanged, and the statement of accessibility are always the folder's own.
  ///
  /// - Parameters:
  ///   - directory: the content folder, as the user would type it.
  ///   - defaults: the folder to fall back to: the content that ships with the program.
  /// - Throws: if the folder can't be read, or a file that every site needs is in neither. Problems in the files
  ///   themselves are in the content's `diagnostics`.
  public static func load(
    directory: String, defaults: String? = nil
  ) throws(EnvironmentError) -> Content {
    let directory = withoutSlash(directory)
    let defaults = defaults.map(withoutSlash)
    try expectFolder(directory)
    var folders = [directory]
    if let defaults, FileReader.kind(of: defaults) != FileReader.kind(of: directory) { folders.append(defaults) }
    var files = LoadedFiles()

    var configuration = SiteConfigurationLoader.empty
    if let text = try text("site.yaml", in: folders, &files) {
      let loaded = SiteConfigurationLoader.load(text)
      configuration = loaded.configuration
      files.problems += loaded.problems
    }
    var authorities: [Authority] = []
    // Without any authority to read, each place that names one would be an error too.
    var isBroken = false
    if let text = try text("authorities.csv", in: folders, &files) {
      let loaded = AuthorityRegisterLoader.load(text)
      authorities = loaded.authorities
      isBroken = authorities.isEmpty && !loaded.problems.isEmpty
      files.problems += loaded.problems
    }
    // The shipped files describe the shipped register, and are wrong for any other.
    let hasRegister = FileReader.kind(of: "\(directory)/authorities.csv") != nil
    let registerFolders = isBroken ? [] : hasRegister ? [directory] : folders
    let slugs = Set(authorities.map(\.slug))
    let bodies = try optional("service-bodies.csv", in: registerFolders, &files) {
      ServiceBodyLoader.load($0, slugs: slugs)
    }
    let frameworks = try frameworks(in: folders, &files)
    // The files below don't shape how a report is read, nor does the site's configuration.
    let readingDigest = files.digest { !$0.hasSuffix("/site.yaml") }
    let themes = try optional("themes.yaml", in: folders, &files) { Theme.load($0) }
    let map = try optional("map.csv", in: registerFolders, &files) { MapTile.load($0) }
    let places = try optional("places.csv", in: registerFolders, &files) { PlaceLoader.load($0, slugs: slugs) }
    let sets = try sets(in: registerFolders, slugs: slugs, &files)
    let contact = configuration.contact
    let accessibility = try optional("accessibility.yaml", in: [directory], &files) {
      let loaded = AccessibilityStatement.load($0, siteContact: contact)
      return ([loaded.statement], loaded.problems)
    }
    let corrections = try optional("corrections.csv", in: [directory], &files) { Correction.load($0) }
    let readings = try optional("readings.csv", in: [directory], &files) { ReviewedReading.load($0) }
    let published = try optional("published.csv", in: [directory], limit: FileReader.reportLimit, &files) {
      PublishedReport.load($0)
    }
    let reports = try files.paths(
      in: "\(directory)/reports", extensions: ["txt", "text", "md", "markdown", "pdf", ""], isDeep: true)
    let metadata = try optional("reports.csv", in: [directory], &files) { ReportMetadata.load($0) }
    files.problems += ReportMetadata.unknown(
      metadata.map { ($0.file, $0.location) } + readings.map { ($0.report, $0.row.location(of: "report")) },
      paths: reports)
    var pages: [SourceText] = []
    for path in try files.paths(in: "\(directory)/pages", extensions: ["md", "markdown"]) {
      if let text = try files.read(path) { pages.append(text) }
    }
    let staticFiles = try StaticFile.all(in: "\(directory)/static")
    files.problems += staticFiles.problems
    return Content(
      configuration: configuration, register: AuthorityRegister(authorities: authorities, serviceBodies: bodies),
      frameworks: frameworks.usable, flawedFrameworks: frameworks.flawed, themes: themes,
      accessibility: accessibility.first ?? AccessibilityStatement(),
      corrections: corrections, published: published, readings: readings, metadata: ReportMetadata(metadata),
      sets: sets, map: map, places: Dictionary(grouping: places, by: \.authority).mapValues { $0.map(\.name) },
      reports: isBroken ? [] : reports, pages: pages, files: staticFiles.files, diagnostics: files.problems.sorted(),
      digest: files.digest { _ in true },
      readingDigest: readingDigest)
  }

  /// Checks that the content folder exists.
  ///
  /// - Throws: if it does not.
  public static func expectFolder(_ directory: String) throws(EnvironmentError) {
    guard case .folder? = FileReader.kind(of: withoutSlash(directory)) else {
      throw EnvironmentError("could not find the content folder \(directory)")
    }
  }

  /// Returns a folder without slashes at its end, as the paths of its files begin.
  static func withoutSlash(_ directory: String) -> String {
    var directory = directory
    while directory.count > 1, directory.hasSuffix("/") { directory.removeLast() }
    return directory
  }

  /// Returns the text of a file from the first folder that has it; nil, with a problem, if it is not text.
  private static func text(
    _ name: String, in folders: [String], _ files: inout LoadedFiles
  ) throws(EnvironmentError) -> SourceText? {
    guard let path = folders.map({ "\($0)/\(name)" }).first(where: { FileReader.kind(of: $0) != nil }) else {
      throw EnvironmentError("could not find \(folders[0])/\(name)")
    }
    return try files.read(path)
  }

  /// Returns the parts of an optional file, from the first folder that has it.
  private static func optional<Part>(
    _ name: String, in folders: [String], limit: Int = TextFile.limit, _ files: inout LoadedFiles,
    _ load: (SourceText) -> ([Part], [Diagnostic])
  ) throws(EnvironmentError) -> [Part] {
    let path = folders.map { "\($0)/\(name)" }.first { FileReader.kind(of: $0) != nil }
    guard let path else { return [] }
    guard let (parts, found) = try files.read(path, limit: limit).map(load) else { return [] }
    files.problems += found
    return parts
  }

  /// Returns the sets of the first folder that has any.
  private static func sets(
    in folders: [String], slugs: Set<String>, _ files: inout LoadedFiles
  ) throws(EnvironmentError) -> [AuthoritySet] {
    for folder in folders {
      var sets: [AuthoritySet] = []
      for path in try files.paths(in: "\(folder)/sets", extensions: ["csv"]) {
        guard let text = try files.read(path) else { continue }
        let loaded = AuthoritySet.load(text, slugs: slugs)
        sets += loaded.sets
        files.problems += loaded.problems
      }
      if !sets.isEmpty { return sets }
    }
    return []
  }

  /// Returns the frameworks of all folders; a file in an earlier folder replaces that of a later one.
  private static func frameworks(
    in folders: [String], _ files: inout LoadedFiles
  ) throws(EnvironmentError) -> (usable: [Framework], flawed: [Framework]) {
    var frameworks: [String: Framework] = [:]
    var flawed: [Framework] = []
    var roots: [String: YAMLMapping] = [:]
    var names: Set<Substring> = []
    var isWhole = true
    for folder in folders {
      var own: [String: String] = [:]
      for path in try files.paths(in: "\(folder)/frameworks", extensions: ["yaml", "yml"]) {
        guard names.insert(path.dropFirst(folder.count)).inserted else { continue }
        let loaded = try files.read(path).map(FrameworkLoader.load)
        files.problems += loaded?.problems ?? []
        guard let framework = loaded?.framework else {
          isWhole = false
          flawed += [loaded?.flawed].compactMap { $0 }
          continue
        }
        if let other = own[framework.id] {
          let message = "the framework “\(framework.id)” is in \(other) too"
          files.problems.append(Diagnostic(.error, .invalidKey, message, at: SourceLocation(path: path)))
        } else if frameworks[framework.id] == nil {
          frameworks[framework.id] = framework
          roots[framework.id] = loaded?.root
          own[framework.id] = path
        }
      }
    }
    if names.isEmpty {
      let path = "\(folders[0])/frameworks"
      throw EnvironmentError("could not find a framework in \(path)")
    }
    // The definitions of a file that was left out would be reported as missing in all the others.
    for (id, root) in roots where isWhole {
      files.problems +=
        frameworks[id].map { FrameworkReferenceValidator.problems(of: $0, in: root, among: frameworks) } ?? []
    }
    return (frameworks.values.sorted { $0.id < $1.id }, flawed)
  }
}

/// The files that were loaded, with the digest of the very bytes that were parsed.
private struct LoadedFiles {
  /// The problems of the files.
  var problems: [Diagnostic] = []
  private var digests: [(path: String, digest: Fingerprint)] = []

  /// Returns the files of a folder with one of these extensions; notes the others as skipped.
  mutating func paths(
    in folder: String, extensions: [String], isDeep: Bool = false
  ) throws(EnvironmentError) -> [String] {
    let found = try FolderListing.paths(in: folder, extensions: extensions, isDeep: isDeep)
    problems += found.problems
    return found.paths
  }

  /// Returns the text of a file; nil, with a problem, if it has none.
  mutating func read(
    _ path: String, limit: Int = TextFile.limit
  ) throws(EnvironmentError) -> SourceText? {
    let file = try TextFile.read(path, limit: limit)
    problems += file.problems
    digests.append((path, Fingerprint(of: file.text?.bytes ?? [])))
    return file.text
  }

  /// Returns the digest of some of the files, chosen by their paths.
  func digest(where isWanted: (String) -> Bool) -> Fingerprint {
    let files = digests.filter { isWanted($0.path) }
    return Fingerprint(of: "files", files.map(\.path), files.map(\.digest))
  }
}
