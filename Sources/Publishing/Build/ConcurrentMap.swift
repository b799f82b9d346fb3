/// Works on items with a bounded number in flight and returns the results in the items' order, so that the number of
/// jobs can change nothing but the time.
func concurrentMap<Item: Sendable, Result: Sendable>(
  _ items: [Item], jobs: Int, _ work: @escaping @Sendable (Item) throws -> Result
) async throws -> [Result] {
  var results: [Result] = []
  try await concurrentForEach(items, jobs: jobs, work) { results.append($0) }
  return results
}

/// Works on items with a bounded number in flight and hands each result on in the items' order, one at a time, as soon
/// as those before it are through: what many items give is never held at once.
func concurrentForEach<Item: Sendable, Result: Sendable>(
  _ items: [Item], jobs: Int, _ work: @escaping @Sendable (Item) throws -> Result,
  inOrder use: (Result) throws -> Void
) async throws {
  try await withThrowingTaskGroup(of: (Int, Result).self) { group in
    var (next, running, used) = (0, 0, 0)
    var waiting: [Int: Result] = [:]
    func addItems() {
      // No more at once than jobs, and not so far ahead of the slowest that its followers would pile up.
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
