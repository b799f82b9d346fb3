extension DamageKind {
  /// A class of kinds.
  package struct Group: Sendable {
    package let name: String
    package let kinds: [DamageKind]
  }

  /// All kinds, by class.
  package static let groups: [Group] = [
    Group(name: "tables slipped", kinds: tablesSlipped),
    Group(name: "tables rearranged", kinds: tablesRearranged),
    Group(name: "second tables", kinds: secondTables),
    Group(name: "contradictions", kinds: contradictions + overallContradictions),
    Group(name: "other statements", kinds: otherStatements),
    Group(name: "foreign names", kinds: foreignNames),
    Group(name: "damaged names", kinds: damagedNames),
    Group(name: "titles", kinds: titles),
    Group(name: "outcomes", kinds: outcomesInSentences),
    Group(name: "dates", kinds: dates + publishedDays),
    Group(name: "letters", kinds: lettersOfAreas),
    Group(name: "leads", kinds: leads),
    Group(name: "encodings", kinds: encodings),
    Group(name: "layouts", kinds: layouts),
    Group(name: "joined and cut", kinds: joinedAndCut),
    Group(name: "no reports", kinds: noReports),
    Group(name: "lists", kinds: lists),
    Group(name: "lines at random", kinds: randomLines),
  ]
}
