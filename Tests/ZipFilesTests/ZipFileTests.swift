import Testing

@testable import ZipFiles

/// ZIP files of parts that were compressed separately. The data tests check that other programs can read them.
@Suite("ZIP files") struct ZipFileTests {
  @Test func `a checksum is the CRC-32 of the standard`() {
    #expect(Checksum(of: Array("123456789".utf8)) == Checksum(size: 9, crc: 0xCBF4_3926))
    #expect(Checksum(of: []) == .none)
  }

  @Test func `the checksum of joined parts is that of the whole`() {
    let bytes = Array("Parts that were compressed apart, joined again.".utf8)
    for end in bytes.indices {
      var joined = Compressed(Array(bytes[..<end])).plain
      joined.append(Compressed(Array(bytes[end...]), isLast: true).plain)
      #expect(joined == Checksum(of: bytes))
    }
  }

  @Test func `a part ends on a whole byte, so that another can follow`() {
    // RFC 1951: a flushed part ends in an empty stored block, whose lengths are 0000 and FFFF.
    #expect(Compressed(Array("first part".utf8)).bytes.suffix(4) == [0, 0, 0xFF, 0xFF])
  }

  @Test func `small files stand in it as they are, and the list at the end counts them`() {
    var file = ZipFile()
    file.add("a.txt", "plain text")
    file.begin("b.txt")
    let last = Compressed(Array("more".utf8), isLast: true)
    let tail = file.end("b.txt", plain: last.plain, size: last.bytes.count)
    let bytes = file.bytes + last.bytes + tail
    #expect(String(decoding: bytes, as: UTF8.self).contains("a.txtplain text"))
    // The record at the end: its signature, no other disks, two files here and in all.
    let end = bytes.suffix(22)
    #expect(end.prefix(12) == [0x50, 0x4B, 5, 6, 0, 0, 0, 0, 2, 0, 2, 0])
    let place = end.dropFirst(16).prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
    #expect(bytes[place..<place + 4] == [0x50, 0x4B, 1, 2], "the list is where the record says")
  }
}
