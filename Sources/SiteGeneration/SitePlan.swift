public import Diagnostics

/// The paths of all files of the site and their sources, known before the first file is written.
public struct SitePlan: Sendable {
  /// One output path and its source.
  public struct Entry: Sendable, Hashable {
    /// The path in the output folder.
    public var path: String
    /// The source: a file of the content, or the name of a part of the site.
    public var source: String

    /// Creates an entry.
    public init(path: String, source: String) {
      self.path = path
      self.source = source
    }
  }

  /// The empty file that makes GitHub Pages publish all files as they are.
  static let noJekyll = OutputFile(path: ".nojekyll", bytes: [])

  /// The entries in the order of their paths, without duplicate paths.
  public let entries: [Entry]
  /// An error for each pair of sources with the same output path.
  public let diagnostics: [Diagnostic]

  /// Sorts the entries and reports paths with two sources. Paths that differ only by case count as the same path,
  /// since they are the same file on many disks.
  init(_ wanted: consuming SitePlanBuilder) {
    var entries = wanted.sorted()
    var collisions: [Set<String>: Diagnostic] = [:]
    // Remove duplicates in place; there can be tens of thousands of entries.
    var kept = 0
    for index in entries.indices {
      let entry = entries[index]
      guard kept > 0, SitePlanBuilder.isSamePath(entries[kept - 1], entry) else {
        entries[kept] = entry
        kept += 1
        continue
      }
      let last = entries[kept - 1]
      let message = "“\(last.source)” and “\(entry.source)” would both be written to “\(entry.path)”"
      let pair: Set<String> = [last.source, entry.source]
      if collisions[pair] == nil {
        collisions[pair] = Diagnostic(.error, .pathCollision, message, at: SourceLocation(path: entry.source))
      }
    }
    entries.removeSubrange(kept...)
    self.entries = entries
    diagnostics = collisions.values.sorted()
  }
}

/// Collects the entries of a plan.
struct SitePlanBuilder {
  private var entries: [SitePlan.Entry] = []

  /// Adds a file.
  mutating func add(_ path: String, from source: String) { entries.append(SitePlan.Entry(path: path, source: source)) }

  /// Adds the files of one source.
  mutating func add(_ paths: some Sequence<String>, from source: String) {
    for path in paths { add(path, from: source) }
  }

  /// Returns the entries in the order of their lowercased paths, and for the same path in the order of their sources.
  consuming func sorted() -> [SitePlan.Entry] {
    // Sort by the unchanged paths first: it is cheap and leaves little to move, since few paths have capitals.
    entries.sort { $0.path < $1.path }
    entries.sort { first, second in
      let (left, right) = (Self.caseless(first.path), Self.caseless(second.path))
      return left != right ? left < right : first.source < second.source
    }
    return entries
  }

  /// Whether two files have the same path on a case-insensitive disk.
  static func isSamePath(_ first: SitePlan.Entry, _ second: SitePlan.Entry) -> Bool {
    caseless(first.path) == caseless(second.path)
  }

  /// Returns the path lowercased; nearly all paths already are.
  private static func caseless(_ path: String) -> String {
    path.utf8.allSatisfy { $0 < 0x80 && !(0x41...0x5A).contains($0) } ? path : path.lowercased()
  }
}
