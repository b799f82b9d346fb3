/// Processes items concurrently, at most `jobs` at once, and returns the results in the items' order: the number of
/// jobs changes only the time.
func concurrentMap<Item: Sendable, Result: Sendable>(
  _ items: [Item], jobs: Int, _ work: @escaping @Sendable (Item) throws -> Result
) async throws -> [Result] {
  var results: [Result] = []
  try await concurrentForEach(items, jobs: jobs, work) { results.append($0) }
  return results
}

/// Processes items concurrently, at most `jobs` at once, and passes each result to `use` in the items' order, as soon
/// as all earlier results were used: the results are never all held at once.
func concurrentForEach<Item: Sendable, Result: Sendable>(
  _ items: [Item], jobs: Int, _ work: @escaping @Sendable (Item) throws -> Result,
  inOrder use: (Result) throws -> Void
) async throws {
  try await withThrowingTaskGroup(of: (Int, Result).self) { group in
    var (next, running, used) = (0, 0, 0)
    var waiting: [Int: Result] = [:]
    func addItems() {
      // At most `jobs` at once, and not far ahead of the slowest item, or finished results would pile up.
      while next < items.count, running < jobs, next < used + jobs * 8 {
        let index = next
        next += 1
        running += 1
        group.addTask {
          try BuildStopped.check()
          return (index, try work(items[index]))
        }
      }
    }
    addItems()
    for try await (index, result) in group {
      running -= 1
      waiting[index] = result
      addItems()
      while let ready = waiting.removeValue(forKey: used) {
        try use(ready)
        used += 1
      }
      addItems()
    }
  }
}
