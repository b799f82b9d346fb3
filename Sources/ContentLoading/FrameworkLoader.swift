internal import Diagnostics
internal import Inspections

/// Reads frameworks, `Content/frameworks/*.yaml`.
enum FrameworkLoader {
  /// Returns the framework in a file, or nil and its problems: a framework with a mistake could misread a report, so it
  /// is not used, but as `flawed` it identifies the reports that it would have read. `root` is the whole file, for
  /// problems that show only beside other frameworks.
  static func load(
    _ source: SourceText
  ) -> (framework: Framework?, flawed: Framework?, root: YAMLMapping?, problems: [Diagnostic]) {
    let document = YAMLDocument(source)
    guard let root = document.root(keys: FrameworkKeys.root) else { return (nil, nil, nil, document.problems) }
    var framework = framework(root)
    framework.file = ReportMetadata.name(of: source.path)
    if document.problems.isEmpty { FrameworkValidator.check(framework, root) }
    return document.problems.isEmpty ? (framework, nil, root, []) : (nil, framework, root, document.problems)
  }

  private static func framework(_ root: YAMLMapping) -> Framework {
    Framework(
      id: root.text("id"), name: root.text("name"), shortName: root.text("short-name"),
      inspectorate: root.text("inspectorate"), years: root.text("years"),
      began: root.number("began", in: 1900...2199), ended: root.number("ended", in: 1900...2199),
      succeeds: root.texts("succeeds"), service: service(root), bodies: bodies(root), summary: root.text("summary"),
      recognition: recognition(root), front: front(root), scale: scale(root),
      notJudged: root.texts("not-judged"), groups: groups(root),
      judgements: judgements(root), headlines: headlines(root), recordTitles: root.texts("record"),
      sections: sections(root), timescales: timescales(root))
  }

  private static func service(_ root: YAMLMapping) -> ServiceName? {
    guard root.has("service") else { return nil }
    return root.mapping("service", keys: FrameworkKeys.service).map {
      ServiceName(id: $0.text("id"), name: $0.text("name"))
    }
  }

  private static func bodies(_ root: YAMLMapping) -> BodyKind {
    guard root.has("bodies"), let mapping = root.mapping("bodies", keys: FrameworkKeys.bodies) else {
      return .authority
    }
    return BodyKind(
      name: mapping.text("one"), plural: mapping.text("many"),
      isRegistered: mapping.flag("registered", default: true), identifier: mapping.optionalText("identifier"),
      area: mapping.optionalText("area"))
  }

  private static func recognition(_ root: YAMLMapping) -> Recognition {
    guard let mapping = root.mapping("recognition", keys: FrameworkKeys.recognition) else {
      return Recognition(phrases: [])
    }
    return Recognition(
      phrases: mapping.someTexts("phrases"), reinspection: mapping.texts("reinspection"),
      review: mapping.texts("review"))
  }

  private static func front(_ root: YAMLMapping) -> FrontPage {
    guard let mapping = root.mapping("front", keys: FrameworkKeys.front) else {
      return FrontPage(titles: [], dateLabels: [], publishedLabels: [], leadLabels: [])
    }
    return FrontPage(
      titles: mapping.someTexts("titles").map { $0.replacing("{authority}", with: "{body}") },
      dateLabels: mapping.texts("date-labels"),
      publishedLabels: mapping.texts("published-labels"), leadLabels: mapping.texts("lead-labels"),
      leadTitles: mapping.texts("lead-titles"), opensWithDate: mapping.flag("opens-with-date"),
      hasWholeMonths: mapping.flag("whole-months"),
      patterns: mapping.texts("patterns"))
  }

  /// Returns the scale: the key is required, but its list may be empty.
  private static func scale(_ root: YAMLMapping) -> GradeScale {
    root.required("scale")
    let usual = grades(root.mappings("scale", keys: FrameworkKeys.grade), on: nil)
    let others = root.mappings("scales", keys: FrameworkKeys.scale).flatMap { scale in
      let id = scale.text("id")
      return range(scale).map { scores($0, on: id, scale) }
        ?? grades(scale.mappings("grades", keys: FrameworkKeys.grade), on: id)
    }
    return GradeScale(grades: usual + others)
  }

  /// Returns the grades of a list, best first; a grade without a `role` has the one of its position.
  private static func grades(_ places: [YAMLMapping], on scale: String?) -> [Grade] {
    zip(places, Grade.Role.all(of: places.count)).map { grade, role in
      Grade(
        key: grade.text("key"), label: grade.text("label"), number: grade.number("number", in: 1...99),
        role: grade.optionalChoice("role") ?? role, forms: grade.texts("forms"),
        meaning: grade.optionalText("meaning"), scale: scale)
    }
  }

