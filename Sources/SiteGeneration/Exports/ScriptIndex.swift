internal import ContentLoading
internal import Inspections

/// The index that the site's script uses for look-ups: authorities with their slugs, sets of authorities, and the
/// titles of judgements and grades.
/// It is a script itself, since a page opened from disk can't fetch anything.
struct ScriptIndex {
  let site: Site

  static let path = "assets/index.js"

  /// The file.
  var file: OutputFile {
    var titles: [String: String] = [:]
    var grades: [String: String] = [:]
    for framework in site.frameworks.all {
      for judgement in framework.judgements where titles[judgement.id] == nil {
        titles[judgement.id] = framework.fullTitle(of: judgement)
      }
      for grade in framework.scale.grades { grades[SitePaths.pathComponent(for: grade.key)] = grade.label }
    }
    let json: JSONObject = [
      "authorities": site.authorities.map { [$0.name, $0.slug] + otherNames(of: $0) }, "sets": sets,
      "judgements": titles.sorted { $0.key < $1.key }.map { [$0.key, $0.value] },
      "grades": grades.sorted { $0.key < $1.key }.map { [$0.key, $0.value] },
    ]
    return OutputFile(path: Self.path, bytes: json.script(assigning: "window.sitegenIndex"))
  }

  /// The sets with at least one authority on the site: the title of each set, and its members.
  private var sets: [[String]] {
    site.sets.values.flatMap { $0 }.filter { $0.members.contains { site.authority(slug: $0) != nil } }
      .map { set in
        ["\(set.kind): \(site.content.register.authority(slug: set.owner)?.name ?? set.owner)"] + set.members
      }
      .sorted { $0[0] < $1[0] }
  }

  /// Returns the other present and past names of an authority: its official name, other spellings, the names of its
  /// predecessors, and its towns.
  private func otherNames(of body: AuthoritySummary) -> [String] {
    guard let entry = body.entry else { return [] }
    let earlier = entry.predecessors.compactMap { site.content.register.authority(slug: $0)?.name }
    let names = [entry.officialName] + entry.variants + earlier + (site.content.places[body.slug] ?? [])
    return names.filter { $0 != body.name }.uniqued(by: \.self)
  }
}
