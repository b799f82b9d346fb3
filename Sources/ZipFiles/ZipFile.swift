/// A ZIP file without its last file's compressed bytes, as in PKWARE's APPNOTE. The same files give the same bytes.
public struct ZipFile {
  /// The bytes so far.
  public private(set) var bytes: [UInt8] = []
  /// The entries of the central directory for the files so far.
  private var list: [UInt8] = []
  private var count: UInt16 = 0

  /// Creates an empty ZIP file.
  public init() {}

  /// Adds a small file without compression.
  public mutating func add(_ name: String, _ text: String) {
    let content = Array(text.utf8)
    let entry = Entry(name: name, isCompressed: false, plain: Checksum(of: content), size: content.count)
    note(entry)
    bytes += entry.head + content
  }

  /// Writes the header of the last file, whose compressed bytes follow.
  public mutating func begin(_ name: String) {
    bytes += Entry(name: name, isCompressed: true, plain: .none, size: 0).head
  }

  /// Returns the bytes that follow the compressed bytes of the file begun last: its sizes and the central directory.
  ///
  /// - Parameters:
  ///   - name: The file's name.
  ///   - plain: The checksum of its uncompressed bytes.
  ///   - size: Its compressed size in bytes.
  public func end(_ name: String, plain: Checksum, size: Int) -> [UInt8] {
    let entry = Entry(name: name, isCompressed: true, plain: plain, size: size)
    var file = self
    file.bytes.removeLast(entry.head.count)
    file.note(entry)
    var tail = Self.four(0x0807_4b50) + entry.sizes
    let start = bytes.count + size + tail.count
    tail += file.list
    tail += Self.four(0x0605_4b50) + Self.two(0, 0, file.count, file.count)
    tail += Self.four(UInt32(file.list.count), UInt32(start)) + Self.two(0)
    return tail
  }

  private mutating func note(_ entry: Entry) {
    list += Self.four(0x0201_4b50) + Self.two(20) + entry.common
    list += Self.two(0, 0, 0, 0) + Self.four(0, UInt32(bytes.count)) + Array(entry.name.utf8)
    count += 1
  }

  fileprivate static func two(_ numbers: UInt16...) -> [UInt8] {
    numbers.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
  }

  fileprivate static func four(_ numbers: UInt32...) -> [UInt8] {
    numbers.flatMap { two(UInt16(truncatingIfNeeded: $0), UInt16(truncatingIfNeeded: $0 >> 16)) }
  }
}

/// An entry of a ZIP file.
private struct Entry {
  let name: String
  /// Whether it is compressed; its sizes then follow its bytes.
  let isCompressed: Bool
  let plain: Checksum
  let size: Int

  /// The local file header.
  var head: [UInt8] { ZipFile.four(0x0403_4b50) + common + ZipFile.two(0) + Array(name.utf8) }

  /// The fields that the local header and the central directory share. The date is the earliest, not the clock's.
  var common: [UInt8] {
    ZipFile.two(20, isCompressed ? 8 : 0, isCompressed ? 8 : 0, 0, 0x21) + sizes + ZipFile.two(UInt16(name.utf8.count))
  }

  var sizes: [UInt8] { ZipFile.four(plain.crc, UInt32(size), UInt32(plain.size)) }
}
