internal import Inspections

/// The words of some titles, numbered from 0; a word and its plural are one.
struct TitleWords: Sendable {
  /// The stems, by their numbers.
  private(set) var stems: [UInt64] = []
  private var numbers = WordTable()
  /// The numbers of the words as the titles print them.
  private var forms = WordTable()

  init(_ titles: some Sequence<String>) {
    for title in titles {
      for (hash, stem) in zip(Word.hashes(of: title), Word.stems(of: title)) {
        let number = numbers[stem] ?? stems.count
        if number == stems.count {
          stems.append(stem)
          numbers.set(stem, number)
        }
        forms.set(hash, number)
      }
    }
  }

  /// The number of a word of a text; nil where no title has it.
  func number(of word: Word, in bytes: [UInt8]) -> Int? { forms[word.hash] ?? numbers[word.stem(in: bytes)] }

  /// The number of a word as the titles print it.
  func number(ofForm hash: UInt64) -> Int? { forms[hash] }

  /// The number of a stem.
  func number(ofStem stem: UInt64) -> Int? { numbers[stem] }

  /// The numbers of a title's words, each once, in the order of the title.
  func numbers(of title: String) -> [Int] {
    var found: [Int] = []
    for case let number? in Word.stems(of: title).map({ numbers[$0] }) where !found.contains(number) {
      found.append(number)
    }
    return found
  }
}
