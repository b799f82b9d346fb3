/// What was found where a record should be is none: it is cut short, damaged, or another program's.
public struct RecordError: Error {
  /// Creates the error; there is nothing more to say, since a record can always be made anew.
  public init() {}
}

/// Reads back what `RecordWriter` wrote. Every length is checked, so that a damaged record is an error and no more.
public struct RecordReader: Sendable {
  private let bytes: ArraySlice<UInt8>
  private var position: Int

  /// Starts at the beginning of some bytes.
  public init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  /// Whether everything was read.
  public var isAtEnd: Bool { position == bytes.endIndex }

  /// Reads a whole number that is not negative.
  mutating func natural() throws(RecordError) -> UInt64 {
    var number: UInt64 = 0
    var shift: UInt64 = 0
    while position < bytes.endIndex, shift < 64 {
      let byte = bytes[position]
      position += 1
      number |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return number }
      shift += 7
    }
    throw RecordError()
  }

  /// Reads bytes; they are not copied, and keep the whole record with them.
  mutating func blob() throws(RecordError) -> ArraySlice<UInt8> {
    let count = try count()
    defer { position += count }
    return bytes[position..<position + count]
  }

  /// Reads as many values as were written.
  public mutating func each<Value>(
    _ read: (inout RecordReader) throws(RecordError) -> Value
  ) throws(RecordError) -> [Value] {
    let count = try count()
    var values: [Value] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(try read(&self)) }
    return values
  }

  /// Reads how many values follow. Every value takes a byte at least, so that no damaged number makes room for more than
  /// there can be.
  private mutating func count() throws(RecordError) -> Int {
    let count: Int = try read()
    guard count >= 0, count <= bytes.endIndex - position else { throw RecordError() }
    return count
  }
}
