import Diagnostics
import Inspections

/// The names of all authorities, used to find the authority that a text as a whole is about.
struct AuthorityNames: Sendable {
  private var names = PhraseTrie<String>()
  private let usual: [(name: String, words: [UInt64], slug: String)]
  /// Thresholds: the mentions of its own authority that settle a text, the fewest of another, and their ratio.
  private static let own = 5
  private static let least = 4
  private static let times = 4

  init(_ register: AuthorityRegister) {
    usual = register.authorities.map { ($0.name, Word.hashes(of: $0.name), $0.slug) }
    for authority in register.authorities {
      for name in [authority.name, authority.officialName] + authority.variants { names.add(name, authority.slug) }
    }
  }

  /// Returns the authority that a text names many times more often than this one; one whose name has all the words of
  /// this one’s, or of `printed`, or begins with it (Derby, Derbyshire), need only be named more often.
  func other(than authority: Authority, printed: String, in text: ReportText) -> String? {
    let slug = authority.slug
    let shorter = [authority.name, printed].map { Word.hashes(of: $0) }
    let longer = usual.filter { name, words, other in
      other != slug && (shorter.contains { $0.allSatisfy(words.contains) } || name.hasPrefix(printed))
    }
    .map(\.slug)
    var counts: [String: Int] = [:]
    // A repeated line is a running head and counts once.
    var seen: Set<ArraySlice<UInt8>> = []
    for index in text.lines.indices where text.lines[index].isText {
      let named = authorities(onLine: index, in: text)
      guard !named.isEmpty, seen.insert(text.bytes[text.lines[index].range]).inserted else { continue }
      for slug in named { counts[slug, default: 0] += 1 }
      if longer.isEmpty, counts[slug, default: 0] >= Self.own { return nil }
    }
    let own = counts[slug, default: 0]
    let others = counts.filter { other, count in
      longer.contains(other) && count > own || other != slug && count >= max(Self.least, Self.times * own + 1)
    }
    return others.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  /// The authorities that a line names, as often as it does.
  func authorities(onLine index: Int, in text: ReportText) -> [String] {
    var slugs: [String] = []
    var end = 0
    // A town's name may be a word: `reading improves`.
    for word in text.words(onLine: index)
    where names.mayBegin(with: word.hash) && word.start >= end && !text.beginsLowerCase(word.range) {
      var match = WordCursor(text, line: index, position: word.start)
      guard let named = names.longestMatch(&match) else { continue }
      end = match.position
      slugs += named
    }
    return slugs
  }
}

/// Looks a printed name up in the register: returns one authority, or an error with the nearest names; never guesses.
struct AuthorityResolution {
  let register: AuthorityRegister
  let names: AuthorityNames
  let text: ReportText

  /// Resolves the name beside a title on a day. If it fits several authorities, or one that had ended, the rest of the
  /// text decides.
  func resolve(
    _ printed: String?, on day: CalendarDate?, line: Int
  ) -> (authority: Report.AuthorityReference?, diagnostics: [Diagnostic]) {
    func problem(_ severity: Diagnostic.Severity, _ code: DiagnosticCode, _ message: String) -> Diagnostic {
      text.source.diagnostic(severity, code, message, line: line)
    }
    guard let printed else {
      return (nil, [problem(.error, .missingAuthority, "no authority is named in the title or beside it")])
    }
    func doubt(_ authority: Authority) -> Diagnostic? {
      let other = names.other(than: authority, printed: printed, in: text)
      return other.flatMap { register.authority(slug: $0) }.map { other in
        problem(
          .error, .ambiguousAuthority,
          "“\(printed)” is by the title, but the text is about \(other.officialName)")
      }
    }
    func found(_ authority: Authority) -> Report.AuthorityReference {
      Report.AuthorityReference(
        printed: printed, name: authority.name, slug: authority.slug, gss: authority.gss, isRegistered: true)
    }
    switch register.resolve(printed, on: day) {
    case .found(let authority):
      if let doubt = doubt(authority) { return (nil, [doubt]) }
      guard let day, let ended = authority.ended, day >= ended else { return (found(authority), []) }
      let successors = authority.successors.compactMap { register.authority(slug: $0) }
      let named = successors.filter { names($0, besides: authority.officialName) }
      let message = "“\(authority.officialName)” ended on \(ended.words), before this inspection"
      if named.count == 1, let successor = named.first {
        return (
          found(successor),
          [problem(.warning, .endedAuthority, "\(message); the text names its successor, \(successor.officialName)")]
        )
      }
      return (found(authority), [problem(.warning, .endedAuthority, message)])
    case .ambiguous(let authorities):
      let named = authorities.filter { names($0, besides: printed) }
      if named.count == 1, let only = named.first { return (found(only), []) }
      let list = authorities.map(\.officialName).joined(separator: " and ")
      return (nil, [problem(.error, .ambiguousAuthority, "“\(printed)” fits more than one authority: \(list)")])
    case .unknown(let nearest):
      var message = "“\(printed)” is not in the register of authorities"
      if !nearest.isEmpty { message += "; nearest: " + nearest.map(\.name).joined(separator: ", ") }
      var diagnostic = problem(.error, .unknownAuthority, message)
      diagnostic.suggestion = registerLine(for: printed)
      return (nil, [diagnostic])
    }
  }

  /// Whether the text names an authority by a name that is not part of `other`.
  private func names(_ authority: Authority, besides other: String) -> Bool {
    let all = String(decoding: text.bytes, as: UTF8.self)
    return [authority.name, authority.officialName].contains { !other.contains($0) && all.contains($0) }
  }

  /// Returns the line that would add a name to the register, with unknown columns left empty.
  private func registerLine(for printed: String) -> Diagnostic.Suggestion {
    let fields = [Slug.make(from: printed), printed, printed] + Array(repeating: "", count: 12)
    return Diagnostic.Suggestion(
      file: "authorities.csv", place: "a line of its own, or “\(printed)” under “variants” of the authority it means",
      line: Diagnostic.Suggestion.csvLine(fields))
  }
}
