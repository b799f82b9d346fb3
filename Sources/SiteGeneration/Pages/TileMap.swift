internal import ContentLoading
internal import Inspections

/// A map of equal tiles, each a link to its authority; the list from A to Z says the same in words.
struct TileMap {
  let kit: SiteKit
  /// The service whose grades fill the tiles.
  let service: Service?

  private static let step = 46
  private static let size = 42

  /// The drawing; nothing where no tile has reports.
  var drawing: [UInt8] {
    guard kit.map.contains(where: { kit.body($0.slug) != nil }) else { return [] }
    let width = (kit.map.map(\.column).max() ?? 1) * Self.step
    let height = (kit.map.map(\.row).max() ?? 1) * Self.step
    var svg = [UInt8](
      markup:
        "<svg class=\"tiles\" viewBox=\"0 0 \(width) \(height)\" role=\"group\" aria-label=\"Map of \(kit.bodyKind.plural)\">"
    )
    for tile in kit.map.sorted(by: { ($0.row, $0.column) < ($1.row, $1.column) }) { append(tile, to: &svg) }
    svg.append("</svg>\n")
    let note =
      "Each \(kit.bodyKind.name) is a tile of the same size, about where it lies. Filled tiles have one overall grade in the "
      + "report that counts now; grades of different frameworks are different measures. The list above has the same in "
      + "words."
    return kit.section(anchor: "map", title: "Map", note: note, body: svg)
  }

  private func append(_ tile: MapTile, to svg: inout [UInt8]) {
    let x = (tile.column - 1) * Self.step + 2
    let y = (tile.row - 1) * Self.step + 2
    let name = kit.body(tile.slug)?.name ?? kit.register.authority(slug: tile.slug)?.name ?? tile.slug
    let letters = String(name.filter(\.isLetter).prefix(3))
    let square = [UInt8](
      markup: "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(Self.size)\" height=\"\(Self.size)\"/>")
    guard let body = kit.body(tile.slug), let latest = body.current(in: service)?.report else {
      return svg.append(markup: "<g class=\"tile-empty\">\(square)</g>")
    }
    let known = latest.soleOverall?.grade.flatMap { kit.frameworks[latest.framework]?.scale.grade($0) }
    let words = "\(kit.frameworks.shortName(latest.framework)): \(known?.label ?? "no single overall grade")"
    svg.append(
      markup: """
        <a href="\(SiteAddress.authority(tile.slug))" class="badge-\(known?.role.rawValue ?? "none")" \
        aria-label="\(name), \(words)">\(square)\
        <text x="\(x + Self.size / 2)" y="\(y + Self.size / 2 + 5)">\(letters)</text></a>
        """)
  }
}
