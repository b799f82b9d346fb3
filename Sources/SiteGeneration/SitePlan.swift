public import Diagnostics

/// Every file of the site and what it comes from, known before anything is written.
public struct SitePlan: Sendable {
  /// One output path and its source.
  public struct Entry: Sendable, Hashable {
    /// The path in the output folder.
    public var path: String
    /// What it comes from: a file of the content, or a part of the site in words.
    public var source: String

    /// Creates an entry from its parts.
    public init(path: String, source: String) {
      self.path = path
      self.source = source
    }
  }

  /// What tells GitHub Pages to publish all files as they are.
  static let noJekyll = OutputFile(path: ".nojekyll", bytes: [])

  /// The entries in the order of their paths, no path twice.
  public let entries: [Entry]
  /// An error for every two sources that want the same path.
  public let diagnostics: [Diagnostic]

  /// Sorts the entries and finds the paths that two sources want. Paths that differ only by case count as the same,
  /// since they are on many disks.
  init(_ wanted: consuming SitePlanBuilder) {
    var entries = wanted.sorted()
    var collisions: [Set<String>: Diagnostic] = [:]
    // Those that stay move up over those that don't: there may be tens of thousands.
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

/// The files that somebody wants, noted one by one.
struct SitePlanBuilder {
  private var entries: [SitePlan.Entry] = []

  /// Notes a file.
  mutating func add(_ path: String, from source: String) { entries.append(SitePlan.Entry(path: path, source: source)) }

  /// Notes the files that come from one source.
  mutating func add(_ paths: some Sequence<String>, from source: String) {
    for path in paths { add(path, from: source) }
  }

  /// The files in the order of their paths in small letters, and those of one path in the order of their sources.
  consuming func sorted() -> [SitePlan.Entry] {
    // By the paths as they are first, which is cheap and leaves nearly nothing to move: few paths have capitals.
    entries.sort { $0.path < $1.path }
    entries.sort { first, second in
      let (left, right) = (Self.caseless(first.path), Self.caseless(second.path))
      return left != right ? left < right : first.source < second.source
    }
    return entries
  }

  /// Whether two files have one path on a disk that doesn't tell capitals from small letters.
  static func isSamePath(_ first: SitePlan.Entry, _ second: SitePlan.Entry) -> Bool {
    caseless(first.path) == caseless(second.path)
  }

  /// The path in small letters; nearly every path is so already.
  private static func caseless(_ path: String) -> String {
    path.utf8.allSatisfy { $0 < 0x80 && !(0x41...0x5A).contains($0) } ? path : path.lowercased()
  }
}