  /// Returns the numbers of a scale of scores; nil for a scale of words.
  static func range(_ scale: YAMLMapping) -> ClosedRange<Int>? {
    guard scale.has("from") || scale.has("to") else { return nil }
    let (least, most) = (scale.number("from", in: 0...1000), scale.number("to", in: 0...1000))
    guard let least, let most, least <= most else {
      scale.report("a scale of scores has “from” and “to”, the lower number first", at: "from")
      return nil
    }
    return least...most
  }

  /// Returns a grade for every score, the highest first: `17 out of 36`.
  private static func scores(_ range: ClosedRange<Int>, on id: String, _ scale: YAMLMapping) -> [Grade] {
    let label = scale.text("label")
    let forms = scale.texts("forms")
    for form in [label] + forms where Set(form.split(separator: " ")).isSubset(of: ["{n}"]) || !form.contains("{n}") {
      scale.report(
        "“\(form)” must hold {n} and something that distinguishes it from other numbers: “{n} out of 36”", at: "label")
    }
    return range.reversed().map { number in
      func filled(_ form: String) -> String { form.replacing("{n}", with: String(number)) }
      return Grade(
        key: filled(label).lowercased(), label: filled(label), role: .score, forms: forms.map(filled), scale: id)
    }
  }

  private static func groups(_ root: YAMLMapping) -> [JudgementGroup] {
    root.mappings("groups", keys: FrameworkKeys.group).map { group in
      JudgementGroup(id: group.text("id"), title: group.text("title"), variants: group.texts("variants"))
    }
  }

  private static func judgements(_ root: YAMLMapping) -> [JudgementDefinition] {
    root.required("judgements")
    return root.mappings("judgements", keys: FrameworkKeys.judgement).map { judgement in
      JudgementDefinition(
        id: judgement.text("id"), group: judgement.optionalText("group"), title: judgement.text("title"),
        variants: judgement.texts("variants"), bodyTitles: judgement.texts("body-titles"),
        scale: judgement.optionalText("scale"),
        isOverall: judgement.flag("overall"), isOptional: judgement.flag("optional"),
        isRecordOnly: judgement.flag("record-only"), since: judgement.date("since"), until: judgement.date("until"),
        splitOf: judgement.optionalText("split-of"), kin: kin(judgement),
        overview: judgement.optionalChoice("overview"))
    }
  }

  private static func kin(_ judgement: YAMLMapping) -> [JudgementReference] {
    judgement.texts("kin").compactMap { text in
      let reference = JudgementReference(text)
      if reference == nil { judgement.report("“\(text)” is not of the form framework/judgement", at: "kin") }
      return reference
    }
  }

  private static func headlines(_ root: YAMLMapping) -> [Headline] {
    root.mappings("headlines", keys: FrameworkKeys.headline).map { headline in
      Headline(
        judgement: headline.text("judgement"), phrase: headline.text("phrase"),
        isStatement: headline.flag("statement", default: true), unless: headline.texts("unless"),
        grade: headline.optionalText("grade"), reach: headline.optionalChoice("where") ?? .anywhere)
    }
  }

  private static func sections(_ root: YAMLMapping) -> [SectionDefinition] {
    root.required("sections")
    return root.mappings("sections", keys: FrameworkKeys.section).map { section in
      section.required("role")
      return SectionDefinition(
        title: section.text("title"), variants: section.texts("variants"),
        role: section.optionalChoice("role") ?? .text, hasParagraphItems: section.flag("paragraph-items"),
        isRow: section.flag("row"))
    }
  }

  private static func timescales(_ root: YAMLMapping) -> [Timescale] {
    root.mappings("timescales", keys: FrameworkKeys.timescale).map { timescale in
      timescale.required("months")
      return Timescale(title: timescale.text("title"), months: timescale.number("months", in: 0...120) ?? 0)
    }
  }
}

/// The keys that a framework's file and its parts may have.
enum FrameworkKeys {
  static let root = [
    "id", "name", "short-name", "inspectorate", "years", "began", "ended", "succeeds", "service", "bodies",
    "summary",
    "recognition", "front", "scale", "scales", "not-judged", "groups", "judgements", "headlines", "record", "sections",
    "timescales",
  ]
  static let service = ["id", "name"]
  static let bodies = ["one", "many", "registered", "identifier", "area"]
  static let recognition = ["phrases", "reinspection", "review"]
  static let front = [
    "titles", "date-labels", "published-labels", "lead-labels", "lead-titles", "opens-with-date", "whole-months",
    "patterns",
  ]
  static let grade = ["key", "label", "number", "role", "forms", "meaning"]
  static let scale = ["id", "grades", "from", "to", "label", "forms"]
  static let group = ["id", "title", "variants"]
  static let judgement = [
    "id", "group", "title", "variants", "body-titles", "scale", "overall", "optional", "record-only", "since", "until",
    "split-of", "kin", "overview",
  ]
  static let headline = ["judgement", "phrase", "statement", "unless", "grade", "where"]
  static let section = ["title", "variants", "role", "paragraph-items", "row"]
  static let timescale = ["title", "months"]
}
