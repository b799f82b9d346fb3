public import Diagnostics

/// The paths of all files of the site and their sources, known before the first file is written.
public struct SitePlan: Sendable {
  /// One output path and its source.
  public struct Entry: Sendable, Hashable {
    /// The path in the output folder.
    public let path: String
    /// The source: a file of the content, or the name of a part of the site.
    public let source: String
  }

  /// The empty file that makes GitHub Pages publish all files as they are.
  static let noJekyll = OutputFile(path: ".nojekyll", bytes: [])

  /// The entries in the order of their paths, without duplicate paths.
  public let entries: [Entry]
  /// An error for each pair of sources with the same output path.
  public let diagnostics: [Diagnostic]

  /// Sorts the entries and reports paths with two sources. Paths that differ only by case count as the same path,
  /// since they are the same file on many disks.
  init(_ wanted: [Entry]) {
    let places = Dictionary(grouping: wanted) { $0.path.lowercased() }.sorted { $0.key < $1.key }
      .map { $0.value.sorted { $0.source < $1.source } }
    entries = places.compactMap(\.first)
    var collisions: [Set<String>: Diagnostic] = [:]
    for (kept, others) in zip(entries, places.map { $0.dropFirst() }) {
      for entry in others where collisions[[kept.source, entry.source]] == nil {
        let message = "“\(kept.source)” and “\(entry.source)” would both be written to “\(entry.path)”"
        collisions[[kept.source, entry.source]] = Diagnostic(
          .error, .pathCollision, message, at: SourceLocation(path: entry.source))
      }
    }
    diagnostics = collisions.values.sorted()
  }
}
