/// What was found where a record should be is none: it is cut short, damaged, or another program's.
public struct RecordError: Error {
  /// Makes the error; there is nothing more to say, since a record can always be made anew.
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
  public mutating func natural() throws(RecordError) -> UInt64 {
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

  /// Reads a whole number.
  public mutating func number() throws(RecordError) -> Int {
    let folded = try natural()
    return Int(truncatingIfNeeded: folded >> 1) ^ -Int(truncatingIfNeeded: folded & 1)
  }

  /// Reads a truth value.
  public mutating func flag() throws(RecordError) -> Bool {
    guard position < bytes.endIndex, bytes[position] < 2 else { throw RecordError() }
    position += 1
    return bytes[position - 1] == 1
  }

  /// Reads text.
  public mutating func text() throws(RecordError) -> String {
    let range = try range()
    return String(decoding: bytes[range], as: UTF8.self)
  }

  /// Reads bytes; they are not copied, and keep the whole record with them.
  public mutating func blob() throws(RecordError) -> ArraySlice<UInt8> { bytes[try range()] }

  /// Reads a value, and tells the bytes it was read from besides.
  public mutating func traced<Value>(
    _ read: (inout RecordReader) throws(RecordError) -> Value
  ) throws(RecordError) -> (value: Value, bytes: ArraySlice<UInt8>) {
    let start = position
    let value = try read(&self)
    return (value, bytes[start..<position])
  }

  /// Reads a value that may not be there.
  public mutating func optional<Value>(
    _ read: (inout RecordReader) throws(RecordError) -> Value
  ) throws(RecordError) -> Value? {
    try flag() ? try read(&self) : nil
  }

  /// Reads text that may not be there.
  public mutating func optionalText() throws(RecordError) -> String? {
    try optional { reader throws(RecordError) in try reader.text() }
  }

  /// Reads a number that may not be there.
  public mutating func optionalNumber() throws(RecordError) -> Int? {
    try optional { reader throws(RecordError) in try reader.number() }
  }

  /// Reads as many values as were written.
  public mutating func each<Value>(
    _ read: (inout RecordReader) throws(RecordError) -> Value
  ) throws(RecordError) -> [Value] {
    let count = try number()
    // Every value takes a byte at least, so that no damaged number makes room for more than there can be.
    guard count >= 0, count <= bytes.endIndex - position else { throw RecordError() }
    var values: [Value] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(try read(&self)) }
    return values
  }

  private mutating func range() throws(RecordError) -> Range<Int> {
    let count = try number()
    guard count >= 0, count <= bytes.endIndex - position else { throw RecordError() }
    defer { position += count }
    return position..<position + count
  }
}
