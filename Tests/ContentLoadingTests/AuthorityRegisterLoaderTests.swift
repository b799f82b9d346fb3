import Diagnostics
import Inspections
import Testing

@testable import ContentLoading

@Suite struct AuthorityRegisterLoaderTests {
  @Test func readsEveryColumn() {
    let (authorities, problems) = load(
      """
      dorset,Dorset,Dorset Council,E06000059,2019-04-01,E10000009;E07000049,South West,Unitary,838,2532283,\
      2019-04-01,,dorset-county,,"Dorset Unitary; Dorset, the new"
      dorset-county,Dorset County,,,,,,,,,1974-04-01,2019-04-01,,dorset,
      """)
    #expect(problems.isEmpty)
    #expect(
      authorities.first
        == Authority(
          slug: "dorset", name: "Dorset", officialName: "Dorset Council", gss: "E06000059",
          gssSince: CalendarDate(iso: "2019-04-01"), formerGSS: ["E10000009", "E07000049"], region: "South West",
          type: "Unitary", localAuthorityCode: "838", inspectorateReference: "2532283",
          started: CalendarDate(iso: "2019-04-01"), predecessors: ["dorset-county"],
          variants: ["Dorset Unitary", "Dorset, the new"]))
    #expect(authorities.last?.officialName == "Dorset County")
  }

  @Test(arguments: [
    ("Dorset,Dorset,,,,,,,,,,,,,", "2:1: “Dorset” is not a slug: use a to z, 0 to 9 and single hyphens [invalid-csv]"),
    ("dorset,,,,,,,,,,,,,,", "2:8: “dorset” has no name [invalid-csv]"),
    ("dorset,Dorset,,E1000009,,,,,,,,,,,", "2:16: “E1000009” is not a code like E10000013 [invalid-csv]"),
    (
      "dorset,Dorset,,E10000013;E10000014,,,,,,,,,,,",
      "2:16: more than one code; put earlier ones under “former_gss” [invalid-csv]"
    ),
    ("dorset,Dorset,,,1 April,,,,,,,,,,", "2:17: “1 April” is not a date YYYY-MM-DD [invalid-csv]"),
    ("dorset,Dorset,,,,,,,,,2019-04-01,2019-04-01,,,", "2:34: “dorset” ends before it starts [invalid-csv]"),
    ("dorset,Dorset,,,,,,,,,,,,devon,", "2:26: no authority of the register has the slug “devon” [invalid-csv]"),
    ("a,A,,,,,,,,,,,,,\na,B,,,,,,,,,,,,,", "3:1: the slug “a” is on an earlier line too [invalid-csv]"),
  ])
  func saysWhatIsWrongAndWhere(rows: String, problem: String) {
    #expect(load(rows).problems.text == "authorities.csv:\(problem)")
  }

  private func load(_ rows: String) -> (authorities: [Authority], problems: [Diagnostic]) {
    let header = AuthorityRegisterLoader.columns.joined(separator: ",")
    return AuthorityRegisterLoader.load(SourceText(path: "authorities.csv", text: header + "\n" + rows))
  }
}
