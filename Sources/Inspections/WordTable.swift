/// Numbers by the hashes of words. The hashes are spread already, so they are looked up as they are: much faster than
/// a `Dictionary`, which hashes its keys again to be safe from hostile ones. Here a hostile text can only be looked up;
/// what is stored comes from frameworks and from points to improve.
public struct WordTable: Sendable {
  /// A hash with its number plus one; zero where the slot is free.
  @usableFromInline typealias Slot = (key: UInt64, number: Int32)

  /// How many words it holds.
  public private(set) var count = 0
  @usableFromInline var slots: [Slot] = Array(repeating: (0, 0), count: 16)

  /// Creates an empty table.
  public init() {}

  /// The number of a word, or nil.
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

  /// Stores a word's number, in place of the one it had.
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
