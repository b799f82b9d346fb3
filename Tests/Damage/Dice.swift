/// A generator that gives the same numbers in every run, whatever else runs at the same time.
package struct Dice: RandomNumberGenerator {
  private var state: UInt64

  /// Seeds the generator with words, such as the names of a kind and of a text.
  package init(_ words: String...) {
    state = 0xCBF2_9CE4_8422_2325
    for byte in words.joined(separator: "\n").utf8 { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }
  }

  package mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    var mixed = state
    mixed = (mixed ^ (mixed >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    return mixed ^ (mixed >> 33)
  }

  /// Returns one of some values; nil if there are none.
  mutating func pick<Values: Collection>(_ values: Values) -> Values.Element? { values.randomElement(using: &self) }

  /// Returns a number below another.
  mutating func below(_ count: Int) -> Int { count < 2 ? 0 : Int.random(in: 0..<count, using: &self) }

  /// Returns true once in so many calls on average.
  mutating func oneIn(_ count: Int) -> Bool { below(count) == 0 }
}
