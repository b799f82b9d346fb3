/// A file that is too long to be held whole, and is made piece by piece.
public struct LongFile: Sendable {
  /// The path in the output folder.
  public let path: String
  private let make: @Sendable (([UInt8]) throws -> Void) throws -> Void

  init(path: String, _ make: @escaping @Sendable (([UInt8]) throws -> Void) throws -> Void) {
    self.path = path
    self.make = make
  }

  /// Makes the file and hands on its pieces, one behind the other.
  ///
  /// - Throws: what `put` throws.
  public func write(_ put: ([UInt8]) throws -> Void) throws { try make(put) }

  /// The file held whole, where that is wanted after all.
  var whole: OutputFile {
    var pieces: [[UInt8]] = []
    // What only appends to an array doesn't fail.
    try? write { pieces.append($0) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(pieces.reduce(0) { $0 + $1.count })
    for piece in pieces { bytes += piece }
    return OutputFile(path: path, bytes: bytes)
  }
}
