/// A line of a report after cleaning: where its words are, and what kind of thing opens it.
struct Line {
  /// What stands before the words of a line.
  enum Opening: Equatable {
    case none
    /// A bullet sign; the value tells signs apart.
    case bullet(UInt32)
  }

  /// The number of the line in the source, counted from 1.
  let number: Int
  /// The line without surrounding blanks, bullets and heading marks.
  var range: Range<Int>
  /// What was before the words.
  var opening: Opening
  /// Whether there is nothing on the line.
  var isBlank: Bool
  /// Whether a page begins here.
  var startsPage: Bool
  /// Whether it is a running head, a page number or another thing that belongs to the page and not to the report.
  var isFurniture = false
  /// Whether it is one of the blanks around a page break or furniture.
  var isBesidePage = false

  /// Whether it is part of a note at the foot of a page.
  var isFootnote = false

  /// Whether the line has words that belong to the report's run of text.
  var isText: Bool { !isBlank && !isFurniture && !isFootnote }

  /// Whether the line opens with a bullet.
  var hasBullet: Bool { opening != .none }
}
