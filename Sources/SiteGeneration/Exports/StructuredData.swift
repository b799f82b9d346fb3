internal import ContentLoading
internal import Inspections

/// Machine-readable metadata of pages, in the terms of schema.org. It contains only facts that the page shows.
enum StructuredData {
  /// Returns the metadata of the site.
  static func site(_ site: Site) -> [UInt8] {
    item(of: "WebSite") { json in
      json.members(["name": site.configuration.title, "description": site.configuration.description])
      if let address = site.paths.absolute(SitePaths.home) { json.member("url", address) }
      json.member("inLanguage", "en-GB")
      json.object("publisher", ["@type": "Organization", "name": site.configuration.publisher])
    }
  }

  /// Returns the metadata of an authority.
  static func authority(_ body: AuthoritySummary, site: Site) -> [UInt8] {
    item(of: "GovernmentOrganization") { json in
      json.member("name", body.entry?.officialName ?? body.name)
      if body.entry != nil { json.member("alternateName", body.name) }
      if let address = site.paths.absolute(SitePaths.authority(body.slug)) {
        json.member("mainEntityOfPage", address)
      }
      if let gss = body.gss { json.write(area: body.name, gss: gss) }
    }
  }

  /// Returns the metadata of a report, with a review for each judgement that has a grade.
  static func report(_ report: ReportSummary, site: Site) -> [UInt8] {
    let header = report.source.header
    return item(of: "Report") { json in
      json.member("name", report.title)
      if let address = site.paths.absolute(SitePaths.page(of: report)) { json.member("url", address) }
      json.member("inLanguage", "en-GB")
      if let published = report.inspection.published, header.summaryOf == nil {
        json.member("datePublished", published.iso)
      }
      if let start = report.inspection.start {
        json.member("temporalCoverage", report.inspection.end.map { "\(start.iso)/\($0.iso)" } ?? start.iso)
      }
      json.object("publisher") { json in
        let isSummary = header.summaryOf != nil
        json.members([
          "@type": isSummary ? "Organization" : "GovernmentOrganization",
          "name": isSummary ? site.configuration.publisher : site.frameworks.inspectorate(report.framework),
        ])
      }
      json.object("about") { json in
        json.members(["@type": "GovernmentOrganization", "name": report.authority.printed])
        if let gss = report.authority.gss { json.write(area: report.authority.name, gss: gss) }
      }
      if let address = ExternalURL(header.sourceURL) { json.member("isBasedOn", address.text) }
      if let licence = DisplayText.licenceAddress(report.licence) { json.member("license", licence) }
      json.member("creditText", credit(report, site: site))
      json.array("hasPart", report.judgements.filter { $0.grade != nil }) {
        $0.write(review: $1, of: report, site: site)
      }
      guard !report.recommendations.isEmpty else { return }
      json.object("mentions") { json in
        json.members(["@type": "ItemList", "name": "What must improve", "numberOfItems": report.recommendations.count])
        json.objects("itemListElement", report.recommendations.enumerated()) { json, entry in
          json.members(["@type": "ListItem", "position": entry.offset + 1])
          json.object("item") { json in
            json.members(["@type": "CreativeWork", "text": entry.element.text])
            if let due = entry.element.due { json.member("expires", due.iso) }
          }
        }
      }
    }
  }

  /// Returns the credit: the inspectorate and the day of publication.
  private static func credit(_ report: ReportSummary, site: Site) -> String {
    [site.frameworks.inspectorate(report.framework), report.inspection.published?.words].compactMap { $0 }
      .joined(separator: ", ")
  }

