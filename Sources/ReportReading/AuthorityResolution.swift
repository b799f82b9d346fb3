import Diagnostics
import Inspections

/// Looks the printed name up in the register: one authority, or an error with the nearest names; never a guess.
struct AuthorityResolution {
  let register: AuthorityRegister
  let text: ReportText

  /// The authority that a name beside a title means on a day. Where it fits several, or means a body that had ended,
  /// the one that the rest of the text names.
  func resolve(
    _ printed: String?, on day: CalendarDate?, line: Int
  ) -> (authority: Report.InspectedAuthority?, diagnostics: [Diagnostic]) {
    func problem(_ severity: Diagnostic.Severity, _ code: DiagnosticCode, _ message: String) -> Diagnostic {
      text.source.diagnostic(severity, code, message, line: line)
    }
    guard let printed else {
      return (nil, [problem(.error, .missingAuthority, "no name of an authority stands in the title or beside it")])
    }
    func found(_ authority: Authority) -> Report.InspectedAuthority {
      Report.InspectedAuthority(
        printed: printed, name: authority.name, slug: authority.slug, gss: authority.gss, isRegistered: true)
    }
    switch register.resolve(printed, on: day) {
    case .found(let authority):
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

  /// Whether the text names an authority by a name that is not part of another.
  private func names(_ authority: Authority, besides other: String) -> Bool {
    let all = String(decoding: text.bytes, as: UTF8.self)
    return [authority.name, authority.officialName].contains { !other.contains($0) && all.contains($0) }
  }

  /// The line that would put a name into the register, the columns that are not known left empty.
  private func registerLine(for printed: String) -> Diagnostic.Suggestion {
    let name =
      printed.contains(where: { ",\"".contains($0) }) ? "\"\(printed.replacing("\"", with: "\"\""))\"" : printed
    return Diagnostic.Suggestion(
      file: "authorities.csv", place: "a line of its own, or “\(printed)” under “variants” of the authority it means",
      line: "\(AuthorityRegister.slug(from: printed)),\(name),\(name)" + String(repeating: ",", count: 12))
  }
}
