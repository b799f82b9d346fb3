/// The number of letters that must be inserted, left out or changed to turn one word into another.
enum EditDistance {
  /// Returns the distance in bytes, or nil if it is more than the limit.
  static func between(_ left: [UInt8], _ right: String.UTF8View, limit: Int) -> Int? {
    guard abs(left.count - right.count) <= limit else { return nil }
    let right = Array(right)
    var row = Array(0...right.count)
    for (index, letter) in left.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      var best = row[0]
      for column in right.indices {
        let changed = diagonal + (letter == right[column] ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(changed, diagonal + 1, row[column] + 1)
        best = min(best, row[column + 1])
      }
      if best > limit { return nil }
    }
    return row[right.count] <= limit ? row[right.count] : nil
  }
}
