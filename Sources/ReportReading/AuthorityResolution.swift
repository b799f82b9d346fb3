import Diagnostics
import Inspections

/// Looks the printed name up in the register: one authority, or a diagnostic with the nearest names; never a guess.
enum AuthorityResolution {
  static func resolve(
    _ printed: String?, on day: CalendarDate?, register: AuthorityRegister, source: SourceText
  ) -> (authority: Report.InspectedAuthority, diagnostics: [Diagnostic]) {
    guard let printed else {
      let diagnostic = source.diagnostic(
        .warning, .missingAuthority, "the front page names no authority beside the title", line: 1)
      return (unregistered("", register), [diagnostic])
    }
    switch register.resolve(printed, on: day) {
    case .found(let authority):
      let inspected = Report.InspectedAuthority(
        printed: printed, name: authority.name, slug: authority.slug, gss: authority.gss, isRegistered: true)
      return (inspected, [])
    case .ambiguous(let authorities):
      let names = authorities.map(\.officialName).joined(separator: " and ")
      let message = "“\(printed)” fits more than one authority: \(names)"
      return (unregistered(printed, register), [diagnostic(.ambiguousAuthority, message, printed, source)])
    case .unknown(let nearest):
      var message = "“\(printed)” is not in the register of authorities"
      if !nearest.isEmpty { message += "; nearest: " + nearest.map(\.name).joined(separator: ", ") }
      return (unregistered(printed, register), [diagnostic(.unknownAuthority, message, printed, source)])
    }
  }

  /// A body that the register does not know keeps a page of its own: never that of a registered one whose name looks
  /// alike.
  private static func unregistered(_ printed: String, _ register: AuthorityRegister) -> Report.InspectedAuthority {
    let slug = AuthorityRegister.slug(from: printed)
    return Report.InspectedAuthority(
      printed: printed, name: printed.isEmpty ? "Unknown authority" : printed,
      slug: register.authority(slug: slug) == nil ? slug : "\(slug)-as-printed", isRegistered: false)
  }

  private static func diagnostic(
    _ code: DiagnosticCode, _ message: String, _ printed: String, _ source: SourceText
  ) -> Diagnostic {
    let firstWord = printed.split(separator: " ").first.map(String.init) ?? printed
    let line = (1...min(source.lineCount, 60)).first { source.line($0).contains(firstWord) } ?? 1
    return source.diagnostic(.warning, code, message, line: line)
  }
}
