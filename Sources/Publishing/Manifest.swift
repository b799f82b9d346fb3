/// The list of the files that builds wrote into an output folder: what a later build may replace and remove.
///
/// It lies in the folder itself, as text: a line with its version, then one path a line, in order. While a build is
/// under way it lists what was there before and what may come, so that the build after a killed one knows both.
struct Manifest: Sendable, Hashable {
  /// The name of its file.
  static let fileName = ".sitegen-manifest"
  /// The name under which it is written before it takes its place.
  static let temporaryName = ".sitegen-manifest-partial"
  private static let heading = "sitegen-manifest 1"
  private static let unfinishedHeading = heading + " unfinished"

  /// The paths of the files, relative to the folder.
  var paths: Set<String>
  /// Whether the build that wrote it came to its end.
  var isFinished: Bool

  /// Makes a manifest from its parts.
  init(paths: Set<String> = [], isFinished: Bool = true) {
    self.paths = paths
    self.isFinished = isFinished
  }

  /// Reads a manifest, or nil if its first line is none that this version writes. Lines that are no paths inside the
  /// folder, whoever wrote them, are passed over.
  init?(_ bytes: [UInt8]) {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    guard let heading = lines.first, [Manifest.heading, Manifest.unfinishedHeading].contains(String(heading)) else {
      return nil
    }
    isFinished = heading == Manifest.heading
    paths = Set(lines.dropFirst().map(String.init).filter { OutputPath($0) != nil })
  }

  /// The bytes of its file.
  var bytes: [UInt8] {
    let heading = isFinished ? Manifest.heading : Manifest.unfinishedHeading
    return Array(([heading] + paths.sorted()).joined(separator: "\n").utf8) + [0x0A]
  }
}
