internal import ContentLoading
internal import Inspections

/// What pages tell machines about themselves, in the terms of schema.org. It says nothing that the page doesn't.
enum StructuredData {
  /// The site.
  static func site(_ kit: SiteKit) -> [UInt8] {
    item("WebSite") { json in
      json.member("name", kit.configuration.title)
      json.member("description", kit.configuration.description)
      if let address = kit.address.absolute(SiteAddress.home) { json.member("url", address) }
      json.member("inLanguage", "en-GB")
      json.key("publisher")
      json.object { json in
        json.member("@type", "Organization")
        json.member("name", kit.configuration.publisher)
      }
    }
  }

  /// An authority.
  static func authority(_ body: InspectedBody, kit: SiteKit) -> [UInt8] {
    item("GovernmentOrganization") { json in
      json.member("name", body.entry?.officialName ?? body.name)
      if body.entry != nil { json.member("alternateName", body.name) }
      if let address = kit.address.absolute(SiteAddress.authority(body.slug)) {
        json.member("mainEntityOfPage", address)
      }
      if let gss = body.gss { json.write(area: body.name, gss: gss) }
    }
  }

  /// A report, with a review for each judgement that has a grade.
  static func report(_ report: ReportSummary, kit: SiteKit) -> [UInt8] {
    let header = report.source.header
    return item("Report") { json in
      json.member("name", report.title)
      if let address = kit.address.absolute(SiteAddress.page(of: report)) { json.member("url", address) }
      json.member("inLanguage", "en-GB")
      if let published = report.inspection.published, header.summaryOf == nil {
        json.member("datePublished", published.iso)
      }
      if let start = report.inspection.start {
        json.member("temporalCoverage", report.inspection.end.map { "\(start.iso)/\($0.iso)" } ?? start.iso)
      }
      json.key("publisher")
      json.object { json in
        let isSummary = header.summaryOf != nil
        json.member("@type", isSummary ? "Organization" : "GovernmentOrganization")
        json.member("name", isSummary ? kit.configuration.publisher : kit.frameworks.inspectorate(report.framework))
      }
      json.key("about")
      json.object { json in
        json.member("@type", "GovernmentOrganization")
        json.member("name", report.authority.printed)
        if let gss = report.authority.gss { json.write(area: report.authority.name, gss: gss) }
      }
      if let address = WebAddress(header.sourceURL) { json.member("isBasedOn", address.text) }
      if let licence = Wording.licenceAddress(report.licence) { json.member("license", licence) }
      json.member("creditText", credit(report, kit: kit))
      json.key("hasPart")
      json.array(report.judgements.filter { $0.grade != nil }) { $0.write(review: $1, of: report, kit: kit) }
      guard !report.recommendations.isEmpty else { return }
      json.key("mentions")
      json.object { json in
        json.member("@type", "ItemList")
        json.member("name", "What must improve")
        json.member("numberOfItems", report.recommendations.count)
        json.key("itemListElement")
        json.array(report.recommendations.enumerated()) { json, entry in
          json.object { json in
            json.member("@type", "ListItem")
            json.member("position", entry.offset + 1)
            json.key("item")
            json.object { json in
              json.member("@type", "CreativeWork")
              json.member("text", entry.element.text)
              if let due = entry.element.due { json.member("expires", due.iso) }
            }
          }
        }
      }
    }
  }

  /// Whom to name: the inspectorate and the day.
  private static func credit(_ report: ReportSummary, kit: SiteKit) -> String {
    [kit.frameworks.inspectorate(report.framework), report.inspection.published?.words].compactMap { $0 }
      .joined(separator: ", ")
  }

