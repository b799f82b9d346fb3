extension Fingerprint: Recordable {
  /// Writes the digest.
  public func write(to record: inout RecordWriter) { withUnsafeBytes(of: self) { record.append(counted: $0) } }

  /// Reads a digest that was written.
  public init(from record: inout RecordReader) throws(RecordError) {
    let bytes: ArraySlice<UInt8> = try record.read()
    guard let digest = Fingerprint(bytes: bytes) else { throw RecordError() }
    self = digest
  }

  /// Creates the key of a result of this kind that is computed from these values.
  public init<each Value: Recordable>(of kind: StaticString, _ values: repeat each Value) {
    var record = RecordWriter()
    record.put("\(kind)")
    record.put(repeat each values)
    self.init(of: record.bytes)
  }
}
