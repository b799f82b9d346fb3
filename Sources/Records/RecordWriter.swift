/// Writes values one behind the other in few bytes; `RecordReader` reads them in the same order.
public struct RecordWriter: Sendable {
  /// What has been written.
  public private(set) var bytes: [UInt8] = []

  /// Creates an empty one.
  public init() {}

  /// Writes a number, a small one in one byte.
  mutating func append(_ number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Writes bytes behind their number.
  mutating func append(counted written: some Collection<UInt8>) {
    written.count.write(to: &self)
    bytes.append(contentsOf: written)
  }

  /// Writes values behind their number.
  public mutating func put<Values: Collection>(
    each values: Values, _ write: (inout RecordWriter, Values.Element) -> Void
  ) {
    values.count.write(to: &self)
    for value in values { write(&self, value) }
  }
}
