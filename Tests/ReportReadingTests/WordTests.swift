import Testing

@testable import ReportReading

@Suite("Words")
struct WordTests {
  @Test(
    "different prints of the same words are the same",
    arguments: [
      ("Children’s services", "children's SERVICES"),
      ("safe\u{AD}guarding", "safeguarding"),
      ("Telford & Wrekin", "Telford and Wrekin"), ("well-being", "well being"),
      ("experiences — and", "experiences and"),
    ])
  func same(_ pair: (String, String)) {
    #expect(Word.hashes(of: pair.0) == Word.hashes(of: pair.1))
  }

  @Test("different words are different", arguments: [("adequate", "inadequate"), ("good", "goods"), ("1.1", "11")])
  func different(_ pair: (String, String)) {
    #expect(Word.hashes(of: pair.0) != Word.hashes(of: pair.1))
  }

  @Test("text is kept as printed, without what served the page only")
  func printed() {
    var text = TextNormalizer(capacity: 0)
    let bytes = CharacterRepair.repair(Array("A \u{AD}b\u{200B}c\u{202E} \u{A0} \u{FB02}at ’tis\u{0}\t x ".utf8))
    text.append(bytes, 0..<bytes.count)
    #expect(text.string == "A bc flat ’tis x")
  }
}
