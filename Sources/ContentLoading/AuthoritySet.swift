internal import Diagnostics

/// Authorities that are looked at together: an authority's statistical neighbours, or a publisher's own choice. From
/// `Content/sets/*.csv`.
public struct AuthoritySet: Sendable, Hashable {
  /// The kind of set, from the name of its file: `Statistical neighbours`.
  public var kind: String
  /// The owner of the set: an authority's slug, or a title in words.
  public var owner: String
  /// The slugs of its authorities, in the order of the file.
  public var members: [String]
}

extension AuthoritySet {
  /// Returns the sets of a file, in the order of their first lines, and its problems.
  static func load(_ source: SourceText, slugs: Set<String>) -> (sets: [AuthoritySet], problems: [Diagnostic]) {
    let table = CSVDocument(source, columns: ["of", "authority"])
    let name = source.path.split(separator: "/").last.map { $0.prefix { $0 != "." } } ?? ""
    let kind = name.replacing("-", with: " ")
    var problems = table.problems
    var sets: [AuthoritySet] = []
    var places: [String: Int] = [:]
    for row in table.rows {
      let (owner, member) = (row["of"], row["authority"])
      if owner.isEmpty { problems.append(row.error("name an authority or the title of the set", in: "of")) }
      if !slugs.contains(member) {
        problems.append(row.unknownAuthority(member, in: "authority"))
      }
      let place = places[owner] ?? sets.count
      if place == sets.count {
        places[owner] = place
        sets.append(AuthoritySet(kind: kind.prefix(1).uppercased() + kind.dropFirst(), owner: owner, members: []))
      }
      sets[place].members.append(member)
    }
    return (sets, problems)
  }
}