  /// Returns the metadata of the data files in both schema.org and DCAT: one node for each thing, with both types.
  static func data(_ data: DataFiles, site: Site) -> [UInt8] {
    let title = "\(site.configuration.title): data"
    let summary = "Judgements and points to improve, read from published inspection reports."
    let terms: KeyValuePairs<StaticString, (any JSONValue)?> = [
      "dcat": "http://www.w3.org/ns/dcat#", "dcterms": "http://purl.org/dc/terms/",
      "foaf": "http://xmlns.com/foaf/0.1/",
    ]
    return item(of: ["Dataset", "dcat:Dataset"], terms) { json in
      json.members(["@id": "index.html", "name": title, "dcterms:title": title, "dcterms:description": summary])
      if let latest = data.latest { json.member("dcterms:modified", latest.iso) }
      json.member("dcat:version", DataFiles.schema)
      json.object("dcterms:publisher", ["@type": "foaf:Agent", "foaf:name": site.configuration.publisher])
      json.objects("dcat:distribution", data.tables) { json, table in json.member("@id", table.name) }
      if let page = site.paths.absolute(SitePaths.data) { json.member("url", page) }
      json.members(["version": DataFiles.schema, "inLanguage": "en-GB", "isAccessibleForFree": true])
      let licences = Set(site.reports.compactMap { DisplayText.licenceAddress($0.licence) })
      json.members(["license": licences.sorted(), "description": summary])
      json.object("creator", ["@type": "Organization", "name": site.configuration.publisher])
      json.objects("distribution", data.tables) { json, table in
        json.members([
          "@type": ["DataDownload", "dcat:Distribution"], "@id": table.name, "name": table.name,
          "dcterms:title": table.name, "dcat:mediaType": "text/csv", "dcat:byteSize": table.size,
        ])
        json.object("dcterms:conformsTo") { $0.member("@id", "csv-metadata.json") }
        json.object("dcat:downloadURL") { $0.member("@id", table.name) }
        json.members([
          "encodingFormat": "text/csv", "description": "One row is \(table.row).", "contentSize": "\(table.size) B",
          "sha256": table.sha256,
        ])
        if let address = site.paths.absolute("data/\(table.name)") { json.member("contentUrl", address) }
      }
    }
  }

  /// Returns an item of one or several types; `terms` are of vocabularies other than schema.org.
  private static func item(
    of type: any JSONValue, _ terms: KeyValuePairs<StaticString, (any JSONValue)?>? = nil,
    _ content: (inout JSONText) -> Void
  ) -> [UInt8] {
    var json = JSONText(isEmbedded: true)
    json.object { json in
      json.key("@context")
      if let terms {
        json.array(0..<2) { json, index in
          if index == 0 { json.string("https://schema.org") } else { json.object(terms) }
        }
      } else {
        json.string("https://schema.org")
      }
      json.member("@type", type)
      content(&json)
    }
    return json.bytes
  }
}

extension JSONText {
  fileprivate mutating func write(area name: String, gss: String) {
    object("areaServed", ["@type": "AdministrativeArea", "name": name, "identifier": gss])
  }

  fileprivate mutating func write(review judgement: Judgement, of report: ReportSummary, site: Site) {
    guard let grade = judgement.grade else { return }
    let scale = site.frameworks[report.framework]?.scale.part(with: grade)
    object { json in
      json.members([
        "@type": "Review", "reviewAspect": judgement.group.map { "\($0): \(judgement.title)" } ?? judgement.title,
        "reviewBody": site.frameworks.label(judgement, in: report.framework),
      ])
      json.object(
        "author", ["@type": "GovernmentOrganization", "name": site.frameworks.inspectorate(report.framework)])
      json.object(
        "itemReviewed",
        [
          "@type": "GovernmentService", "name": "\(report.authority.name): \(judgement.group ?? judgement.title)",
        ])
      guard let scale, GradePips.isCounted(scale), let steps = scale.steps(of: grade) else { return }
      json.object(
        "reviewRating",
        [
          "@type": "Rating", "ratingValue": steps, "bestRating": scale.grades.count, "worstRating": 1,
          "ratingExplanation": site.frameworks.label(grade, in: report.framework),
        ])
    }
  }
}
