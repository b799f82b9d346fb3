import Inspections
import Testing

@Suite struct AuthorityRegisterTests {
  private let register = AuthorityRegister(authorities: [
    Authority(
      slug: "barking-and-dagenham", name: "Barking and Dagenham",
      officialName: "London Borough of Barking and Dagenham", region: "London"),
    Authority(
      slug: "bolton", name: "Bolton", officialName: "Bolton Metropolitan Borough Council", region: "North West"),
    Authority(slug: "bristol", name: "Bristol", officialName: "Bristol City Council"),
    Authority(
      slug: "city-of-london", name: "City of London", officialName: "City of London Corporation",
      region: "London", variants: ["London, City of"]),
    Authority(slug: "derby", name: "Derby", officialName: "Derby City Council"),
    Authority(slug: "derbyshire", name: "Derbyshire", officialName: "Derbyshire County Council"),
    Authority(
      slug: "dorset", name: "Dorset", officialName: "Dorset Council",
      started: CalendarDate(year: 2019, month: 4, day: 1), predecessors: ["dorset-county"]),
    Authority(
      slug: "dorset-county", name: "Dorset County", officialName: "Dorset County Council",
      started: CalendarDate(year: 1974, month: 4, day: 1), ended: CalendarDate(year: 2019, month: 4, day: 1),
      successors: ["dorset"]),
    Authority(slug: "durham", name: "Durham", officialName: "Durham County Council", variants: ["County Durham"]),
    Authority(slug: "gloucestershire", name: "Gloucestershire", officialName: "Gloucestershire County Council"),
    Authority(slug: "isles-of-scilly", name: "Isles of Scilly", officialName: "Council of the Isles of Scilly"),
    Authority(
      slug: "kingston-upon-hull", name: "Kingston upon Hull", officialName: "Hull City Council",
      variants: ["Hull"]),
    Authority(slug: "newport-east", name: "Newport East", officialName: "Newport East Council", variants: ["Newport"]),
    Authority(slug: "newport-west", name: "Newport West", officialName: "Newport West Council", variants: ["Newport"]),
    Authority(
      slug: "richmond-upon-thames", name: "Richmond upon Thames",
      officialName: "London Borough of Richmond upon Thames", region: "London", variants: ["Richmond"]),
    Authority(slug: "st-helens", name: "St Helens", officialName: "St Helens Council"),
    Authority(
      slug: "windsor-and-maidenhead", name: "Windsor and Maidenhead",
      officialName: "Royal Borough of Windsor and Maidenhead"),
  ])

  @Test(
    "lost blanks and hyphens, and letters that look alike, make no other name",
    arguments: [
      ("Kingston-uponHull", "kingston-upon-hull"), ("BarkingandDagenham", "barking-and-dagenham"),
      ("G1oucestershire County Council", "gloucestershire"), ("Windsor and Ma1denhead", "windsor-and-maidenhead"),
    ])
  func sameLetters(_ example: (String, String)) {
    #expect(!register.bodies(named: example.0).isEmpty)
    guard case .found(let authority) = register.resolve(example.0, on: nil) else {
      Issue.record("\(example.0) is not found")
      return
    }
    #expect(authority.slug == example.1)
  }

  @Test("a body that runs services means the councils that it serves")
  func serviceBodies() {
    let register = AuthorityRegister(
      authorities: register.authorities,
      serviceBodies: [
        ServiceBody(name: "Bolton Care Trust", authorities: ["bolton"]),
        ServiceBody(name: "Two Shires First", authorities: ["derbyshire", "gloucestershire"]),
      ])
    #expect(register.resolve("Bolton Care Trust", on: nil) == .found(register.authorities[1]))
    guard case .ambiguous(let both) = register.resolve("Two Shires First", on: nil) else {
      Issue.record("a body of two councils means neither")
      return
    }
    #expect(both.map(\.slug) == ["derbyshire", "gloucestershire"])
    guard case .unknown = register.resolve("Derby Care Trust", on: nil) else {
      Issue.record("a body that is not known means no council")
      return
    }
  }

