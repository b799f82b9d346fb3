/// Numbers keyed by the hashes of words. The hashes are well spread already and are used directly: much faster than a
/// `Dictionary`, which hashes its keys again as a defence against hostile keys. Here a hostile text is only looked up;
/// the stored words come from frameworks and from recommendations.
public struct WordTable: Sendable {
  /// A hash with its number plus one; zero where the slot is free.
  @usableFromInline typealias Slot = (key: UInt64, number: Int32)

  /// The number of words.
  public private(set) var count = 0
  @usableFromInline var slots: [Slot] = Array(repeating: (0, 0), count: 16)

  /// Creates an empty table.
  public init() {}

  /// Returns the number of a word, or nil.
  @inlinable
  public subscript(hash: UInt64) -> Int? {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while slots[place].number != 0 {
      if slots[place].key == hash { return Int(slots[place].number) - 1 }
      place = (place + 1) & mask
    }
    return nil
  }

  /// Stores the number of a word, replacing an earlier one.
  public mutating func set(_ hash: UInt64, _ number: Int) {
    if count * 2 >= slots.count {
      let old = slots
      slots = Array(repeating: (0, 0), count: old.count * 2)
      count = 0
      for slot in old where slot.number != 0 { insert(slot) }
    }
    insert((hash, Int32(number + 1)))
  }

  private mutating func insert(_ slot: Slot) {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: slot.key) & mask
    while slots[place].number != 0, slots[place].key != slot.key { place = (place + 1) & mask }
    if slots[place].number == 0 { count += 1 }
    slots[place] = slot
  }
}
