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
          #expect(bytes.place(of: byte, from: start) == bytes[start...].firstIndex(of: byte))
        }
      }
    }
  }
}