  /// The data files, in the terms of schema.org and of DCAT at once: one node for each thing, with both types.
  static func data(_ data: DataFiles, kit: SiteKit) -> [UInt8] {
    let title = "\(kit.configuration.title): data"
    let summary = "Judgements and points to improve, read from published inspection reports."
    return item(["Dataset", "dcat:Dataset"], terms: dataTerms) { json in
      json.member("@id", "index.html")
      json.member("name", title)
      json.member("dcterms:title", title)
      json.member("dcterms:description", summary)
      if let latest = data.latest { json.member("dcterms:modified", latest.iso) }
      json.member("dcat:version", DataFiles.schema)
      json.key("dcterms:publisher")
      json.object { json in
        json.member("@type", "foaf:Agent")
        json.member("foaf:name", kit.configuration.publisher)
      }
      json.key("dcat:distribution")
      json.array(data.tables) { json, table in json.object { $0.member("@id", table.name) } }
      if let page = kit.address.absolute(SiteAddress.data) { json.member("url", page) }
      json.member("version", DataFiles.schema)
      json.member("inLanguage", "en-GB")
      json.key("isAccessibleForFree")
      json.bool(true)
      json.key("license")
      json.array(
        Set(kit.bodies.flatMap(\.reports).compactMap { Wording.licenceAddress($0.licence) }).sorted()
      ) { $0.string($1) }
      json.member("description", summary)
      json.key("creator")
      json.object { json in
        json.member("@type", "Organization")
        json.member("name", kit.configuration.publisher)
      }
      json.key("distribution")
      json.array(data.tables) { json, table in
        json.object { json in
          json.key("@type")
          json.array(["DataDownload", "dcat:Distribution"]) { $0.string($1) }
          json.member("@id", table.name)
          json.member("name", table.name)
          json.member("dcterms:title", table.name)
          json.member("dcat:mediaType", "text/csv")
          json.member("dcat:byteSize", table.size)
          json.key("dcterms:conformsTo")
          json.object { $0.member("@id", "csv-metadata.json") }
          json.key("dcat:downloadURL")
          json.object { $0.member("@id", table.name) }
          json.member("encodingFormat", "text/csv")
          json.member("description", "One row is \(table.row).")
          json.member("contentSize", "\(table.size) B")
          json.member("sha256", table.sha256)
          if let address = kit.address.absolute("data/\(table.name)") { json.member("contentUrl", address) }
        }
      }
    }
  }

  private static func item(_ type: String, _ content: (inout JSONText) -> Void) -> [UInt8] {
    var json = JSONText(isEmbedded: true)
    json.object { json in
      json.member("@context", "https://schema.org")
      json.member("@type", type)
      content(&json)
    }
    return json.bytes
  }

  /// The vocabularies beside schema.org that the description of the data uses.
  private static let dataTerms: [(prefix: StaticString, address: String)] = [
    ("dcat", "http://www.w3.org/ns/dcat#"), ("dcterms", "http://purl.org/dc/terms/"),
    ("foaf", "http://xmlns.com/foaf/0.1/"),
  ]

  /// A thing of several types, with terms of vocabularies beside schema.org.
  private static func item(
    _ types: [String], terms: [(prefix: StaticString, address: String)], _ content: (inout JSONText) -> Void
  ) -> [UInt8] {
    var json = JSONText(isEmbedded: true)
    json.object { json in
      json.key("@context")
      json.array(0..<2) { json, index in
        if index == 0 {
          json.string("https://schema.org")
        } else {
          json.object { json in for term in terms { json.member(term.prefix, term.address) } }
        }
      }
      json.key("@type")
      json.array(types) { $0.string($1) }
      content(&json)
    }
    return json.bytes
  }
}

extension JSONText {
  fileprivate mutating func write(area name: String, gss: String) {
    key("areaServed")
    object { json in
      json.member("@type", "AdministrativeArea")
      json.member("name", name)
      json.member("identifier", gss)
    }
  }

  fileprivate mutating func write(review judgement: JudgementSummary, of report: ReportSummary, kit: SiteKit) {
    guard let grade = judgement.grade else { return }
    let scale = kit.frameworks[report.framework]?.scale
    object { json in
      json.member("@type", "Review")
      json.member("reviewAspect", judgement.group.map { "\($0): \(judgement.title)" } ?? judgement.title)
      json.member("reviewBody", kit.frameworks.label(grade, in: report.framework))
      json.key("author")
      json.object { json in
        json.member("@type", "GovernmentOrganization")
        json.member("name", kit.frameworks.inspectorate(report.framework))
      }
      json.key("itemReviewed")
      json.object { json in
        json.member("@type", "GovernmentService")
        json.member("name", "\(report.authority.name): \(judgement.group ?? judgement.title)")
      }
      guard let scale, GradePips.isCounted(scale), let steps = scale.steps(of: grade) else { return }
      json.key("reviewRating")
      json.object { json in
        json.member("@type", "Rating")
        json.member("ratingValue", steps)
        json.member("bestRating", scale.grades.count)
        json.member("worstRating", 1)
        json.member("ratingExplanation", kit.frameworks.label(grade, in: report.framework))
      }
    }
  }
}
