internal import CZlib

/// A part of a compressed text. Parts that were compressed separately can be joined to one text.
public struct Compressed: Sendable {
  /// The compressed bytes.
  public let bytes: [UInt8]
  /// The checksum of the bytes before compression.
  public let plain: Checksum

  /// Compresses bytes with the system's zlib.
  ///
  /// - Parameter isLast: Whether the compressed text ends here.
  public init(_ bytes: [UInt8], isLast: Bool = false) {
    self.bytes = Compressed.deflated(bytes, isLast ? Z_FINISH : Z_FULL_FLUSH)
    plain = Checksum(of: bytes)
  }

  private static func deflated(_ bytes: [UInt8], _ flush: Int32) -> [UInt8] {
    var stream = z_stream()
    guard start_raw_deflate(&stream) == Z_OK else { fatalError("zlib has no memory for a stream") }
    defer { deflateEnd(&stream) }
    var input = bytes
    // The extra bytes are for the marker that ends a part.
    let capacity = Int(deflateBound(&stream, UInt(bytes.count))) + 16
    return input.withUnsafeMutableBufferPointer { input in
      [UInt8](unsafeUninitializedCapacity: capacity) { output, count in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(capacity)
        deflate(&stream, flush)
        count = capacity - Int(stream.avail_out)
      }
    }
  }
}

/// The size and the CRC-32 that a ZIP file states for an uncompressed text.
public struct Checksum: Sendable, Equatable {
  /// The number of bytes.
  public private(set) var size: Int
  /// The CRC-32 of the bytes.
  public private(set) var crc: UInt32

  /// Creates a checksum from a known size and CRC-32.
  public init(size: Int, crc: UInt32) {
    self.size = size
    self.crc = crc
  }

  /// The checksum of zero bytes.
  public static let none = Checksum(size: 0, crc: 0)

  init(of bytes: [UInt8]) {
    size = bytes.count
    crc = bytes.withUnsafeBufferPointer { UInt32(truncatingIfNeeded: crc32_z(0, $0.baseAddress, $0.count)) }
  }

  /// Updates the checksum to that of this text followed by another.
  public mutating func append(_ other: Checksum) {
    crc = UInt32(truncatingIfNeeded: crc32_combine(UInt(crc), UInt(other.crc), other.size))
    size += other.size
  }
}
