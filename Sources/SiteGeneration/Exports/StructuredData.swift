internal import ContentLoading
internal import Inspections

/// Machine-readable metadata of pages, in the terms of schema.org. It contains only facts that the page shows.
enum StructuredData {
  private static let context = "https://schema.org"

  /// Returns the metadata of the site.
  static func site(_ site: Site) -> [UInt8] {
    bytes([
      "@context": context, "@type": "WebSite", "name": site.configuration.title,
      "description": site.configuration.description, "url": site.paths.absolute(SitePaths.home), "inLanguage": "en-GB",
      "publisher": ["@type": "Organization", "name": site.configuration.publisher] as JSONObject,
    ])
  }

  /// Returns the metadata of an authority.
  static func authority(_ body: AuthoritySummary, site: Site) -> [UInt8] {
    bytes([
      "@context": context, "@type": "GovernmentOrganization", "name": body.entry?.officialName ?? body.name,
      "alternateName": body.entry.map { _ in body.name },
      "mainEntityOfPage": site.paths.absolute(SitePaths.authority(body.slug)),
      "areaServed": area(body.name, gss: body.gss),
    ])
  }

  /// Returns the metadata of a report, with a review for each judgement that has a grade.
  static func report(_ report: ReportSummary, site: Site) -> [UInt8] {
    let (header, inspection) = (report.source.header, report.inspection)
    let isSummary = header.summaryOf != nil
    let inspectorate = site.frameworks.inspectorate(report.framework)
    let days = [inspection.start, inspection.start == nil ? nil : inspection.end].compactMap { $0?.iso }
    let publisher: JSONObject = [
      "@type": isSummary ? "Organization" : "GovernmentOrganization",
      "name": isSummary ? site.configuration.publisher : inspectorate,
    ]
    let about: JSONObject = [
      "@type": "GovernmentOrganization", "name": report.authority.printed,
      "areaServed": area(report.authority.name, gss: report.authority.gss),
    ]
    return bytes([
      "@context": context, "@type": "Report", "name": report.title,
      "url": site.paths.absolute(SitePaths.page(of: report)), "inLanguage": "en-GB",
      "datePublished": isSummary ? nil : inspection.published?.iso,
      "temporalCoverage": days.isEmpty ? nil : days.joined(separator: "/"), "publisher": publisher,
      "about": about.withoutNulls(), "isBasedOn": ExternalURL(header.sourceURL)?.text,
      "license": DisplayText.licenceAddress(report.licence),
      "creditText": [inspectorate, inspection.published?.words].compactMap { $0 }.joined(separator: ", "),
      "hasPart": report.judgements.compactMap { review($0, of: report, site: site) },
      "mentions": report.recommendations.isEmpty ? nil : points(report),
    ])
  }

  /// Returns the metadata of the data files in both schema.org and DCAT: one node for each thing, with both types.
  static func data(_ data: DataFiles, site: Site) -> [UInt8] {
    let title = "\(site.configuration.title): data"
    let summary = "Judgements and points to improve, read from published inspection reports."
    let publisher = site.configuration.publisher
    let terms: JSONObject = [
      "dcat": "http://www.w3.org/ns/dcat#", "dcterms": "http://purl.org/dc/terms/",
      "foaf": "http://xmlns.com/foaf/0.1/",
    ]
    let licences = Set(site.reports.compactMap { DisplayText.licenceAddress($0.licence) })
    return bytes([
      "@context": JSONList(values: [context, terms]), "@type": ["Dataset", "dcat:Dataset"], "@id": "index.html",
      "name": title, "dcterms:title": title, "dcterms:description": summary, "dcterms:modified": data.latest?.iso,
      "dcat:version": DataFiles.schema,
      "dcterms:publisher": ["@type": "foaf:Agent", "foaf:name": publisher] as JSONObject,
      "dcat:distribution": data.tables.map { reference($0.name) }, "url": site.paths.absolute(SitePaths.data),
      "version": DataFiles.schema, "inLanguage": "en-GB", "isAccessibleForFree": true, "license": licences.sorted(),
      "description": summary, "creator": ["@type": "Organization", "name": publisher] as JSONObject,
      "distribution": data.tables.map { distribution($0, site: site) },
    ])
  }

  // MARK: Parts

  private static func bytes(_ item: JSONObject) -> [UInt8] { item.withoutNulls().encoded(isEmbedded: true) }

  private static func reference(_ name: String) -> JSONObject { ["@id": name] }

  private static func area(_ name: String, gss: String?) -> JSONObject? {
    gss.map { ["@type": "AdministrativeArea", "name": name, "identifier": $0] }
  }

  private static func review(_ judgement: Judgement, of report: ReportSummary, site: Site) -> JSONObject? {
    guard let grade = judgement.grade else { return nil }
    let review: JSONObject = [
      "@type": "Review", "reviewAspect": judgement.group.map { "\($0): \(judgement.title)" } ?? judgement.title,
      "reviewBody": site.frameworks.label(judgement, in: report.framework),
      "author": [
        "@type": "GovernmentOrganization", "name": site.frameworks.inspectorate(report.framework),
      ] as JSONObject,
      "itemReviewed": [
        "@type": "GovernmentService", "name": "\(report.authority.name): \(judgement.group ?? judgement.title)",
      ] as JSONObject,
      "reviewRating": rating(grade, in: report.framework, site: site),
    ]
    return review.withoutNulls()
  }

  private static func rating(_ grade: String, in framework: String, site: Site) -> JSONObject? {
    guard let scale = site.frameworks[framework]?.scale.part(with: grade), GradePips.isCounted(scale),
      let steps = scale.steps(of: grade)
    else { return nil }
    return [
      "@type": "Rating", "ratingValue": steps, "bestRating": scale.grades.count, "worstRating": 1,
      "ratingExplanation": site.frameworks.label(grade, in: framework),
    ]
  }

  private static func points(_ report: ReportSummary) -> JSONObject {
    let points = report.recommendations.enumerated().map { index, point -> JSONObject in
      let item: JSONObject = ["@type": "CreativeWork", "text": point.text, "expires": point.due?.iso]
      return ["@type": "ListItem", "position": index + 1, "item": item.withoutNulls()]
    }
    return [
      "@type": "ItemList", "name": "What must improve", "numberOfItems": points.count, "itemListElement": points,
    ]
  }

  private static func distribution(_ table: DataFiles.File, site: Site) -> JSONObject {
    let distribution: JSONObject = [
      "@type": ["DataDownload", "dcat:Distribution"], "@id": table.name, "name": table.name,
      "dcterms:title": table.name, "dcat:mediaType": "text/csv", "dcat:byteSize": table.size,
      "dcterms:conformsTo": reference("csv-metadata.json"), "dcat:downloadURL": reference(table.name),
      "encodingFormat": "text/csv", "description": "One row is \(table.row).", "contentSize": "\(table.size) B",
      "sha256": table.sha256, "contentUrl": site.paths.absolute("data/\(table.name)"),
    ]
    return distribution.withoutNulls()
  }
}
