public import Diagnostics

/// Every file of the site and what it comes from, known before anything is written.
public struct SitePlan: Sendable {
  /// One output path and its source.
  public struct Entry: Sendable, Hashable {
    /// The path in the output folder.
    public var path: String
    /// What it comes from: a file of the content, or a part of the site in words.
    public var source: String

    /// Makes an entry from its parts.
    public init(path: String, source: String) {
      self.path = path
      self.source = source
    }
  }

  /// The entries in the order of their paths, no path twice.
  public let entries: [Entry]
  /// An error for every two sources that want the same path.
  public let diagnostics: [Diagnostic]

  /// Sorts the entries and finds the paths that two sources want. Paths that differ only by case count as the same,
  /// since they are on many disks.
  init(_ wanted: [Entry]) {
    var entries: [Entry] = []
    var collisions: [Set<String>: Diagnostic] = [:]
    let sorted = wanted.map { (key: Self.caseless($0.path), entry: $0) }
      .sorted { $0.key != $1.key ? $0.key < $1.key : $0.entry.source < $1.entry.source }
    entries.reserveCapacity(sorted.count)
    var lastKey: String?
    for (key, entry) in sorted {
      guard let last = entries.last, key == lastKey else {
        entries.append(entry)
        lastKey = key
        continue
      }
      let message = "“\(last.source)” and “\(entry.source)” would both be written to “\(entry.path)”"
      let pair: Set<String> = [last.source, entry.source]
      if collisions[pair] == nil {
        collisions[pair] = Diagnostic(.error, .pathCollision, message, at: SourceLocation(path: entry.source))
      }
    }
    self.entries = entries
    diagnostics = collisions.values.sorted()
  }

  /// The path in small letters; nearly every path is so already, and then is its own key.
  private static func caseless(_ path: String) -> String {
    path.utf8.allSatisfy { $0 < 0x80 && !(0x41...0x5A).contains($0) } ? path : path.lowercased()
  }
}
