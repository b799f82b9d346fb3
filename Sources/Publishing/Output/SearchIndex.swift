internal import ContentLoading
internal import Diagnostics
internal import Foundation
internal import Records

/// The index for searching the full text, made by Pagefind if that is installed (`pip install pagefind-bin`).
///
/// Pagefind reads the pages that were just written and makes its index in a temporary folder. A writer of its own
/// copies it into the output's folder `pagefind/`, so that every file there is whole, like all others.
struct SearchIndex {
  /// The folder of the index in the output folder, from which the search page's script loads it.
  static let folder = "pagefind"

  /// The program and its first arguments.
  private let command: [String]

  /// Finds Pagefind: on the search path, or as the Python module that pip installs. Returns nil if there is neither.
  ///
  /// To start Python takes longer than a build in which nothing has changed. Unless `asked`, Python is started only if
  /// the module is in one of the folders in which pip puts modules.
  static func installed(asked: Bool) -> SearchIndex? {
    let environment = ProcessInfo.processInfo.environment
    let folders = (environment["PATH"] ?? "").split(separator: ":").map { String($0) }
    func program(_ name: String) -> String? {
      folders.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }
    if let own = program("pagefind") { return SearchIndex(command: [own]) }
    guard let python = program("python3") else { return nil }
    guard asked || moduleFolders(of: python, environment).contains(where: hasModule) else { return nil }
    let module = SearchIndex(command: [python, "-m", "pagefind_bin"])
    return (try? module.run(["--version"])) == nil ? nil : module
  }

  /// Returns the program that makes the index; nil if no index is to be made.
  ///
  /// - Throws: `EnvironmentError` if an index is required and Pagefind is not installed.
  static func wanted(_ search: SiteBuild.Search) throws(EnvironmentError) -> SearchIndex? {
    guard search != .never else { return nil }
    if let index = installed(asked: search == .always) { return index }
    guard search == .always else { return nil }
    throw EnvironmentError("Pagefind, which indexes the full text, is not installed: “pip install pagefind-bin”")
  }

  /// Brings the index of a site up to date, or removes it if `search` is nil. Its files are a unit like others: as long
  /// as they and all pages are unchanged, nothing is done.
  static func update(
    _ search: SearchIndex?, _ units: inout [SiteUnit], _ summary: inout BuildSummary, _ cache: BuildCache,
    _ writer: SiteWriter,
    _ site: String
  ) throws(EnvironmentError) {
    guard let search else { return try remove(site: site) }
    let key = Fingerprint(of: "search", cache.options, units.map(\.key))
    if isPresent(site: site), let unit = cache.kept(key, in: writer) { return units.append(unit) }
    let (paths, problems) = try search.make(site: site)
    summary.diagnostics += problems
    let outputs = paths.compactMap { path in writer.stamp(of: path).map { InputFile(path: path, stamp: $0) } }
    if problems.isEmpty { units.append(SiteUnit(key: key, outputs: outputs)) }
  }

  private static func hasModule(_ folder: String) -> Bool {
    FileManager.default.fileExists(atPath: "\(folder)/pagefind_bin")
  }

  /// Returns the folders in which a Python finds the modules that pip installs: beside it, beside the target of its
  /// link, in the user's own folder, in Debian's, and in those of `PYTHONPATH`.
  private static func moduleFolders(of python: String, _ environment: [String: String]) -> [String] {
    let real = URL(fileURLWithPath: python).resolvingSymlinksInPath().path
    let home = NSHomeDirectory()
    let roots =
      [python, real].map { URL(fileURLWithPath: $0).deletingLastPathComponent().deletingLastPathComponent().path }
      + ["\(home)/.local", "/usr", "/usr/local"]
    var folders = (environment["PYTHONPATH"] ?? "").split(separator: ":").map { String($0) }
    for root in Set(roots) {
      let versions = (try? FileManager.default.contentsOfDirectory(atPath: "\(root)/lib")) ?? []
      for version in versions where version.hasPrefix("python") {
        folders += ["site-packages", "dist-packages"].map { "\(root)/lib/\(version)/\($0)" }
      }
    }
    return folders
  }

  /// Indexes the site in a folder, and writes the index there.
  ///
  /// - Throws: `EnvironmentError` if Pagefind fails, or the index can't be written.
  private func make(site: String) throws(EnvironmentError) -> (paths: [String], problems: [Diagnostic]) {
    let place = FileManager.default.temporaryDirectory.appendingPathComponent("sitegen-search-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: place) }
    try run(["--site", site, "--output-path", place.path, "--silent"])
    let files = try SearchIndex.files(in: place)
    let writer = try SiteWriter.open(directory: "\(site)/\(SearchIndex.folder)")
    let problems = try writer.prepare(files.map(\.path))
    defer { writer.close() }
    guard problems.isEmpty else { return ([], problems) }
    for file in files {
      guard let bytes = FileManager.default.contents(atPath: file.source) else { throw SearchIndex.failure }
      _ = try writer.write(file.path, Array(bytes))
    }
    _ = try writer.finish()
    return (files.map { "\(SearchIndex.folder)/\($0.path)" }, [])
  }

  /// Whether an earlier build wrote an index into this site.
  static func isPresent(site: String) -> Bool {
    FileManager.default.fileExists(atPath: "\(site)/\(folder)/pagefind-entry.json")
  }

  /// Removes the index that an earlier build wrote into a site, if there is one.
  ///
  /// - Throws: `EnvironmentError` if it can't be removed.
  static func remove(site: String) throws(EnvironmentError) {
    guard isPresent(site: site) else { return }
    let writer = try SiteWriter.open(directory: "\(site)/\(folder)")
    _ = try writer.prepare([])
    _ = try writer.finish()
    writer.close()
    let place = "\(site)/\(folder)"
    let left = (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []
    // Only the writer's own files are left, unless someone added one.
    if left.allSatisfy({ $0.hasPrefix(".sitegen-") }) { try? FileManager.default.removeItem(atPath: place) }
  }

  // MARK: The program

  private static let failure = EnvironmentError("Pagefind could not index the site")

  private func run(_ arguments: [String]) throws(EnvironmentError) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: command[0])
    process.arguments = command.dropFirst() + arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    do { try process.run() } catch { throw SearchIndex.failure }
    process.waitUntilExit()
    guard process.terminationReason == .exit, process.terminationStatus == 0 else { throw SearchIndex.failure }
  }

  /// Returns the files of an index that the search page needs, in the order of their paths; leaves out Pagefind's own
  /// search boxes, which the site doesn't use.
  private static func files(in place: URL) throws(EnvironmentError) -> [(path: String, source: String)] {
    let files = try FolderListing(of: place.path).files
      .map { (path: String($0.path.dropFirst(place.path.count + 1)), source: $0.path) }
    guard !files.isEmpty else { throw failure }
    return files.filter { !$0.path.contains("-ui.") && $0.path != "pagefind-highlight.js" }
  }
}
