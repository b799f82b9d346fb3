import Diagnostics
import Inspections

extension ReportParser {
  /// Returns the facts of the front page, or else of the front matter.
  func frontFacts(
    _ text: ReportText, _ framework: Int, _ title: ReportTitle, _ header: FrontMatter
  ) -> FrontPageFacts {
    // The patterns of a framework try the same words again and again.
    var known: [String: Set<String>] = [:]
    var facts = frontPages[framework].read(text, title: title) { name in
      if let bodies = known[name] { return bodies }
      let bodies = register.bodies(named: name)
      known[name] = bodies
      return bodies
    }
    if let published = facts.inspection.publishedEarly {
      facts.diagnostics.append(
        text.source.diagnostic(
          .warning, .invalidDate,
          "published \(published.words), before the inspection ended: it may be another report’s",
          line: text.lines[title.firstLine].number))
      facts.inspection.published = nil
    }
    facts.inspection.published = facts.inspection.published ?? header.published
    return facts
  }

  /// Returns the authority that a front page is about, and the doubts about it.
  func authority(
    _ facts: FrontPageFacts, of framework: Framework, in text: ReportText, _ title: ReportTitle
  ) -> (authority: Report.AuthorityReference?, diagnostics: [Diagnostic]) {
    if facts.diagnostics.contains(where: { $0.severity == .error }) { return (nil, []) }
    if !framework.bodies.isRegistered, let name = facts.authority {
      let slug = Slug.make(from: [name, facts.identifier].compactMap { $0 }.joined(separator: " "))
      let isUnnumbered = framework.bodies.identifier != nil && facts.identifier == nil
      let warning = text.source.diagnostic(
        .warning, .missingIdentifier, "no \(framework.bodies.identifier ?? "") of “\(name)” was found",
        line: text.lines[title.firstLine].number)
      return (
        Report.AuthorityReference(
          printed: name, name: name, slug: slug, isRegistered: false, identifier: facts.identifier, area: facts.area),
        isUnnumbered ? [warning] : []
      )
    }
    return AuthorityResolution(register: register, names: names, text: text).resolve(
      facts.authority, on: facts.inspection.start, line: text.lines[title.firstLine].number)
  }

  /// Returns the known facts of a text that is no report, by the nearest framework.
  func identity(
    of text: ReportText, _ nearest: Int?, _ title: ReportTitle?, _ header: FrontMatter
  ) -> PartialIdentity? {
    guard let nearest, let title else { return nil }
    let facts = frontFacts(text, nearest, title, header)
    return PartialIdentity(
      title: facts.title, authority: authority(facts, of: frameworks[nearest], in: text, title).authority,
      inspection: facts.inspection,
      header: header)
  }

  /// Returns notes on what was assumed to recognise the title.
  func notes(
    on recognised: FrameworkRecogniser.Recognised, facts: FrontPageFacts, in text: ReportText
  ) -> [Diagnostic] {
    var notes: [Diagnostic] = []
    if let words = text.words(of: recognised.damaged) {
      notes.append(
        text.source.diagnostic(
          .note, .repairedWord, "damaged words of the title were read as the framework’s: \(words)",
          line: text.source.location(ofOffset: recognised.damaged[0].lowerBound).line))
    }
    if !recognised.isFamiliar, let title = facts.title {
      let framework = frameworks[recognised.framework]
      let phrase = facts.authority.map { title.replacing($0, with: "…") } ?? title
      notes.append(
        text.source.diagnostic(
          .note, .unfamiliarTitle,
          "“\(title)” is no title of \(framework.shortName) that its file has; it was recognised by the rest of the text",
          line: text.lines[recognised.title.firstLine].number,
          suggestion: Diagnostic.Suggestion(wording: phrase, place: "recognition, phrases", framework: framework.file)))
    }
    return notes
  }
}

extension Report.Inspection {
  /// The day of publication, if it is before the inspection's end and so can't be right.
  var publishedEarly: CalendarDate? {
    guard let published, let end, published < end else { return nil }
    return published
  }
}
