import Records
import Testing

/// Digests are SHA-256, whether of one piece or of many; the expected ones are NIST's examples (FIPS 180-4).
@Suite("Fingerprints") struct FingerprintTests {
  private static let known = [
    "": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "abc": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq":
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
  ]

  @Test(arguments: known.keys) func `are those of the standard`(text: String) {
    #expect(Fingerprint(of: Array(text.utf8)).hexadecimal == Self.known[text])
  }

  @Test func `are the same of pieces and of the whole`() {
    let bytes = Array("A text of several pieces, one of them empty.".utf8)
    for end in bytes.indices {
      let stream = FingerprintStream()
      stream.append(bytes[..<end])
      stream.append([])
      stream.append(bytes[end...])
      #expect(stream.finish() == Fingerprint(of: bytes))
    }
  }

  @Test func `are read from 32 bytes and no other number`() {
    let digest = Fingerprint(of: [1, 2, 3])
    #expect(Fingerprint(bytes: digest.bytes[...]) == digest)
    #expect(Fingerprint(bytes: digest.bytes.dropLast()) == nil)
  }

  @Test func `of values tell apart where one ends and the next begins`() {
    #expect(Fingerprint(of: "key", "ab", "c") != Fingerprint(of: "key", "a", "bc"))
    #expect(Fingerprint(of: "key", "ab") != Fingerprint(of: "other", "ab"))
    #expect(Fingerprint(of: "key", ["a", "b"]) != Fingerprint(of: "key", "a", "b"))
    #expect(Fingerprint(of: "key", Int?.none) != Fingerprint(of: "key", Optional(0)))
  }
}
