import Records
import Testing

/// Records store the cache's values: a written value is read again, and damage is an error, never a wrong value or a
/// crash.
@Suite("Records") struct RecordTests {
  private enum Colour: String, Recordable { case red, blue }

  @Test(arguments: [0, 1, -1, 63, -64, 64, 127, 128, 300, -300, Int.max, Int.min])
  func `whole numbers are read as they were written`(number: Int) throws {
    #expect(try read(number) == number)
  }

  @Test func `a small number takes one byte`() {
    #expect((-64...63).allSatisfy { $0.recorded.count == 1 })
    #expect(64.recorded.count == 2)
  }

  @Test func `texts, lists, choices and nothing are read as they were written`() throws {
    #expect(try read("") == "")
    #expect(try read("Ynys Môn 🙂\u{0}") == "Ynys Môn 🙂\u{0}")
    #expect(try read(["a", "", "b"]) == ["a", "", "b"])
    #expect(try read([Int?.none, 3]) == [nil, 3])
    #expect(try read(Colour.blue) == .blue)
    #expect(try read([true, false]) == [true, false])
  }

  @Test func `values are read in the order in which they were written`() throws {
    var record = RecordWriter()
    record.put("first", 2, [3, 4])
    var reader = RecordReader(record.bytes[...])
    #expect(try reader.read() == "first")
    #expect(try reader.read() == 2)
    #expect(!reader.isAtEnd)
    #expect(try reader.read() == [3, 4])
    #expect(reader.isAtEnd)
  }

  @Test func `a record that was cut short anywhere is an error`() {
    let whole = ["Exampleshire", "Old Shire"].recorded
    for count in 0..<whole.count {
      var reader = RecordReader(whole.prefix(count))
      #expect(throws: RecordError.self, "cut after \(count) bytes") { let _: [String] = try reader.read() }
    }
  }

  @Test(
    arguments: [
      // A negative length; a number without an end; a length beyond the bytes; a text that is no choice.
      [0x7F, 0x61], [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], [0x02], [0x06, 0x61, 0x62, 0x63],
    ] as [[UInt8]])
  func `damaged bytes are an error`(bytes: [UInt8]) {
    var (text, truth, colour) = (RecordReader(bytes[...]), RecordReader(bytes[...]), RecordReader(bytes[...]))
    #expect(throws: RecordError.self) { let _: Bool = try truth.read() }
    #expect(throws: RecordError.self) { let _: Colour = try colour.read() }
    if bytes.count != 4 { #expect(throws: RecordError.self) { let _: String = try text.read() } }
  }

  @Test func `a list said to be longer than the record makes no room for it`() {
    var bytes = Int.max.recorded
    bytes.append(0)
    var reader = RecordReader(bytes)
    #expect(throws: RecordError.self) { let _: [Int] = try reader.read() }
  }

  private func read<Value: Recordable>(_ value: Value) throws -> Value {
    var reader = RecordReader(value.recorded)
    defer { #expect(reader.isAtEnd) }
    return try reader.read()
  }
}
