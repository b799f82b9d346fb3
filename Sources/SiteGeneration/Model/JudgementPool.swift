internal import Synchronization

/// The judgements of all reports, each of them once however many say the same: a few hundred stand for thousands.
public final class JudgementPool: Sendable {
  private let known = Mutex<Set<JudgementSummary>>([])

  /// Starts with none.
  public init() {}

  /// The judgement that says the same, and was asked for first.
  func shared(_ judgement: JudgementSummary) -> JudgementSummary {
    known.withLock { $0.insert(judgement).memberAfterInsert }
  }
}
