import Inspections
import Testing

@Suite struct SlugTests {
  @Test(arguments: [
    ("Bath & North East Somerset", "bath-and-north-east-somerset"),
    ("  St. Helens ", "st-helens"),
    ("King’s Lynn", "kings-lynn"),
    ("Ynys Môn", "ynys-mon"),
    ("E\u{301}cole", "ecole"),
    ("Straße", "strasse"),
    ("ﬁeld", "field"),
    ("Ｗｉｄｅ ３", "wide-3"),
    ("soft\u{AD}hyphen", "softhyphen"),
    ("Southend—on—Sea", "southend-on-sea"),
    ("Cafe\u{202E}txt", "cafetxt"),
    ("../../etc/passwd", "etc-passwd"),
    ("<script>alert(1)</script>", "script-alert-1-script"),
    ("a\u{0}b\nc", "a-b-c"),
    ("CON", "con-name"),
    ("lpt1", "lpt1-name"),
    ("Conway", "conway"),
  ])
  func foldsToLettersDigitsAndHyphens(text: String, slug: String) {
    #expect(Slug.make(from: text) == slug)
    #expect(Slug.isWellFormed(slug))
  }

  @Test(arguments: ["", " ", "...", "-", "北京", "\u{0}", "🙂", String(repeating: "é", count: 500), "a" + "\u{301}"])
  func isNeverEmptyAndNeverTooLong(text: String) {
    let slug = Slug.make(from: text)
    #expect(Slug.isWellFormed(slug), "\(slug)")
  }

  @Test func namesThatLoseLettersStayApart() {
    #expect(Slug.make(from: "北京 Council") != Slug.make(from: "東京 Council"))
    let long = String(repeating: "very ", count: 40)
    #expect(Slug.make(from: long + "one") != Slug.make(from: long + "two"))
    #expect(Slug.make(from: "北京") == "unnamed-36943181", "the same on every machine")
  }

  @Test(arguments: ["a", "bath-and-north-east-somerset", "null", "com10", String(repeating: "a", count: Slug.longest)])
  func tellsWhatIsASlug(text: String) {
    #expect(Slug.isWellFormed(text))
  }

  @Test(arguments: ["", "-a", "a-", "a--b", "A", "a b", "..", "é", "nul", "com1", String(repeating: "a", count: 81)])
  func tellsWhatIsNoSlug(text: String) {
    #expect(!Slug.isWellFormed(text))
  }
}
