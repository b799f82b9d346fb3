public import Diagnostics
public import Inspections

/// A report as one JSON object on one line: what `sitegen inspect --format json` prints and what lies beside its page
/// as `report.json`. Other programs read it, so keys may be added but none renamed; `schema` tells the version.
public enum ReportJSON {
  /// The object of a report, without a line end. `path` stands for the source's own path where that should not be
  /// published as it is.
  public static func bytes(of report: Report, path: String? = nil) -> [UInt8] {
    var json = JSONText(capacity: report.proseCount * 3 / 2 + 16_384)
    json.object { json in
      json.member("schema", schema)
      json.write(report.source, path: path)
      json.member("framework", report.framework)
      json.member("title", report.title)
      json.member("kind", report.kind.rawValue)
      json.member("licence", report.licence ?? report.source.header.licence)
      json.write(report.authority)
      json.write(report.inspection, header: report.source.header)
      json.key("overall")
      if let overall = report.overall { json.write(overall) } else { json.null() }
      json.key("judgements")
      json.array(report.judgements) { $0.write($1) }
      json.key("findings")
      json.array(report.findings) { $0.write($1) }
      json.key("recommendations")
      json.array(report.recommendations) { $0.write($1) }
      json.key("diagnostics")
      json.array(report.diagnostics) { $0.write($1) }
    }
    return json.bytes
  }

  /// The object for a text that is no report: everything null or empty but its source and what is wrong with it.
  public static func bytes(ofUnread source: Report.Source, diagnostics: [Diagnostic], path: String? = nil) -> [UInt8] {
    var json = JSONText()
    json.object { json in
      json.member("schema", schema)
      json.write(source, path: path)
      for key in ["framework", "title", "kind", "licence", "authority", "inspection", "overall"] as [StaticString] {
        json.key(key)
        json.null()
      }
      for key in ["judgements", "findings", "recommendations"] as [StaticString] {
        json.key(key)
        json.array(EmptyCollection<Int>()) { _, _ in }
      }
      json.key("diagnostics")
      json.array(diagnostics) { $0.write($1) }
    }
    return json.bytes
  }

  private static let schema = 1
}

extension JSONText {
  fileprivate mutating func write(_ source: Report.Source, path: String?) {
    key("source")
    object { json in
      json.member("path", path ?? source.path)
      json.member("sha256", source.sha256)
      json.member("encoding", source.encoding)
      json.member("lines", source.lines)
      json.member("summaryOf", source.header.summaryOf)
      json.member("publisher", source.header.publisher)
      json.member("url", source.header.sourceURL)
    }
  }

  fileprivate mutating func write(_ authority: Report.InspectedAuthority) {
    key("authority")
    object { json in
      json.member("printed", authority.printed)
      json.member("name", authority.name)
      json.member("slug", authority.slug)
      json.member("gss", authority.gss)
    }
  }

  fileprivate mutating func write(_ inspection: Report.Inspection, header: ReportHeader) {
    key("inspection")
    object { json in
      json.member("start", inspection.start?.iso)
      json.member("end", inspection.end?.iso)
      json.member("published", (inspection.published ?? header.published)?.iso)
      json.member("lead", inspection.lead)
    }
  }

  fileprivate mutating func write(_ judgement: Judgement) {
    object { json in
      json.member("id", judgement.id)
      json.member("group", judgement.group)
      json.member("title", judgement.title)
      json.member("printed", judgement.printed)
      json.member("grade", judgement.grade)
      json.member("number", judgement.number)
      json.member("status", judgement.status.rawValue)
      json.key("evidence")
      json.array(judgement.evidence) { json, evidence in
        json.object { json in
          json.member("kind", evidence.kind.rawValue)
          json.member("line", evidence.line)
          json.member("text", evidence.text)
          json.member("grade", evidence.grade)
          if let repaired = evidence.repaired { json.member("repaired", repaired) }
        }
      }
    }
  }

  /// Writes the items of a list: a text, or an object where an item has a list of its own.
  mutating func write(_ items: [Finding.Item]) {
    array(items) { json, item in
      guard !item.items.isEmpty else { return json.string(item.text) }
      json.object { json in
        json.member("text", item.text)
        json.key("items")
        json.write(item.items)
      }
    }
  }

  fileprivate mutating func write(_ finding: Finding) {
    object { json in
      json.member("number", finding.number)
      json.member("numbering", finding.numbering.rawValue)
      json.key("section")
      json.array(finding.section) { $0.string($1) }
      json.member("text", finding.text)
      if !finding.items.isEmpty {
        json.key("items")
        json.write(finding.items)
      }
      json.member("line", finding.line)
    }
  }

  fileprivate mutating func write(_ recommendation: Recommendation) {
    object { json in
      json.member("kind", recommendation.kind.rawValue)
      json.member("group", recommendation.group)
      json.member("timescale", recommendation.timescale)
      json.member("due", recommendation.due?.iso)
      json.member("responsible", recommendation.responsible)
      json.member("number", recommendation.number)
      json.member("text", recommendation.text)
      json.member("line", recommendation.line)
    }
  }

  fileprivate mutating func write(_ diagnostic: Diagnostic) {
    object { json in
      json.member("severity", diagnostic.severity.rawValue)
      json.member("code", diagnostic.code.rawValue)
      json.member("message", diagnostic.message)
      json.member("line", diagnostic.location.flatMap { $0.line > 0 ? $0.line : nil })
      json.member("column", diagnostic.location.flatMap { $0.column > 0 ? $0.column : nil })
    }
  }
}
