/// The authorities that reports may be about, indexed by their names.
///
/// A name is looked up as a whole first, then without the words that say what kind of body it is. A name that fits two
/// bodies is ambiguous, unless one took over from the other and only one of them existed on the day.
public struct AuthorityRegister: Sendable {
  /// The result of looking a printed name up.
  public enum Match: Sendable, Hashable {
    /// Exactly one authority.
    case found(Authority)
    /// Several authorities, in the order of their slugs.
    case ambiguous([Authority])
    /// No authority; up to three have a similar name, the most similar first.
    case unknown(nearest: [Authority])
  }

  /// The authorities, in the order of their slugs.
  public let authorities: [Authority]

  private let indexOfSlug: [String: Int]
  private let indicesOfFullName: [String: Set<Int>]
  private let indicesOfBareName: [String: Set<Int>]
  private let indicesOfLetters: [String: Set<Int>]
  private let kinds: [Set<AuthorityName.Kind>]

  /// Creates a register; of two authorities with one slug the first is used. The name of a body that runs services for
  /// some authorities means these authorities.
  public init(authorities: [Authority], serviceBodies: [ServiceBody] = []) {
    var slugs: Set<String> = []
    let authorities = authorities.filter { slugs.insert($0.slug).inserted }.sorted { $0.slug < $1.slug }
    var indexOfSlug: [String: Int] = [:]
    var full: [String: Set<Int>] = [:]
    var bare: [String: Set<Int>] = [:]
    var kinds: [Set<AuthorityName.Kind>] = []
    for (place, authority) in authorities.enumerated() {
      indexOfSlug[authority.slug] = place
      let names = ([authority.name, authority.officialName] + authority.variants).map(AuthorityName.init)
      for name in names where !name.full.isEmpty {
        full[name.full, default: []].insert(place)
        bare[name.bare, default: []].insert(place)
      }
      kinds.append(names.reduce(into: []) { $0.formUnion($1.kinds) })
    }
    for body in serviceBodies {
      let name = AuthorityName(body.name)
      let places = Set(body.authorities.compactMap { indexOfSlug[$0] })
      full[name.full, default: []].formUnion(places)
      bare[name.bare, default: []].formUnion(places)
    }
    var letters: [String: Set<Int>] = [:]
    for (name, places) in full.merging(bare, uniquingKeysWith: { $0.union($1) }) where name.utf8.count >= 5 {
      // Titles leave `Council` out: `Tamesidemetropolitan borough`.
      for form in [name, name.hasSuffix(" council") ? String(name.dropLast(8)) : name] {
        letters[AuthorityName.letters(of: form), default: []].formUnion(places)
      }
    }
    indicesOfLetters = letters
    self.authorities = authorities
    self.indexOfSlug = indexOfSlug
    self.indicesOfFullName = full
    self.indicesOfBareName = bare
    self.kinds = kinds
  }

  /// Returns the authority with this slug.
  public func authority(slug: String) -> Authority? { indexOfSlug[slug].map { authorities[$0] } }

  /// Finds the authority that a printed name means.
  ///
  /// `London Borough of Barking & Dagenham` finds Barking and Dagenham; `Dorset` finds the county council for a day
  /// before April 2019, its successor after, and is ambiguous without a day.
  ///
  /// - Parameters:
  ///   - printed: The name as a report prints it.
  ///   - day: The first day of the inspection, if it is known.
  public func resolve(_ printed: String, on day: CalendarDate?) -> Match {
    guard printed.utf8.count <= AuthorityRegister.longestName else { return .unknown(nearest: []) }
    let match = resolve(AuthorityName(printed), on: day)
    guard case .unknown = match, let plain = AuthorityName.withoutPossessives(printed) else { return match }
    return resolve(AuthorityName(plain), on: day)
  }

