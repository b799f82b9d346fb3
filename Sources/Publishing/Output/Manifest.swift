/// The list of the files that the program wrote into an output folder, kept in the folder itself.
///
/// Only files on the list may be replaced or removed by a later build; every other file is someone else's.
struct Manifest {
  /// The name of the file that holds it.
  static let name = ".sitegen-manifest"

  private static let heading = "sitegen manifest 1"

  /// The files, relative to the output folder.
  var paths: Set<OutputPath>

  /// The contents of the manifest's file: a heading, then one path a line, sorted.
  var bytes: [UInt8] {
    var bytes = Array("\(Manifest.heading)\n".utf8)
    bytes.reserveCapacity(paths.reduce(bytes.count) { $0 + $1.text.utf8.count + 1 })
    for path in paths.sorted() {
      bytes.append(contentsOf: path.text.utf8)
      bytes.append(0x0A)
    }
    return bytes
  }
}

extension Manifest {
  /// Reads a manifest; nil if the bytes are something else.
  ///
  /// A line that is no valid output path (someone edited it) is skipped, so that no file outside the folder is touched.
  init?(bytes: [UInt8]) {
    let head = Array("\(Manifest.heading)\n".utf8)
    guard bytes.starts(with: head) else { return nil }
    self.init(paths: Set(minimumCapacity: bytes.count / 48))
    var rest = bytes[head.count...]
    while !rest.isEmpty {
      let line = rest.prefix { $0 != 0x0A }
      if let path = try? OutputPath(String(decoding: line, as: UTF8.self)) { paths.insert(path) }
      rest = rest[min(line.endIndex + 1, rest.endIndex)...]
    }
  }
}
