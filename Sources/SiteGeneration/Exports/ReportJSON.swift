public import Diagnostics
public import Inspections

/// A report as one JSON object on one line: the output of `sitegen inspect --format json`, and the `report.json` beside
/// its page. Other programs read it, so keys may be added but not renamed; `schema` is the version.
public enum ReportJSON {
  /// Returns the object of a report, without a line end. If `path` is given, it replaces the path of the source, which
  /// should not always be published.
  public static func bytes(of report: Report, path: String? = nil) -> [UInt8] {
    let source = report.source
    var json = JSONText(isEmbedded: false)
    json.object {
      $0.member("schema", schema)
      $0.member("source", source.json(path: path))
      $0.member("framework", report.framework)
      $0.member("title", report.title)
      $0.member("kind", report.kind.rawValue)
      $0.member("licence", report.licence?.rawValue)
      $0.member("authority", report.authority.json)
      $0.member("inspection", report.inspection.json(header: source.header))
      $0.member("overall") { json in report.overall.map { $0.write(to: &json, in: source) } ?? json.null() }
      $0.member("judgements", each: report.judgements) { $1.write(to: &$0, in: source) }
      $0.member("findings", each: report.findings) { $1.write(to: &$0, in: source) }
      $0.member("recommendations", each: report.recommendations) { $1.write(to: &$0, in: source) }
      $0.member("diagnostics", report.diagnostics.map(\.json))
    }
    return json.bytes
  }

  /// Returns the object for a text that was not read as a report: only its source and its diagnostics are not empty.
  public static func bytes(ofUnread source: Report.Source, diagnostics: [Diagnostic]) -> [UInt8] {
    let json: JSONObject = [
      "schema": schema, "source": source.json(path: nil), "framework": nil, "title": nil, "kind": nil, "licence": nil,
      "authority": nil, "inspection": nil, "overall": nil, "judgements": [String](), "findings": [String](),
      "recommendations": [String](), "diagnostics": diagnostics.map(\.json),
    ]
    return json.encoded()
  }

  private static let schema = 1
}

extension Report.Source {
  fileprivate func json(path: String?) -> JSONObject {
    [
      "path": path ?? self.path, "sha256": sha256, "encoding": encoding, "lines": lines,
      "summaryOf": header.summaryOf, "publisher": header.publisher, "url": header.sourceURL,
    ]
  }
}

extension Report.AuthorityReference {
  fileprivate var json: JSONObject { ["printed": printed, "name": name, "slug": slug, "gss": gss] }
}

extension Report.Inspection {
  fileprivate func json(header: FrontMatter) -> JSONObject {
    [
      "start": start?.iso, "end": end?.iso, "published": (published ?? header.published)?.iso, "lead": lead,
      "theme": theme, "reply": reply?.iso,
    ]
  }
}

extension Judgement {
  fileprivate func write(to json: inout JSONText, in source: Report.Source) {
    json.object {
      $0.member("id", id)
      $0.member("group", group)
      $0.member("title", title)
      $0.member("printed", printed)
      $0.member("grade", grade)
      $0.member("number", number)
      $0.member("status", status.rawValue)
      if let reason { $0.member("reason", reason) }
      if let review { $0.member("review", review.json) }
      $0.member("evidence", each: evidence) { $1.write(to: &$0, in: source) }
    }
  }
}

extension Review {
  fileprivate var json: JSONObject {
    [
      "line": line, "quotation": quotation, "by": by, "date": date.iso, "why": why, "found": found.rawValue,
    ]
  }
}

extension Evidence {
  fileprivate func write(to json: inout JSONText, in source: Report.Source) {
    json.object {
      $0.member("kind", kind.rawValue)
      $0.member("line", line)
      $0.member("page", source.page(ofLine: line))
      $0.member("text", text)
      $0.member("grade", grade)
      if let repaired { $0.member("repaired", repaired) }
    }
  }
}

extension Finding {
  fileprivate func write(to json: inout JSONText, in source: Report.Source) {
    json.object {
      $0.member("number", number)
      $0.member("numbering", numbering.rawValue)
      $0.member("section", section)
      $0.member("text", text)
      if !items.isEmpty { $0.member("items", items) }
      $0.member("line", line)
      $0.member("page", source.page(ofLine: line))
    }
  }
}

/// An item of a list is a string, or an object if it has a list of its own.
extension Finding.Item: JSONValue {
  func write(to json: inout JSONText) {
    let object: JSONObject = ["text": text, "items": items]
    if items.isEmpty { json.string(text) } else { object.write(to: &json) }
  }
}

extension Recommendation {
  fileprivate func write(to json: inout JSONText, in source: Report.Source) {
    json.object {
      $0.member("kind", kind.rawValue)
      $0.member("group", group)
      $0.member("timescale", timescale)
      $0.member("due", due?.iso)
      $0.member("responsible", responsible)
      $0.member("number", number)
      $0.member("text", text)
      $0.member("line", line)
      $0.member("page", source.page(ofLine: line))
    }
  }
}

extension Diagnostic {
  fileprivate var json: JSONObject {
    [
      "severity": severity.rawValue, "code": code.rawValue, "message": message,
      "line": location.flatMap { $0.line > 0 ? $0.line : nil },
      "column": location.flatMap { $0.column > 0 ? $0.column : nil },
    ]
  }
}
