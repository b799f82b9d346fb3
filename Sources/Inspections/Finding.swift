/// A paragraph of the report, with its printed number where it has one.
public struct Finding: Sendable, Hashable {
  /// The source of a paragraph's number.
  public enum Numbering: String, Sendable, Hashable, CaseIterable {
    /// Printed where it belongs.
    case printed
    /// Printed elsewhere, inside a sentence or in a column of numbers, and put back.
    case displaced
    /// Not printed; inferred from the numbers around it.
    case inferred
    /// The paragraph has no number.
    case none
  }

  /// An item of a list, with the items of the list that it introduces.
  public struct Item: Sendable, Hashable {
    /// The text on one line.
    public var text: String
    /// The items of the list under it.
    public var items: [Item]

    /// Creates an item.
    public init(_ text: String, items: [Item] = []) {
      self.text = text
      self.items = items
    }
  }

  /// The paragraph's number, if it has one.
  public var number: Int?
  /// The source of the number.
  public var numbering: Numbering
  /// The headings above it, outermost first.
  public var section: [String]
  /// The text on one line, as printed but for line breaks; the items of a list it introduces are in `items`.
  public var text: String
  /// The items of the list that follows the paragraph and belongs to it.
  public var items: [Item]
  /// Whether it is printed as an item of a list.
  public var isListItem: Bool
  /// The line it begins on, counted from 1.
  public var line: Int

  /// The maximum depth of lists: a text could announce one list after another without end.
  private static let deepest = 8

  /// Appends an item to the list at this depth; each list is under the last item of the list around it.
  public mutating func append(_ item: Item, at depth: Int) {
    func append(to items: inout [Item], _ depth: Int) {
      guard depth > 0, !items.isEmpty else { return items.append(item) }
      append(to: &items[items.count - 1].items, depth - 1)
    }
    append(to: &items, min(depth, Self.deepest))
  }

  /// The texts of all items, each before the texts of the items under it.
  public var itemTexts: [String] {
    func texts(_ items: [Item]) -> [String] { items.flatMap { [$0.text] + texts($0.items) } }
    return texts(items)
  }

  /// Creates a finding.
  public init(
    number: Int? = nil, numbering: Numbering = .none, section: [String], text: String, items: [Item] = [],
    isListItem: Bool = false, line: Int
  ) {
    self.number = number
    self.numbering = numbering
    self.section = section
    self.text = text
    self.items = items
    self.isListItem = isListItem
    self.line = line
  }
}

/// An improvement that the inspectors ask for.
public struct Recommendation: Sendable, Hashable {
  /// The strength of a recommendation.
  public enum Kind: String, Sendable, Hashable {
    /// An area for improvement or a recommendation.
    case improvement
    /// An area for priority action, the strongest finding.
    case priorityAction
  }

  /// The strength of the recommendation.
  public var kind: Kind
  /// The title of its group, for frameworks that have groups.
  public var group: String?
  /// The timescale as printed: `Within three months`.
  public var timescale: String?
  /// The day the timescale ends, computed from the published date; never printed in the report.
  public var due: CalendarDate?
  /// The people or bodies that must act, where the report names them beside the item.
  public var responsible: String?
  /// The number printed before it, if any.
  public var number: Int?
  /// The text on one line, its sub-items at the end.
  public var text: String
  /// The line it begins on, counted from 1.
  public var line: Int

  /// Creates a recommendation.
  public init(
    kind: Kind = .improvement, group: String? = nil, timescale: String? = nil, due: CalendarDate? = nil,
    responsible: String? = nil, number: Int? = nil, text: String, line: Int
  ) {
    self.kind = kind
    self.group = group
    self.timescale = timescale
    self.due = due
    self.responsible = responsible
    self.number = number
    self.text = text
    self.line = line
  }
}
