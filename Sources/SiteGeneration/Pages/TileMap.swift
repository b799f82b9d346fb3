internal import ContentLoading
internal import Inspections

/// A map of equal tiles, each a link to its authority; the list from A to Z says the same in words.
struct TileMap {
  let site: Site
  /// The service whose grades determine the colours of the tiles.
  let service: Service
  /// The relative path to the site root.
  let root: String

  private static let step = 46
  private static let size = 42

  /// The drawing; empty if no tile has reports of the service.
  var drawing: [UInt8] {
    guard site.content.map.contains(where: { site.authority(slug: $0.slug)?.current(in: service) != nil }) else {
      return []
    }
    let width = (site.content.map.map(\.column).max() ?? 1) * Self.step
    let height = (site.content.map.map(\.row).max() ?? 1) * Self.step
    var svg = [UInt8](
      markup:
        "<svg class=\"tiles\" viewBox=\"0 0 \(width) \(height)\" role=\"group\" aria-label=\"Map of \(site.bodyKind.plural)\">"
    )
    let labels = Self.labels(of: site.content.map.map { name(of: $0) })
    for tile in site.content.map.sorted(by: { ($0.row, $0.column) < ($1.row, $1.column) }) {
      append(tile, label: labels[name(of: tile)] ?? "", to: &svg)
    }
    svg.append("</svg>\n")
    return svg
  }

  /// Returns a unique label of three letters for each name: the first three, or the initials of its words, or the first
  /// two and a later one; if all are taken, the first four letters.
  static func labels(of names: [String]) -> [String: String] {
    var labels: [String: String] = [:]
    var taken: Set<String> = []
    for name in names.sorted() {
      let words = name.split { !$0.isLetter && $0 != "’" }
      let letters = name.filter(\.isLetter)
      var choices = [String(letters.prefix(3))]
      if words.count > 2 { choices.append(words.prefix(3).map { $0.prefix(1).uppercased() }.joined()) }
      if words.count > 1, let last = words.last { choices.append("\(letters.prefix(1))\(last.prefix(2))") }
      choices += letters.dropFirst(2).map { "\(letters.prefix(2))\($0)" }
      labels[name] = choices.first { taken.insert($0).inserted } ?? String(letters.prefix(4))
    }
    return labels
  }

  private func name(of tile: MapTile) -> String {
    site.content.register.authority(slug: tile.slug)?.name ?? tile.slug
  }

  private func append(_ tile: MapTile, label: String, to svg: inout [UInt8]) {
    let x = (tile.column - 1) * Self.step + 2
    let y = (tile.row - 1) * Self.step + 2
    let square = [UInt8](
      markup: "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(Self.size)\" height=\"\(Self.size)\"/>")
    guard let body = site.authority(slug: tile.slug), let latest = body.current(in: service)?.report else {
      return svg.append(markup: "<g class=\"tile-empty\">\(square)</g>")
    }
    let known = latest.headline?.grade.flatMap { site.frameworks[latest.framework]?.scale.grade($0) }
    let words = "\(site.frameworks.shortName(latest.framework)): \(known?.label ?? "no single overall grade")"
    svg.append(
      markup: """
        <a href="\(root)\(SitePaths.authority(tile.slug))" class="badge-\(known?.role.rawValue ?? "none")" \
        aria-label="\(body.name), \(words)"><title>\(body.name)</title>\(square)\
        <text x="\(x + Self.size / 2)" y="\(y + Self.size / 2 + 5)">\(label)</text></a>
        """)
  }
}
