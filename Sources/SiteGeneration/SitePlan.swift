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
    // Nearly all paths are in lower case: only the others are copied, since there can be tens of thousands.
    let sorted = wanted.map { entry in
      (key: entry.path.utf8.allSatisfy(Self.isCaseless) ? entry.path : entry.path.lowercased(), entry: entry)
    }
    .sorted { ($0.key, $0.entry.source) < ($1.key, $1.entry.source) }
    var entries: [Entry] = []
    var collisions: [Set<String>: Diagnostic] = [:]
    for (place, (key, entry)) in sorted.enumerated() {
      guard place > 0, sorted[place - 1].key == key, let kept = entries.last else {
        entries.append(entry)
        continue
      }
      guard collisions[[kept.source, entry.source]] == nil else { continue }
      collisions[[kept.source, entry.source]] = Diagnostic(
        .error, .pathCollision, "“\(kept.source)” and “\(entry.source)” would both be written to “\(entry.path)”",
        at: SourceLocation(path: entry.source))
    }
    self.entries = entries
    diagnostics = collisions.values.sorted()
  }

  private static func isCaseless(_ byte: UInt8) -> Bool { byte < 0x80 && !(0x41...0x5A).contains(byte) }
}
