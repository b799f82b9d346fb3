/// A paragraph or an item of a list, put together from its lines.
struct Block {
  /// What kind of block it is.
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
  /// Whether the number stands elsewhere on the page.
  var isNumberDisplaced = false
  /// The index of its first line.
  let firstLine: Int
  /// The bytes of its lines' words.
  var ranges: [Range<Int>]
  /// Where it stands.
  let context: Context
  /// Whether it opens with a bullet where paragraphs do.
  var opensWithBullet = false
  /// Whether it is an item whose bullet is lost.
  var lostBullet = false
  /// Whether a page break lies between it and the block before.
  var followsPageBreak = false

  /// Where a block stands.
  struct Context: Equatable {
    var group: Int?
    /// The index of the section or judgement heading's entry.
    var entry: Int?
    /// The index of the entry that opened a list of what must improve, while it lasts.
    var improvements: Int?
    var timescale: Int?
    /// The lines of the last heading that the framework does not list.
    var subheading: ClosedRange<Int>?
  }

  var isItem: Bool { if case .item = kind { true } else { false } }

  /// The bytes of its words.
  var length: Int { ranges.reduce(0) { $0 + $1.count } }

  /// Whether only its number or bullet was met so far.
  var isEmpty: Bool { ranges.allSatisfy { $0.isEmpty } }
}

extension ReportText {
  /// The words of a block on one line.
  func string(of block: Block) -> String {
    string(block.ranges)
  }

  /// Whether a block's last words end a sentence, or open a list.
  func isComplete(_ block: Block) -> Bool {
    guard let range = block.ranges.last(where: { !$0.isEmpty }) else { return false }
    var end = range.upperBound
    // Look behind closing quotes, brackets and footnote digits.
    while end > range.lowerBound {
      let byte = bytes[end - 1]
      if byte == 0x2E || byte == 0x3A || byte == 0x3B || byte == 0x3F || byte == 0x21 { return true }
      let isClosing = byte == 0x29 || byte == 0x22 || byte == 0x27 || byte >= 0x80 || (byte >= 0x30 && byte <= 0x39)
      guard isClosing, range.upperBound - end < 6 else { return false }
      end -= 1
    }
    return false
  }

  /// Whether a block's last words announce a list.
  func announcesList(_ block: Block) -> Bool {
    guard let range = block.ranges.last(where: { !$0.isEmpty }) else { return false }
    // The number of a note may follow.
    return bytes[range].last { !$0.isASCIIDigit } == 0x3A
  }

  /// Whether a range begins with a small letter.
  func beginsLowerCase(_ range: Range<Int>) -> Bool {
    guard !isCaseless, let first = bytes[range].first else { return false }
    return first >= 0x61 && first <= 0x7A
  }
}
