import Foundation

/// The cost of some work: the time on the wall, and that of the processors.
struct Cost {
  var wall: Double
  var processors: Double

  /// Measures something once.
  static func of(_ body: () async throws -> Void) async rethrows -> Cost {
    let (start, before) = (ContinuousClock.now, processorSeconds)
    try await body()
    return Cost(wall: (ContinuousClock.now - start) / .seconds(1), processors: processorSeconds - before)
  }

  /// Returns the median of some measurements, by the time on the wall.
  static func median(of runs: Int, _ body: () async throws -> Void) async rethrows -> Cost {
    var costs: [Cost] = []
    for _ in 0..<runs { costs.append(try await of(body)) }
    return costs.sorted { $0.wall < $1.wall }[runs / 2]
  }

  /// The processor time that this process and its child processes have used.
  private static var processorSeconds: Double {
    var total = 0.0
    // RUSAGE_SELF and RUSAGE_CHILDREN, whose names have different types on different systems.
    for who in [0, -1] as [Int32] {
      var usage = rusage()
      getrusage(who, &usage)
      total += Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
      total += Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6
    }
    return total
  }
}

/// A table of measurements: the cost, the amount of work a second, and how many times the floor it took.
struct Table {
  private var rows: [[String]] = [["", "ms", "MB/s", "reports/s", "of the floor"]]

  mutating func add(_ name: String, _ cost: Cost, bytes: Int, reports: Int, floor: (name: String, cost: Cost)? = nil) {
    func rate(_ amount: Double) -> String { amount > 0 ? String(Int((amount / cost.wall).rounded())) : "" }
    let ratio = floor.map { floor in
      let times = cost.processors / max(floor.cost.processors, 1e-6)
      return "\((times * 10).rounded() / 10) × \(floor.name)"
    }
    rows.append([
      name, String(Int((cost.wall * 1000).rounded())), rate(Double(bytes) / 1e6), rate(Double(reports)), ratio ?? "",
    ])
  }

  /// The table as text, in aligned columns.
  var text: String {
    let widths = (0..<5).map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      row.enumerated().map { column, cell in
        let room = String(repeating: " ", count: widths[column] - cell.count)
        return column == 0 || column == 4 ? cell + room : room + cell
      }.joined(separator: "  ")
    }.joined(separator: "\n")
  }
}