  /// Returns the slugs of the authorities that a printed name may mean, without a search for the nearest names.
  public func bodies(named printed: String) -> Set<String> {
    guard printed.utf8.count <= AuthorityRegister.longestName else { return [] }
    var found = candidates(AuthorityName(printed)).all
    if found.isEmpty, let plain = AuthorityName.withoutPossessives(printed) {
      found = candidates(AuthorityName(plain)).all
    }
    return Set(found.map { authorities[$0].slug })
  }

  private func resolve(_ name: AuthorityName, on day: CalendarDate?) -> Match {
    let (exact, all) = candidates(name)
    if let only = exact.first, exact.count == 1, exists(only, on: day) { return .found(authorities[only]) }
    if let only = decided(all, by: day) ?? (exact.count == 1 ? exact.first : nil) { return .found(authorities[only]) }
    return all.isEmpty ? .unknown(nearest: nearest(to: name)) : .ambiguous(all.sorted().map { authorities[$0] })
  }

  /// Returns the authorities with exactly this name, and all that it may mean: those that share its bare name, or else
  /// those whose names look like it.
  private func candidates(_ name: AuthorityName) -> (exact: Set<Int>, all: Set<Int>) {
    let exact = name.isBare ? [] : indicesOfFullName[name.full, default: []]
    let sharing = indicesOfBareName[name.bare, default: []].filter { agrees($0, with: name) }.union(exact)
    return (exact, sharing.isEmpty ? alike(name) : sharing)
  }

  /// Returns the authorities whose name has the same letters, for lost blanks and hyphens and letters that look alike.
  private func alike(_ name: AuthorityName) -> Set<Int> {
    let whole = indicesOfLetters[AuthorityName.letters(of: name.full), default: []]
    let places = whole.isEmpty ? indicesOfLetters[AuthorityName.letters(of: name.bare), default: []] : whole
    return places.filter { agrees($0, with: name) }
  }

  /// The greatest length of a name in bytes; a longer text is a misread paragraph.
  private static let longestName = 200

  /// Returns the only candidate, or the only one of a line of successors that existed on the day.
  private func decided(_ candidates: Set<Int>, by day: CalendarDate?) -> Int? {
    if candidates.count == 1 { return candidates.first }
    guard let day else { return nil }
    let living = candidates.filter { exists($0, on: day) }
    guard living.count == 1, let survivor = living.first else { return nil }
    return candidates.allSatisfy { $0 == survivor || isLinked($0, survivor) } ? survivor : nil
  }

  /// Whether an authority existed on a day; true if the day is unknown.
  private func exists(_ place: Int, on day: CalendarDate?) -> Bool {
    guard let day else { return true }
    let authority = authorities[place]
    if let started = authority.started, day < started { return false }
    if let ended = authority.ended, day >= ended { return false }
    return true
  }

  private func isLinked(_ place: Int, _ other: Int) -> Bool {
    let (one, two) = (authorities[place], authorities[other])
    return one.successors.contains(two.slug) || one.predecessors.contains(two.slug)
      || two.successors.contains(one.slug) || two.predecessors.contains(one.slug)
  }

  /// Whether the body may be of the kind that the name states: `Derby County Council` is not the city council of Derby.
  private func agrees(_ place: Int, with name: AuthorityName) -> Bool {
    if name.isLondonBorough, let region = authorities[place].region, region != "London" { return false }
    return name.kinds.isEmpty || kinds[place].isEmpty || !name.kinds.isDisjoint(with: kinds[place])
  }

  /// Returns up to three authorities with the most similar names: letters that are added or left out may be half of
  /// the name's letters, or two.
  private func nearest(to name: AuthorityName) -> [Authority] {
    let letters = name.bare.utf8
    let limit = max(2, letters.count / 2)
    var distances: [Int: Int] = [:]
    for (known, places) in indicesOfBareName where abs(known.utf8.count - letters.count) <= limit {
      let distance = known.utf8.difference(from: letters).count
      guard distance <= limit else { continue }
      for place in places { distances[place] = min(distance, distances[place] ?? distance) }
    }
    return distances.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.prefix(3).map { authorities[$0.key] }
  }
}
