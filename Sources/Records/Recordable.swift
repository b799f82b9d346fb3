/// A value that can be written to a record and read back.
public protocol Recordable {
  /// Writes the value.
  func write(to record: inout RecordWriter)

  /// Reads a value that was written.
  init(from record: inout RecordReader) throws(RecordError)
}

extension Recordable {
  /// The bytes of the value in a record.
  @inlinable public var recorded: ArraySlice<UInt8> {
    var record = RecordWriter()
    record.put(self)
    return record.bytes[...]
  }

  /// Reads a value from its bytes; nil if they are damaged or of something else.
  @inlinable public init?(recorded bytes: ArraySlice<UInt8>) {
    var record = RecordReader(bytes)
    do { try self.init(from: &record) } catch { return nil }
  }
}

extension RecordWriter {
  /// Writes values one after another.
  @inlinable public mutating func put<each Value: Recordable>(_ values: repeat each Value) {
    repeat (each values).write(to: &self)
  }
}

extension RecordReader {
  /// Reads the next value.
  @inlinable public mutating func read<Value: Recordable>() throws(RecordError) -> Value { try Value(from: &self) }

  /// Reads what a value is made of, in the order in which it was put: `self = try record.read(Evidence.init)`.
  @inlinable public mutating func read<each Part: Recordable, Value>(
    _ make: (repeat each Part) -> Value
  ) throws(RecordError) -> Value {
    make(repeat try (each Part)(from: &self))
  }
}

extension Int: Recordable {
  /// Writes the value.
  @inlinable public func write(to record: inout RecordWriter) {
    record.append(UInt64(bitPattern: Int64(self << 1 ^ (self >> (Int.bitWidth - 1)))))
  }

  /// Reads a value that was written.
  @inlinable public init(from record: inout RecordReader) throws(RecordError) {
    let folded = try record.natural()
    self = Int(truncatingIfNeeded: folded >> 1) ^ -Int(truncatingIfNeeded: folded & 1)
  }
}

extension Bool: Recordable {
  /// Writes the value.
  @inlinable public func write(to record: inout RecordWriter) { record.append(self ? 1 : 0 as UInt64) }

  /// Reads a value that was written.
  @inlinable public init(from record: inout RecordReader) throws(RecordError) {
    let byte = try record.natural()
    guard byte < 2 else { throw RecordError() }
    self = byte == 1
  }
}

extension String: Recordable {
  /// Writes the value.
  @inlinable public func write(to record: inout RecordWriter) { record.append(counted: utf8) }
  /// Reads a value that was written.
  @inlinable public init(from record: inout RecordReader) throws(RecordError) {
    self.init(decoding: try record.blob(), as: UTF8.self)
  }
}

extension ArraySlice<UInt8>: Recordable {
  /// Writes the value.
  @inlinable public func write(to record: inout RecordWriter) { record.append(counted: self) }
  /// Reads a value that was written.
  @inlinable public init(from record: inout RecordReader) throws(RecordError) { self = try record.blob() }
}

extension Optional: Recordable where Wrapped: Recordable {
  /// Writes the value.
  @inlinable public func write(to record: inout RecordWriter) {
    (self != nil).write(to: &record)
    self?.write(to: &record)
  }

  /// Reads a value that was written.
  @inlinable public init(from record: inout RecordReader) throws(RecordError) {
    self = try Bool(from: &record) ? try Wrapped(from: &record) : nil
  }
}

extension Array: Recordable where Element: Recordable {
  /// Writes the value.
  @inlinable public func write(to record: inout RecordWriter) {
    count.write(to: &record)
    for value in self { value.write(to: &record) }
  }

  /// Reads a value that was written.
  @inlinable public init(from record: inout RecordReader) throws(RecordError) {
    self = try record.each { record throws(RecordError) in try Element(from: &record) }
  }
}

extension Recordable where Self: RawRepresentable, RawValue == String {
  /// Writes the value.
  @inlinable public func write(to record: inout RecordWriter) { rawValue.write(to: &record) }

  /// Reads a value that was written.
  @inlinable public init(from record: inout RecordReader) throws(RecordError) {
    guard let value = Self(rawValue: try record.read()) else { throw RecordError() }
    self = value
  }
}
