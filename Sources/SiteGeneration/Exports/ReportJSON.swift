public import Diagnostics
public import Inspections

/// A report as one JSON object on one line: the output of `sitegen inspect --format json`, and the `report.json` beside
/// its page. Other programs read it, so keys may be added but not renamed; `schema` is the version.
public enum ReportJSON {
  /// Returns the object of a report, without a line end. If `path` is given, it replaces the path of the source, which
  /// should not always be published.
  public static func bytes(of report: Report, path: String? = nil) -> [UInt8] {
    var json = JSONText(capacity: report.proseCount * 3 / 2 + 16_384)
    json.object { json in
      json.member("schema", schema)
      json.write(report.source, path: path)
      json.members([
        "framework": report.framework, "title": report.title, "kind": report.kind.rawValue,
        "licence": report.licence?.rawValue,
      ])
      json.write(report.authority)
      json.write(report.inspection, header: report.source.header)
      json.key("overall")
      if let overall = report.overall { json.write(overall, in: report.source) } else { json.null() }
      json.array("judgements", report.judgements) { $0.write($1, in: report.source) }
      json.array("findings", report.findings) { $0.write($1, in: report.source) }
      json.array("recommendations", report.recommendations) { $0.write($1, in: report.source) }
      json.array("diagnostics", report.diagnostics) { $0.write($1) }
    }
    return json.bytes
  }

  /// Returns the object for a text that was not read as a report: only its source and its diagnostics are not empty.
  public static func bytes(ofUnread source: Report.Source, diagnostics: [Diagnostic]) -> [UInt8] {
    var json = JSONText()
    json.object { json in
      json.member("schema", schema)
      json.write(source, path: nil)
      json.members([
        "framework": nil, "title": nil, "kind": nil, "licence": nil, "authority": nil, "inspection": nil,
        "overall": nil, "judgements": [String](), "findings": [String](), "recommendations": [String](),
      ])
      json.array("diagnostics", diagnostics) { $0.write($1) }
    }
    return json.bytes
  }

  private static let schema = 1
}

extension JSONText {
  fileprivate mutating func write(_ source: Report.Source, path: String?) {
    object(
      "source",
      [
        "path": path ?? source.path, "sha256": source.sha256, "encoding": source.encoding, "lines": source.lines,
        "summaryOf": source.header.summaryOf, "publisher": source.header.publisher, "url": source.header.sourceURL,
      ])
  }

  fileprivate mutating func write(_ authority: Report.AuthorityReference) {
    object(
      "authority",
      [
        "printed": authority.printed, "name": authority.name, "slug": authority.slug, "gss": authority.gss,
      ])
  }

  fileprivate mutating func write(_ inspection: Report.Inspection, header: FrontMatter) {
    object(
      "inspection",
      [
        "start": inspection.start?.iso, "end": inspection.end?.iso,
        "published": (inspection.published ?? header.published)?.iso, "lead": inspection.lead,
        "theme": inspection.theme, "reply": inspection.reply?.iso,
      ])
  }

  fileprivate mutating func write(_ judgement: Judgement, in source: Report.Source) {
    object { json in
      json.members([
        "id": judgement.id, "group": judgement.group, "title": judgement.title, "printed": judgement.printed,
        "grade": judgement.grade, "number": judgement.number, "status": judgement.status.rawValue,
      ])
      if let reason = judgement.reason { json.member("reason", reason) }
      if let review = judgement.review {
        json.object(
          "review",
          [
            "line": review.line, "quotation": review.quotation, "by": review.by, "date": review.date.iso,
            "why": review.why, "found": review.found.rawValue,
          ])
      }
      json.objects("evidence", judgement.evidence) { json, evidence in
        json.members([
          "kind": evidence.kind.rawValue, "line": evidence.line, "page": source.page(ofLine: evidence.line),
          "text": evidence.text, "grade": evidence.grade,
        ])
        if let repaired = evidence.repaired { json.member("repaired", repaired) }
      }
    }
  }

  fileprivate mutating func write(_ finding: Finding, in source: Report.Source) {
    object { json in
      json.members([
        "number": finding.number, "numbering": finding.numbering.rawValue, "section": finding.section,
        "text": finding.text,
      ])
      if !finding.items.isEmpty { json.member("items", finding.items) }
      json.members(["line": finding.line, "page": source.page(ofLine: finding.line)])
    }
  }

  fileprivate mutating func write(_ recommendation: Recommendation, in source: Report.Source) {
    object([
      "kind": recommendation.kind.rawValue, "group": recommendation.group, "timescale": recommendation.timescale,
      "due": recommendation.due?.iso, "responsible": recommendation.responsible, "number": recommendation.number,
      "text": recommendation.text, "line": recommendation.line, "page": source.page(ofLine: recommendation.line),
    ])
  }

  fileprivate mutating func write(_ diagnostic: Diagnostic) {
    object([
      "severity": diagnostic.severity.rawValue, "code": diagnostic.code.rawValue, "message": diagnostic.message,
      "line": diagnostic.location.flatMap { $0.line > 0 ? $0.line : nil },
      "column": diagnostic.location.flatMap { $0.column > 0 ? $0.column : nil },
    ])
  }
}

/// An item of a list is a string, or an object if it has a list of its own.
extension Finding.Item: JSONValue {
  func write(to json: inout JSONText) {
    if items.isEmpty { json.string(text) } else { json.object(["text": text, "items": items]) }
  }
}
