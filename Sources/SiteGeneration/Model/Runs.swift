extension Sequence {
  /// Returns the runs of elements that follow each other with the same key, each with the key.
  func runs<Key: Equatable>(by key: (Element) -> Key) -> [(key: Key, elements: [Element])] {
    var runs: [(key: Key, elements: [Element])] = []
    for element in self {
      let key = key(element)
      if let last = runs.indices.last, runs[last].key == key {
        runs[last].elements.append(element)
      } else {
        runs.append((key, [element]))
      }
    }
    return runs
  }

  /// Returns the first element with each key, in the order of the sequence.
  func uniqued<Key: Hashable>(by key: (Element) -> Key) -> [Element] {
    var seen: Set<Key> = []
    return filter { seen.insert(key($0)).inserted }
  }
}
