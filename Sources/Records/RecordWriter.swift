/// Writes values one behind the other, as bytes that `RecordReader` reads back in the same order: what one build keeps
/// for the next. It is small and quick and says nothing of itself; whoever reads it must know what was written.
public struct RecordWriter: Sendable {
  /// What was written so far.
  public private(set) var bytes: [UInt8] = []

  /// Starts with nothing.
  public init() {}

  /// Writes a whole number that is not negative, seven bits to a byte, the lowest first.
  public mutating func put(_ number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Writes a whole number.
  public mutating func put(_ number: Int) {
    put(UInt64(bitPattern: Int64(number << 1 ^ (number >> (Int.bitWidth - 1)))))
  }

  /// Writes a truth value.
  public mutating func put(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  /// Writes text.
  public mutating func put(_ text: String) {
    put(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  /// Writes bytes.
  public mutating func put(_ blob: ArraySlice<UInt8>) {
    put(blob.count)
    bytes.append(contentsOf: blob)
  }

  /// Appends what another writer wrote, as it is.
  public mutating func append(_ written: ArraySlice<UInt8>) { bytes.append(contentsOf: written) }

  /// Writes a value, or that there is none.
  public mutating func put<Value>(_ value: Value?, _ write: (inout RecordWriter, Value) -> Void) {
    put(value != nil)
    if let value { write(&self, value) }
  }

  /// Writes text, or that there is none.
  public mutating func put(_ text: String?) { put(text) { $0.put($1) } }

  /// Writes a number, or that there is none.
  public mutating func put(_ number: Int?) { put(number) { $0.put($1) } }

  /// Writes how many values there are, and each of them.
  public mutating func put<Values: Collection>(
    each values: Values, _ write: (inout RecordWriter, Values.Element) -> Void
  ) {
    put(values.count)
    for value in values { write(&self, value) }
  }
}
