/// The list of the files that the program wrote into an output folder, kept in the folder itself.
///
/// It alone says what a later build may replace or remove; a file that it doesn't list is someone else's.
struct Manifest {
  /// The name of the file that holds it.
  static let name = ".sitegen-manifest"

  private static let heading = "sitegen manifest 1"

  /// The files, relative to the output folder.
  var paths: Set<OutputPath>

  /// Creates a manifest of these files.
  init(paths: Set<OutputPath> = []) {
    self.paths = paths
  }

  /// Reads a manifest; nil if the bytes are something else.
  ///
  /// A line that is no place in the folder (someone edited it) is skipped, so that nothing outside is touched.
  init?(bytes: [UInt8]) {
    let head = Array("\(Manifest.heading)\n".utf8)
    guard bytes.starts(with: head) else { return nil }
    paths = Set(minimumCapacity: bytes.count / 48)
    var rest = bytes[head.count...]
    while !rest.isEmpty {
      let line = rest.prefix { $0 != 0x0A }
      if let path = try? OutputPath(String(decoding: line, as: UTF8.self)) { paths.insert(path) }
      rest = rest[min(line.endIndex + 1, rest.endIndex)...]
    }
  }

  /// The manifest as it is written: a heading, then one path a line, sorted.
  var bytes: [UInt8] {
    var bytes = Array("\(Manifest.heading)\n".utf8)
    for path in paths.sorted() {
      bytes.append(contentsOf: path.text.utf8)
      bytes.append(0x0A)
    }
    return bytes
  }
}
