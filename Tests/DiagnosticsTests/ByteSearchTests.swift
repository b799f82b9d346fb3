import Diagnostics
import Testing

@Suite("Looking for a byte") struct ByteSearchTests {
  @Test func `finds what looking at every byte finds, wherever it stands`() {
    var dice: UInt64 = 7
    for length in 0..<70 {
      let bytes = (0..<length).map { _ -> UInt8 in
        dice = dice &* 6_364_136_223_846_793_005 &+ 1
        return [0x0A, 0x0B, 0x8A, 0x00, 0xFF, 0x61, 0x61, 0x61, 0x61][Int(dice >> 33) % 9]
      }
      for byte in [0x0A, 0x00, 0xFF, 0x80, 0x61] as [UInt8] {
        for start in 0...length {
          #expect(bytes.firstIndex(of: byte, from: start) == bytes[start...].firstIndex(of: byte))
        }
      }
    }
  }

  @Test func `the end of plain text is the first byte that some format writes otherwise, wherever it stands`() {
    func isPlain(_ byte: UInt8) -> Bool { (0x20..<0x7F).contains(byte) && !"\"&<>\\".utf8.contains(byte) }
    for byte in UInt8.min...UInt8.max {
      // Its neighbours differ by one, where a search of eight bytes at once could go wrong.
      for neighbour in [byte &- 1, byte, byte &+ 1, 0x61] {
        for place in 0..<19 {
          var bytes = [UInt8](repeating: 0x61, count: 19)
          bytes[place] = byte
          bytes[(place + 1) % 19] = neighbour
          for start in [0, place / 2, place, place + 1] {
            let expected = bytes[start...].firstIndex { !isPlain($0) } ?? bytes.count
            #expect(bytes.withUnsafeBufferPointer { $0.endOfPlain(from: start) } == expected)
          }
        }
      }
    }
  }
}
