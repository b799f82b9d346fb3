/// Numbers by the hashes of words. The hashes are spread already, so they are looked up as they are: much faster than
/// a `Dictionary`, which hashes its keys again to be safe from hostile ones. Here a hostile text can only be looked up;
/// what is stored comes from frameworks and from points to improve.
public struct WordTable: Sendable {
  /// How many words it holds.
  public private(set) var count = 0
  private var keys: [UInt64] = Array(repeating: 0, count: 16)
  /// The numbers plus one; zero where a slot is free.
  private var numbers: [Int32] = Array(repeating: 0, count: 16)

  /// Makes an empty table.
  public init() {}

  /// The number of a word, or nil.
  @inline(__always)
  public subscript(hash: UInt64) -> Int? {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while numbers[slot] != 0 {
      if keys[slot] == hash { return Int(numbers[slot]) - 1 }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Stores a word's number, in place of the one it had.
  public mutating func set(_ hash: UInt64, _ number: Int) {
    if count * 2 >= keys.count { grow() }
    insert(hash, Int32(number + 1))
  }

  private mutating func insert(_ hash: UInt64, _ number: Int32) {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while numbers[slot] != 0, keys[slot] != hash { slot = (slot + 1) & mask }
    if numbers[slot] == 0 { count += 1 }
    (keys[slot], numbers[slot]) = (hash, number)
  }

  private mutating func grow() {
    let (oldKeys, oldNumbers) = (keys, numbers)
    keys = Array(repeating: 0, count: oldKeys.count * 2)
    numbers = Array(repeating: 0, count: oldKeys.count * 2)
    count = 0
    for (key, number) in zip(oldKeys, oldNumbers) where number != 0 { insert(key, number) }
  }
}
