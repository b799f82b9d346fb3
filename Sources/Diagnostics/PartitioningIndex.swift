extension RandomAccessCollection where Index == Int {
  /// Returns the first index from which on the predicate holds, or the end; it must hold for no element before that one
  /// and for all after it.
  @inlinable
  public func partitioningIndex(where belongsInSecondPart: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if belongsInSecondPart(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
