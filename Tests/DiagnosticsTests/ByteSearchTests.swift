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

  @Test func `a run of words ends at a second blank, a blank at its beginning or anything but printable ASCII`() {
    func slowEnd(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
      func isLetter(_ index: Int) -> Bool { index < end && (0x21..<0x7F).contains(bytes[index]) }
      return (start..<end).first { index in
        !isLetter(index) && (bytes[index] != 0x20 || index == start || !isLetter(index + 1))
      } ?? end
    }
    var dice: UInt64 = 5
    for length in 0..<60 {
      let bytes = (0..<length).map { _ -> UInt8 in
        dice = dice &* 6_364_136_223_846_793_005 &+ 1
        let signs: [UInt8] = [0x20, 0x20, 0x61, 0x61, 0x7E, 0x21, 0x61, 0x7A, 0x41, 0x7F, 0x1F, 0x80, 0xE2]
        return signs[Int(dice >> 33) % (length < 30 ? signs.count : 9)]
      }
      for start in 0...length {
        for end in start...length {
          let found = bytes.withUnsafeBufferPointer { $0.endOfWords(from: start, to: end) }
          #expect(found == slowEnd(bytes, start, end), "\(bytes) from \(start) to \(end)")
        }
      }
    }
  }

  @Test func `characters are counted as a string counts its scalars`() {
    let text = "a’s “é” 漢字 😀 plain words to fill more than eight bytes, n\u{301}"
    let bytes = Array(text.utf8)
    var offset = 0
    for scalar in text.unicodeScalars {
      let rest = bytes.withUnsafeBufferPointer { $0.characterCount(of: offset..<bytes.count) }
      #expect(rest == String(decoding: bytes[offset...], as: UTF8.self).unicodeScalars.count)
      offset += String(scalar).utf8.count
    }
  }
}
