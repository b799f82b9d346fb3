/// A line of a report after cleaning: the range of its words, and the sign that opens it.
struct Line {
  /// The number of the line in the source, counted from 1.
  let number: Int
  /// The line without surrounding blanks, bullets and heading marks.
  var range: Range<Int>
  /// The bullet before the words; the value distinguishes signs.
  var bullet: UInt32?
  /// Whether the line is empty but for blanks.
  var isBlank: Bool
  /// Whether a page begins here.
  var startsPage: Bool
  /// Whether it is a running head, a page number or another part of the page and not of the report.
  var isFurniture = false
  /// Whether it is one of the blank lines around a page break or furniture.
  var isBesidePage = false

  /// Whether it is part of a note at the foot of a page.
  var isFootnote = false

  /// Whether the line has words that belong to the report's running text.
  var isText: Bool { !isBlank && !isFurniture && !isFootnote }

  /// Whether the line opens with a bullet.
  var hasBullet: Bool { bullet != nil }
}
