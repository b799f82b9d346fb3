/// Builds a list of kinds, so that the compiler checks each by itself.
@resultBuilder
enum KindList {
  static func buildBlock(_ kinds: DamageKind...) -> [DamageKind] { kinds }
}

extension DamageKind {
  static func list(@KindList _ kinds: () -> [DamageKind]) -> [DamageKind] { kinds() }
}
