/// The bytes around the files in a ZIP file, as PKWARE's APPNOTE describes them. The same files give the same bytes.
public struct ZipFile {
  /// The bytes so far.
  public private(set) var bytes: [UInt8] = []
  /// What the list at the end says of the files so far.
  private var list: [UInt8] = []
  private var count: UInt16 = 0

  /// Creates a file without files.
  public init() {}

  /// Adds a small file, as it is.
  public mutating func add(_ name: String, _ text: String) {
    let content = Array(text.utf8)
    let entry = Entry(name: name, isCompressed: false, plain: Checksum(of: content), size: content.count)
    note(entry)
    bytes += entry.head + content
  }

  /// Begins the last file, whose compressed bytes follow.
  public mutating func begin(_ name: String) {
    bytes += Entry(name: name, isCompressed: true, plain: .none, size: 0).head
  }

  /// What follows the compressed bytes of a file that was begun at the end of this.
  ///
  /// - Parameters:
  ///   - name: the file's name.
  ///   - plain: the checksum of its bytes.
  ///   - size: how many bytes it takes, compressed.
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

/// A file in a ZIP file.
private struct Entry {
  let name: String
  /// Whether it is compressed, and its sizes follow it.
  let isCompressed: Bool
  let plain: Checksum
  let size: Int

  /// The header before its bytes.
  var head: [UInt8] { ZipFile.four(0x0403_4b50) + common + ZipFile.two(0) + Array(name.utf8) }

  /// What both its head and the list say. The day is the first that a ZIP file knows: the clock is no part of it.
  var common: [UInt8] {
    ZipFile.two(20, isCompressed ? 8 : 0, isCompressed ? 8 : 0, 0, 0x21) + sizes + ZipFile.two(UInt16(name.utf8.count))
  }

  var sizes: [UInt8] { ZipFile.four(plain.crc, UInt32(size), UInt32(plain.size)) }
}
