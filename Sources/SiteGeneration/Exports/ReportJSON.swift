public import Diagnostics
public import Inspections

/// A report as one JSON object on one line: the output of `sitegen inspect --format json`, and the `report.json` beside
/// its page. Other programs read it, so keys may be added but not renamed; `schema` is the version.
public enum ReportJSON {
  /// Returns the object of a report, without a line end. If `path` is given, it replaces the path of the source, which
  /// should not always be published.
  public static func bytes(of report: Report, path: String? = nil) -> [UInt8] {
    let source = report.source
    let json: JSONObject = [
      "schema": schema, "source": source.json(path: path), "framework": report.framework, "title": report.title,
      "kind": report.kind.rawValue, "licence": report.licence?.rawValue, "authority": report.authority.json,
      "inspection": report.inspection.json(header: source.header),
      "overall": report.overall.map { $0.json(in: source) },
      "judgements": report.judgements.map { $0.json(in: source) },
      "findings": report.findings.map { $0.json(in: source) },
      "recommendations": report.recommendations.map { $0.json(in: source) },
      "diagnostics": report.diagnostics.map(\.json),
    ]
    return json.encoded()
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
  fileprivate func json(in source: Report.Source) -> JSONObject {
    let review = review.map { review -> JSONObject in
      [
        "line": review.line, "quotation": review.quotation, "by": review.by, "date": review.date.iso,
        "why": review.why, "found": review.found.rawValue,
      ]
    }
    let json: JSONObject = [
      "id": id, "group": group, "title": title, "printed": printed, "grade": grade, "number": number,
      "status": status.rawValue, "reason": reason, "review": review, "evidence": evidence.map { $0.json(in: source) },
    ]
    return json.withoutNulls("reason", "review")
  }
}

extension Evidence {
  fileprivate func json(in source: Report.Source) -> JSONObject {
    let json: JSONObject = [
      "kind": kind.rawValue, "line": line, "page": source.page(ofLine: line), "text": text, "grade": grade,
      "repaired": repaired,
    ]
    return json.withoutNulls("repaired")
  }
}

extension Finding {
  fileprivate func json(in source: Report.Source) -> JSONObject {
    let json: JSONObject = [
      "number": number, "numbering": numbering.rawValue, "section": section, "text": text,
      "items": items.isEmpty ? nil : items, "line": line, "page": source.page(ofLine: line),
    ]
    return json.withoutNulls("items")
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
  fileprivate func json(in source: Report.Source) -> JSONObject {
    [
      "kind": kind.rawValue, "group": group, "timescale": timescale, "due": due?.iso, "responsible": responsible,
      "number": number, "text": text, "line": line, "page": source.page(ofLine: line),
    ]
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