  @Test(arguments: [
    ("Gloucestershire", "gloucestershire"),
    ("GLOUCESTERSHIRE COUNTY COUNCIL", "gloucestershire"),
    ("  Gloucestershire\n County   Council’s children’s services ", "gloucestershire"),
    ("Gloucestershire local authority", "gloucestershire"),
    ("Gloucestershire Local Area Partnership", "gloucestershire"),
    ("Bolton MBC", "bolton"),
    ("Metropolitan Borough of Bolton", "bolton"),
    ("Bristol City of", "bristol"),
    ("Bristol, City of", "bristol"),
    ("City and County of Bristol", "bristol"),
    ("The London Borough of Barking & Dagenham", "barking-and-dagenham"),
    ("London Borough Barking and Dagenham Council", "barking-and-dagenham"),
    ("Barking and Dagenham London Borough", "barking-and-dagenham"), ("Bolton UA", "bolton"),
    ("Windsor & Maidenhead", "windsor-and-maidenhead"),
    ("The Royal Borough of Windsor and Maidenhead", "windsor-and-maidenhead"),
    ("St. Helens", "st-helens"),
    ("St Helen’s Council", "st-helens"),
    ("Kingston-upon-Hull City Council", "kingston-upon-hull"),
    ("Hull", "kingston-upon-hull"),
    ("County Durham", "durham"),
    ("Richmond", "richmond-upon-thames"),
    ("Isles of Scilly", "isles-of-scilly"),
    ("Council of the Isles of Scilly", "isles-of-scilly"),
    ("City of London", "city-of-london"),
    ("London, City of", "city-of-london"),
    ("City of London Council", "city-of-london"),
    ("Derby", "derby"),
    ("Dorset County Council", "dorset-county"),
    ("Dorset Council", "dorset"),
  ])
  func findsTheBodyAPrintedNameMeans(printed: String, slug: String) {
    #expect(outcome(printed) == slug)
  }

  @Test(arguments: [
    ("Dorset", "2018-02-26", "dorset-county"),
    ("Dorset", "2019-03-31", "dorset-county"),
    ("Dorset", "2019-04-01", "dorset"),
    ("Dorset County Council", "2021-10-04", "dorset"),
    ("Dorset Council", "2012-06-11", "dorset-county"),
    ("Dorset Council", "1960-01-01", "dorset"),
    ("Newport", "2012-06-11", "newport-east or newport-west"),
  ])
  func theDayDecidesBetweenABodyAndItsSuccessor(printed: String, day: String, slug: String) {
    #expect(outcome(printed, on: day) == slug)
  }

  @Test(arguments: [
    ("Dorset", "dorset or dorset-county"),
    ("Newport", "newport-east or newport-west"),
    ("Newport Council", "newport-east or newport-west"),
  ])
  func aNameThatFitsTwoIsNeverGuessed(printed: String, slugs: String) {
    #expect(outcome(printed) == slugs)
  }

  @Test(arguments: [
    ("Derby County Council", "unknown, like derby"),
    ("City of Durham", "unknown, like durham"),
    ("London Borough of Bolton", "unknown, like bolton"),
    ("London", "unknown"),
    ("London Borough of", "unknown"),
    ("Gloucestershyre", "unknown, like gloucestershire"),
    ("Derbeyshire", "unknown, like derbyshire"),
    ("Council", "unknown"),
    ("", "unknown"),
    ("’", "unknown"),
    ("Atlantis", "unknown"),
    ("北京", "unknown"),
  ])
  func anythingElseIsUnknown(printed: String, expected: String) {
    #expect(outcome(printed) == expected)
  }

  @Test func aParagraphIsNoName() {
    #expect(outcome(String(repeating: "Gloucestershire ", count: 10_000)) == "unknown")
  }

  @Test func findsBySlug() {
    #expect(register.authority(slug: "derby")?.officialName == "Derby City Council")
    #expect(register.authority(slug: "derbeyshire") == nil)
  }

  private func outcome(_ printed: String, on day: String? = nil) -> String {
    switch register.resolve(printed, on: day.flatMap { CalendarDate(iso: $0) }) {
    case .found(let authority): authority.slug
    case .ambiguous(let authorities): authorities.map(\.slug).joined(separator: " or ")
    case .unknown(let nearest):
      nearest.isEmpty ? "unknown" : "unknown, like " + nearest.map(\.slug).joined(separator: ", ")
    }
  }
}
