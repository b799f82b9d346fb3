extension Fixture {
  static let before2018 = [slac(), lac()] + sif + [lscb()]

  private typealias Graded = (id: String, title: String, grade: String)

  // MARK: Two groups of judgements, and a record

  private static func slac() -> Fixture {
    let numbers = ["Outstanding": 1, "Good": 2, "Adequate": 3, "Inadequate": 4]
    let first: [Graded] = [
      ("overall-effectiveness", "Overall effectiveness", "Adequate"),
      ("capacity-for-improvement", "Capacity for improvement", "Good"),
      ("children-are-safe", "Children and young people are safe and feel safe", "Inadequate"),
      ("quality-of-provision", "Quality of provision", "Adequate"),
      (
        "contribution-of-health-agencies",
        "The contribution of health agencies to keeping children and young people safe", "Good"
      ),
      ("ambition-and-prioritisation", "Ambition and prioritisation", "Outstanding"),
      ("leadership-and-management", "Leadership and management", "Good"),
      ("performance-management", "Performance management and quality assurance", "Adequate"),
      ("partnership-working", "Partnership working", "Good"),
      ("equality-and-diversity", "Equality and diversity", "Adequate"),
    ]
    let second: [Graded] = [
      ("overall-effectiveness", "Overall effectiveness", "Good"),
      ("capacity-for-improvement", "Capacity for improvement", "Outstanding"),
      ("being-healthy", "Being healthy", "Adequate"), ("staying-safe", "Staying safe", "Good"),
      ("enjoying-and-achieving", "Enjoying and achieving", "Inadequate"),
      ("making-a-positive-contribution", "Making a positive contribution, including user engagement", "Outstanding"),
      ("economic-well-being", "Economic well-being", "Good"), ("quality-of-provision", "Quality of provision", "Good"),
      ("ambition-and-prioritisation", "Ambition and prioritisation", "Adequate"),
      ("leadership-and-management", "Leadership and management", "Good"),
      ("performance-management", "Performance management and quality assurance", "Inadequate"),
      ("equality-and-diversity", "Equality and diversity", "Good"),
    ]
    var text = FixtureText("slac")
    text.foot = ["Inspection of safeguarding and looked after children services"]
    text.add(
      """
      Inspection of safeguarding and looked after children services
      Exampleshire County Council

      Inspection dates: 11 October – 22 October 2010

      Reporting inspector: Hugh Placeman HMI

      Age group: All

      Published: 26 November 2010

      Contents

      About this inspection\t2
      The inspection judgements and what they mean\t2
      Record of main findings\t19

      About this inspection

      """)
    text.paragraphs(2, .beside)
    text.add(
      """
      The inspection judgements and what they mean

      Outstanding (Grade 1)\tA service that does far more than it must
      Good (Grade 2)\tA service that does more than it must
      Adequate (Grade 3)\tA service that does what it must
      Inadequate (Grade 4)\tA service that does not do what it must

      """)
    text.endPage()
    part("Safeguarding services", first, outcomes: "Safeguarding outcomes for children and young people", from: 2)
    text.endPage()
    part(
      "Services for looked after children", second,
      outcomes: "How good are outcomes for looked after children and care leavers?", from: 2)
    text.add("Record of main findings:\n")
    record("Safeguarding services", first, outcomes: "Safeguarding outcomes for children and young people")
    record(
      "Services for looked after children", second,
      outcomes: "How good are outcomes for looked after children and care leavers?")
    let grades =
      first.map { ("safeguarding.\($0.id)", $0.grade.lowercased()) }
      + second.map { ("looked-after.\($0.id)", $0.grade.lowercased()) }
    return make(
      "slac", "ofsted-slac", "exampleshire", ("2010-10-11", "2010-10-22"), published: "2010-11-26",
      lead: "Hugh Placeman", Dictionary(uniqueKeysWithValues: grades), listed: 8, text)

    func part(_ title: String, _ rows: [Graded], outcomes: String, from place: Int) {
      text.add("\(title)\n")
      for (index, row) in rows.enumerated() where row.id != "equality-and-diversity" {
        if index == place {
          text.add("Areas for improvement\n")
          text.add("To make services better, the council and its partners should do what follows.\n\nImmediately:\n")
          text.bullets(2, "•")
          text.add("Within three months:\n")
          text.bullets(2, "•")
          text.add("\(outcomes)\n")
        }
        text.add("\(row.title)\n\nGrade \(numbers[row.grade] ?? 0) (\(row.grade.lowercased()))\n")
        text.paragraphs(2, .beside)
      }
    }

    func record(_ title: String, _ rows: [Graded], outcomes: String) {
      text.add(title)
      for (index, row) in rows.enumerated() {
        if index == 2 { text.add(outcomes) }
        text.add("\(row.title)\t\(row.grade)")
      }
      text.add("")
    }
  }

  // MARK: One group, and a record

  private static func lac() -> Fixture {
    let rows: [Graded] = [
      ("overall-effectiveness", "Overall effectiveness", "Adequate"),
      ("capacity-to-improve", "Capacity to improve", "Good"),
      ("outcomes", "Outcomes for looked after children and young people", "Inadequate"),
      ("quality-of-provision", "Quality of provision", "Outstanding"),
      ("leadership-and-management", "Leadership and management", "Good"),
    ]
    let numbers = ["Outstanding": 1, "Good": 2, "Adequate": 3, "Inadequate": 4]
    var text = FixtureText("lac")
    text.foot = ["Inspection of looked after children services"]
    text.add(
      """
      Inspection of looked after children
      services

      Mockham Metropolitan Borough Council

      Inspection dates: 8 – 12 July 2013

      Reporting inspector: Iris Paragon HMI

      Age group: All

      Published: 16 August 2013

      About this inspection

      """)
    text.paragraphs(2, .beside)
    text.add("Service information\n")
    text.paragraphs(1, .beside)
    for (place, row) in rows.enumerated() {
      let title =
        place == 0 ? "Overall effectiveness of services for looked\nafter children and young people" : row.title
      text.add("\(title)\n\nGrade \(numbers[row.grade] ?? 0) (\(row.grade))\n")
      text.paragraphs(3, .beside)
      if place == 1 {
        text.add("Areas for improvement\n\nThe council should do what follows.\n\nImmediately:\n")
        text.bullets(3, "•")
        text.add("Within six months:\n")
        text.bullets(2, "•")
        text.endPage()
      }
      if place > 1 { text.endPage() }
    }
    text.add("Record of main findings\n\nServices for looked after children")
    for row in rows { text.add("\(row.title)\t\(row.grade)") }
    return make(
      "lac", "ofsted-lac", "mockham", ("2013-07-08", "2013-07-12"), published: "2013-08-16", lead: "Iris Paragon",
      Dictionary(uniqueKeysWithValues: rows.map { ($0.id, $0.grade.lowercased()) }), listed: 5, text)
  }

  // MARK: A review of a board

  private static func lscb() -> Fixture {
    var text = FixtureText("lscb")
    text.add(
      """
      Exampleshire Safeguarding Children Board
      Review of the effectiveness of the Local Safeguarding Children
      Board
      Inspection date: 9 February 2015 – 11 February 2015
      Report published: 27 March 2015
      The Local Safeguarding Children Board requires improvement
      The arrangements in place to evaluate what is done by the authority and board partners to
      keep children safe require improvement.

      """)
    text.endPage()
    text.add("Executive summary\n")
    text.paragraphs(3, .beside)
    text.add("Recommendations\n")
    text.points(5)
    text.endPage()
    text.add("Inspection findings\n")
    text.paragraphs(6, .beside)
    text.add("Information about this review\n")
    text.paragraphs(1, .beside)
    text.add("Lead inspector: Jo Pattern\n")
    return make(
      "lscb", "ofsted-lscb", "exampleshire", ("2015-02-09", "2015-02-11"), published: "2015-03-27", lead: "Jo Pattern",
      ["safeguarding-board": improvement], listed: 5, text)
  }
}
