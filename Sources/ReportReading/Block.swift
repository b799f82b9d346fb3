/// A paragraph or list item, put together from its lines.
struct Block {
  /// The kind of a block.
  enum Kind: Equatable {
    case paragraph
    /// An item of a list; level 1 is the outermost.
    case item(level: Int)
    /// A note at the foot of a page.
    case note
  }

  var kind: Kind
  /// The number printed before it.
  var number: Int?
  /// Whether the number is printed elsewhere on the page.
  var isNumberDisplaced = false
  /// The index of its first line.
  let firstLine: Int
  /// The byte ranges of its lines' words.
  var ranges: [Range<Int>]
  /// The headings that it is under.
  let context: Context
  /// Whether it begins with a bullet, in a report whose paragraphs do.
  var opensWithBullet = false
  /// Whether it is an item whose bullet was lost.
  var lostBullet = false
  /// Whether there is a page break between it and the previous block.
  var followsPageBreak = false

  /// The position of a block among the headings.
  struct Context: Equatable {
    var group: Int?
    /// The index of the entry of its section or judgement heading.
    var entry: Int?
    /// The index of the entry that opened the current list of improvements.
    var improvements: Int?
    var timescale: Int?
    /// The lines of the last heading that the framework does not list.
    var subheading: ClosedRange<Int>?
  }

  var isItem: Bool { if case .item = kind { true } else { false } }

  /// Whether it holds only a number or a bullet so far.
  var isEmpty: Bool { ranges.allSatisfy { $0.isEmpty } }
}

extension ReportText {
  /// Returns the words of a block on one line.
  func string(of block: Block) -> String {
    string(block.ranges)
  }

  /// Whether a block's last words end a sentence, or open a list.
  func isComplete(_ block: Block) -> Bool {
    guard let range = block.ranges.last(where: { !$0.isEmpty }) else { return false }
    // Closing quotes, brackets and the digits of a footnote may follow.
    let last = bytes[range].suffix(7).last { !([0x29, 0x22, 0x27].contains($0) || $0 >= 0x80 || $0.isASCIIDigit) }
    return last.map { [0x2E, 0x3A, 0x3B, 0x3F, 0x21].contains($0) } ?? false
  }

  /// Whether a block's last words announce a list.
  func announcesList(_ block: Block) -> Bool {
    guard let range = block.ranges.last(where: { !$0.isEmpty }) else { return false }
    // The number of a footnote may follow the colon.
    return bytes[range].last { !$0.isASCIIDigit } == 0x3A
  }

  /// Whether a range begins with a small letter.
  func beginsLowerCase(_ range: Range<Int>) -> Bool {
    guard !isCaseless, let first = bytes[range].first else { return false }
    return first >= 0x61 && first <= 0x7A
  }
}
