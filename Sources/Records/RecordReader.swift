/// An error for bytes that are no record: cut short, damaged, or another program's.
public struct RecordError: Error {
  /// Creates the error; it has no details, since a record can always be made anew.
  public init() {}
}

/// Reads values in the order in which `RecordWriter` wrote them. Checks every length, so a damaged record only throws.
public struct RecordReader: Sendable {
  @usableFromInline let bytes: ArraySlice<UInt8>
  @usableFromInline var position: Int

  /// Creates a reader at the beginning of some bytes.
  public init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  /// Whether everything was read.
  public var isAtEnd: Bool { position == bytes.endIndex }

  /// Reads a non-negative integer of variable length.
  @inlinable mutating func natural() throws(RecordError) -> UInt64 {
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

  /// Reads bytes without copying them; the slice keeps the whole record in memory.
  @inlinable mutating func blob() throws(RecordError) -> ArraySlice<UInt8> {
    let count = try count()
    defer { position += count }
    return bytes[position..<position + count]
  }

  /// Reads a counted sequence of values, each with the closure.
  @inlinable public mutating func each<Value>(
    _ read: (inout RecordReader) throws(RecordError) -> Value
  ) throws(RecordError) -> [Value] {
    let count = try count()
    var values: [Value] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(try read(&self)) }
    return values
  }

  /// Reads the number of values that follow. Every value takes at least one byte, so a count greater than the number of
  /// remaining bytes is an error.
  @inlinable mutating func count() throws(RecordError) -> Int {
    let count: Int = try read()
    guard count >= 0, count <= bytes.endIndex - position else { throw RecordError() }
    return count
  }
}
