/// Writes values one after another in few bytes; `RecordReader` reads them in the same order.
public struct RecordWriter: Sendable {
  /// The bytes written so far.
  public private(set) var bytes: [UInt8] = []

  /// Creates an empty record.
  public init() {}

  /// Writes an integer with variable length; a number below 128 takes one byte.
  @usableFromInline mutating func append(_ number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Writes the number of bytes, then the bytes.
  @usableFromInline mutating func append(counted written: some Collection<UInt8>) {
    written.count.write(to: &self)
    bytes.append(contentsOf: written)
  }

  /// Writes the number of values, then each value with the closure.
  @inlinable public mutating func put<Values: Collection>(
    each values: Values, _ write: (inout RecordWriter, Values.Element) -> Void
  ) {
    values.count.write(to: &self)
    for value in values { write(&self, value) }
  }
}
