extension DamageKind {
  /// Kinds that do not yet come out as they declare.
  package static let failing: Set<String> = [
    "previous table behind",
    "outcome of the last inspection behind",
    "table of another authority behind",
    "joined: another report’s body",
    "joined: own front, another report’s body",
    "joined: behind another cover and a page break",
  ]
}
