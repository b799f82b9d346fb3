/// Lists kinds one below the other, so that the compiler takes each by itself.
@resultBuilder
enum KindList {
  static func buildBlock(_ kinds: DamageKind...) -> [DamageKind] { kinds }
}

extension DamageKind {
  static func list(@KindList _ kinds: () -> [DamageKind]) -> [DamageKind] { kinds() }
}
