import Foundation
import Synchronization

/// A line on a terminal that shows the progress of a long build: the reports done, the rate, and the time left. It
/// appears after the first second, and is removed when the build ends.
final class ProgressLine: Sendable {
  private let start = ContinuousClock.now
  private let shown = Mutex<ContinuousClock.Instant?>(nil)
  private static let patience = Duration.seconds(1)
  private static let interval = Duration.milliseconds(100)

  /// Shows the progress, if it is time to.
  func show(_ done: Int, of total: Int) {
    let now = ContinuousClock.now
    guard now - start > ProgressLine.patience else { return }
    let isTime = shown.withLock { shown in
      guard shown.map({ now - $0 > ProgressLine.interval }) ?? true else { return false }
      shown = now
      return true
    }
    guard isTime else { return }
    write("\r\u{1B}[K" + ProgressLine.text(done, of: total, seconds: (now - start) / .seconds(1)))
  }

  /// Removes the line.
  func clear() {
    if shown.withLock({ $0 != nil }) { write("\r\u{1B}[K") }
  }

  /// Returns the words of the line: `1200 of 3000 reports, 410 a second, 5 s left`.
  static func text(_ done: Int, of total: Int, seconds: Double) -> String {
    var text = "\(done) of \(total) reports"
    guard done > 0, seconds > 0 else { return text }
    let rate = Double(done) / seconds
    text += ", \(Int(rate.rounded())) a second"
    if done < total {
      text += ", \(max(1, Int((Double(total - done) / rate).rounded()))) s left"
    }
    return text
  }

  private func write(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data(text.utf8)) }
}
