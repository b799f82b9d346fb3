/// Reports of 2013 to 2018: the overall judgement is a sentence, and the body’s headings are worded otherwise than the table.
extension Fixture {
  static let sif = [
    services(
      "sif-2014", council: "London Borough of Testwick", slug: "testwick", kind: "Inspection",
      dates: "18 February 2014 – 12 March 2014",
      ("2014-02-18", "2014-03-12"), published: ("24 April 2014", "2014-04-24"), lead: "Kay Standish",
      overall: ("The overall judgement is requires improvement", improvement),
      ["Requires\nimprovement", "Good", "Good", "Outstanding", "Inadequate"], board: "Good"),
    services(
      "sif-2017", council: "Exampleshire County Council", slug: "exampleshire", kind: "Inspection",
      dates: "25 April 2017 to 18 May 2017",
      ("2017-04-25", "2017-05-18"), published: ("7 July 2017", "2017-07-07"), lead: "Lou Trialson",
      overall: ("Children’s services in Exampleshire are good", "good"),
      ["Requires improvement", "Good", "Outstanding", "Good", "Good"], board: nil),
    services(
      "sif-again", council: "Port Sample City Council", slug: "port-sample", kind: "Re-inspection",
      dates: "6 November 2017 to 30 November 2017",
      ("2017-11-06", "2017-11-30"), published: ("29 January 2018", "2018-01-29"), lead: "Máire Proofer",
      overall: ("Children’s services in Port Sample are inadequate", "inadequate"),
      ["inadequate", "requires improvement to\nbe good", "good", "requires improvement to\nbe good", "inadequate"],
      board: nil),
  ]

  private static let parts = [
    (
      id: "help-and-protection", title: "1. Children who need help and protection",
      body: "The experiences and progress of\nchildren who need help and\nprotection"
    ),
    (
      id: "looked-after-and-permanence", title: "2. Children looked after and achieving\npermanence",
      body: "The experiences and progress of\nchildren looked after and achieving\npermanence"
    ),
    (
      id: "adoption", title: "2.1 Adoption performance",
      body: "The graded judgement for adoption performance is that it"
    ),
    (
      id: "care-leavers", title: "2.2 Experiences and progress of care leavers",
      body: "The graded judgement about the experience and progress of care leavers\nis that it"
    ),
    (
      id: "leadership", title: "3. Leadership, management and governance",
      body: "Leadership, management and\ngovernance"
    ),
  ]

  private static func services(
    _ name: String, council: String, slug: String, kind: String, dates: String, _ days: (String, String),
    published: (String, String), lead: String, overall: (String, String), _ grades: [String], board: String?
  ) -> Fixture {
    var text = FixtureText(name)
    let review = "and\nReview of the effectiveness of the Local Safeguarding Children\nBoard\n"
    text.add(
      """
      \(council)
      \(kind) of services for children in need of help and
      protection, children looked after and care leavers
      \(board == nil ? "" : review)Inspection date: \(dates)
      Report published: \(published.0)

      \(overall.0)

      """)
    for (part, grade) in zip(parts, grades) { text.add("\(part.title)\n\n\(grade)\n") }
    if let board {
      text.add("The effectiveness of the Local Safeguarding Children Board (LSCB) is\n\(board.lowercased())\n")
    }
    text.endPage()
    text.add("Contents\n\nExecutive summary\n\n2\n\nRecommendations\n\n3\n\nInformation about this inspection\n\n9\n")
    text.endPage()
    text.add("Executive summary")
    text.paragraphs(3)
    text.add("Recommendations\n")
    text.points(6)
    text.endPage()
    for (part, grade) in zip(parts, grades) {
      let grade = grade.replacing("\n", with: " ").lowercased()
      if part.body.hasSuffix("that it") {
        text.add("\(part.body) \(grade.hasPrefix("req") ? grade : "is " + grade)\n")
      } else {
        text.add("\(part.body)\n\n\(grade.prefix(1).uppercased() + grade.dropFirst())\n")
      }
      text.paragraphs(3, .beside)
    }
    if let board {
      text.endPage()
      text.add(
        "The Local Safeguarding Children Board (LSCB)\n\nThe Local Safeguarding Children Board is \(board.lowercased())\n"
      )
      text.paragraphs(3, .beside)
    }
    text.add("Information about this inspection\n")
    text.paragraphs(1)
    text.add("The inspection team\n\nLead inspector: \(lead)\nDeputy lead inspector: Ned Second\n")
    text.add("What the inspection judgements mean\n")
    text.add("An outstanding authority leads the way.\n\nA good authority does well by its children.\n")
    var stated = Dictionary(
      uniqueKeysWithValues: zip(
        parts.map(\.id), grades.map { $0.lowercased().hasPrefix("req") ? improvement : $0.lowercased() }))
    stated["overall-effectiveness"] = overall.1
    if let board { stated["safeguarding-board"] = board.lowercased() }
    return make(
      name, "ofsted-sif", slug, days, published: published.1, lead: lead, stated, listed: 6, text)
  }
}
