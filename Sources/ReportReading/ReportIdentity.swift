public import Inspections

/// What tells a report from others: which framework, whose services, which days.
public struct ReportIdentity: Sendable, Hashable {
  /// The identifier of its framework.
  public var framework: String
  /// The title as printed.
  public var title: String
  /// What kind of event it tells of.
  public var kind: Report.Kind
  /// Whose services were inspected.
  public var authority: Report.InspectedAuthority
  /// When the inspection took place; who led it may be told only by the rest of the text.
  public var inspection: Report.Inspection
}

/// What can be told of a file that could not be read as a report.
public struct PartialIdentity: Sendable, Hashable {
  /// The title as printed.
  public var title: String?
  /// Whose services it is about, where that is certain.
  public var authority: Report.InspectedAuthority?
  /// When the inspection took place.
  public var inspection: Report.Inspection
  /// What its publisher says of it.
  public var header: ReportHeader
}

extension ReportReader {
  /// How much of a text its front page may fill, in bytes. Where it tells less than a front page does, the whole text
  /// must be read.
  public static let frontLength = 14_000

  /// Tells a report from its front page, for a small part of the cost of reading it; nil where the beginning of the text
  /// doesn't tell enough. It is what `read` tells unless the rest of the text changes what its beginning says, as a line
  /// that comes back on every page may; whoever builds on it must compare.
  public func identify(_ bytes: [UInt8], path: String) -> ReportIdentity? {
    guard let end = bytes.prefix(ReportReader.frontLength).lastIndex(of: 0x0A) else { return nil }
    let source = TextDecoder.decode(Array(bytes[...end]), path: path)
    let block = HeaderBlock.read(source)
    guard block.diagnostics.isEmpty else { return nil }
    let text = ReportText(cleaning: source, from: block.firstLine)
    guard case .found(let recognised) = recogniser.recognise(text) else { return nil }
    let facts = frontFacts(text, recognised.framework, recognised.title, block.header)
    // Days are looked for on the lines of the front page only; what is not on them is nowhere.
    let isWhole = text.lines.count(where: \.isText) > FrontPageReader.reach + recognised.title.firstLine
    let hasDays = facts.inspection.start != nil && facts.inspection.published != nil
    guard isWhole || hasDays, let authority = authority(facts, in: text, recognised.title).authority else { return nil }
    let framework = frameworks[recognised.framework]
    return ReportIdentity(
      framework: framework.id, title: facts.title ?? framework.name, kind: recognised.kind, authority: authority,
      inspection: facts.inspection)
  }
}
