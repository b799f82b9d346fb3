/// A public body that answers for the services inspected. It keeps its identity when codes and boundaries change.
public struct Authority: Sendable, Hashable {
  /// The name in URLs; unique, and never changed once published.
  public var slug: String
  /// The short name people use: `Gloucestershire`.
  public var name: String
  /// The official name: `Gloucestershire County Council`.
  public var officialName: String
  /// The statistics office's code for its present boundary.
  public var gss: String?
  /// The first day of that code, where known.
  public var gssSince: CalendarDate?
  /// Codes of earlier boundaries.
  public var formerGSS: [String]
  /// The English region.
  public var region: String?
  /// The kind of council: `County`, `Unitary`.
  public var type: String?
  /// The education department's three-digit code.
  public var localAuthorityCode: String?
  /// The inspectorate's own reference for the body.
  public var inspectorateReference: String?
  /// The first day the body existed, where known.
  public var started: CalendarDate?
  /// The day the body was abolished; nil for one that exists.
  public var ended: CalendarDate?
  /// The slugs of the bodies it replaced.
  public var predecessors: [String]
  /// The slugs of the bodies that replaced it.
  public var successors: [String]
  /// Further names that reports print for it.
  public var variants: [String]

  /// Creates an authority.
  public init(
    slug: String, name: String, officialName: String, gss: String? = nil, gssSince: CalendarDate? = nil,
    formerGSS: [String] = [], region: String? = nil, type: String? = nil, localAuthorityCode: String? = nil,
    inspectorateReference: String? = nil, started: CalendarDate? = nil, ended: CalendarDate? = nil,
    predecessors: [String] = [], successors: [String] = [], variants: [String] = []
  ) {
    self.slug = slug
    self.name = name
    self.officialName = officialName
    self.gss = gss
    self.gssSince = gssSince
    self.formerGSS = formerGSS
    self.region = region
    self.type = type
    self.localAuthorityCode = localAuthorityCode
    self.inspectorateReference = inspectorateReference
    self.started = started
    self.ended = ended
    self.predecessors = predecessors
    self.successors = successors
    self.variants = variants
  }
}
