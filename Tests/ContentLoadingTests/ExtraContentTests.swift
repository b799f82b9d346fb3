import Diagnostics
import Inspections
import TestSupport
import Testing

@testable import ContentLoading

@Suite("Themes and map")
struct ExtraContentTests {
  @Test("themes are read, and what is wrong is told with its place")
  func themes() {
    let good = Theme.load(
      SourceText(path: "t.yaml", text: "themes:\n  - {id: homes, title: Homes, words: [Foster, residential]}\n"))
    #expect(good.themes == [Theme(id: "homes", title: "Homes", words: ["foster", "residential"])])
    let bad = Theme.load(
      SourceText(
        path: "t.yaml",
        text: "themes:\n  - {id: a b, title: X, words: [x]}\n  - {id: c, title: X, words: []}\n"))
    #expect(bad.themes.isEmpty)
    #expect(bad.problems.map { $0.location?.line } == [2, 3])
  }

  @Test("two tiles never share a place")
  func map() {
    let loaded = MapTile.load(
      SourceText(path: "m.csv", text: "slug,column,row\na,1,1\nb,1,1\nc,0,2\nd,2,61\ne,2,1\n"))
    #expect(loaded.tiles.map(\.slug) == ["a", "e"])
    #expect(loaded.problems.map { $0.location?.line } == [3, 4, 5])
  }

  @Test("places belong to authorities of the register")
  func places() throws {
    let content = try ContentLoader.load(directory: "\(packageFolder)/Content")
    #expect(content.diagnostics == [] && content.places["sandwell"]?.contains("West Bromwich") == true)
    let loaded = PlaceLoader.load(
      SourceText(path: "p.csv", text: "place,authority\nOldtown,sandwell\n,sandwell\nNewtown,nowhere\n"),
      slugs: ["sandwell"])
    #expect(loaded.problems.map { $0.location?.line } == [3, 4])
  }

  @Test("every authority that exists has a tile, and no other")
  func shippedMap() throws {
    let content = try ContentLoader.load(directory: "\(packageFolder)/Content")
    let current = content.register.authorities.filter { $0.ended == nil }.map(\.slug)
    #expect(Set(content.map.map(\.slug)) == Set(current))
  }
}
