extension Fixture {
  static let since2018 = [
    ilacs(
      "ilacs-2019", authority: "Exampleshire", slug: "exampleshire", dates: "4 March 2019 to 15 March 2019",
      ("2019-03-04", "2019-03-15"), "Ada Sampleton",
      sentence: "Services for children in Exampleshire require improvement to be good.",
      [
        ("leaders", "The impact of leaders on social work\npractice with children and families", "Good"),
        (
          "help-and-protection", "The experiences and progress of\nchildren who need help and protection",
          "Requires improvement to be good"
        ),
        ("care-and-care-leavers", "The experiences and progress of\nchildren in care and care leavers", "Outstanding"),
        ("overall-effectiveness", "Overall effectiveness", "Requires improvement to be good"),
      ]),
    ilacs(
      "ilacs-2024", authority: "Port Sample City Council", slug: "port-sample", dates: "9 to 20 September 2024",
      ("2024-09-09", "2024-09-20"), "Bram Testerman",
      sentence: "Services for children in Port Sample are good, and some are better than that.",
      [
        ("leaders", "The impact of leaders on social work\npractice with children and families", "Good"),
        (
          "help-and-protection", "The experiences and progress of\nchildren who need help and protection",
          "Requires improvement to be good"
        ),
        ("children-in-care", "The experiences and progress of\nchildren in care", "Outstanding"),
        ("care-leavers", "The experiences and progress of care\nleavers", "Inadequate"),
        ("overall-effectiveness", "Overall effectiveness", "Good"),
      ]),
    ilacs(
      "ilacs-2026", authority: "North Draftland", slug: "north-draftland", dates: "1 to 12 June 2026",
      ("2026-06-01", "2026-06-12"), "Cleo Mockridge",
      sentence: "Children in North Draftland get help when they need it.",
      [
        ("leaders", "The impact of leaders on social work\npractice with children and families", "Outstanding"),
        ("help-and-protection", "The experiences and progress of\nchildren who need help and protection", "Good"),
        ("children-in-care", "The experiences and progress of\nchildren in care", "Good"),
        ("care-leavers", "The experiences and progress of care\nleavers", "Requires improvement to be good"),
      ]),
    send(
      "send-inconsistent", authority: "Mockham", slug: "mockham", dates: "10 to 14 March 2025",
      ("2025-03-10", "2025-03-14"),
      "inconsistent experiences",
      """
      The local area partnership’s arrangements lead to inconsistent experiences and outcomes
      for children and young people with special educational needs and/or disabilities (SEND).
      The local area partnership must work jointly to make improvements.
      The next full area SEND inspection will be within approximately 3 years.
      """),
    send(
      "send-positive", authority: "Testwick", slug: "testwick", dates: "6 to 10 November 2023",
      ("2023-11-06", "2023-11-10"),
      "typically positive experiences",
      """
      The local area partnership’s arrangements typically lead to positive experiences and
      outcomes for children and young people with special educational needs and/or
      disabilities (SEND). The local area partnership is taking action where improvements are
      needed.
      The next full area SEND inspection will be within approximately 5 years.
      """),
    send(
      "send-failings", authority: "Stoke-under-Trial", slug: "stoke-under-trial", dates: "15 to 19 January 2024",
      ("2024-01-15", "2024-01-19"), "widespread and/or systemic failings",
      """
      There are widespread and/or systemic failings leading to significant concerns about the
      experiences and outcomes of children and young people with special educational needs
      and/or disabilities (SEND), which the local area partnership must address urgently.
      A monitoring inspection will be carried out within approximately 18 months.
      """),
    jtai(), visit(), monitoringVisit(),
  ]

  private static func ilacs(
    _ name: String, authority: String, slug: String, dates: String, _ days: (String, String), _ lead: String,
    sentence: String, _ rows: [(id: String, title: String, grade: String)]
  ) -> Fixture {
    var text = FixtureText(name)
    text.foot = ["Inspection of \(authority) local authority children’s services", dates]
    text.add(
      """
      Inspection of \(authority) local authority
      children’s services
      Inspection dates: \(dates)
      Lead inspector: \(lead), His Majesty’s Inspector
      Judgement

      Grade

      """)
    for row in rows { text.add("\(row.title)\n\n\(row.grade)\n") }
    text.paragraphs(2, opening: sentence + " ")
    text.add("What needs to improve?")
    text.bullets(5)
    text.endPage()
    for row in rows where row.id != "overall-effectiveness" && row.id != "leaders" { section(row) }
    text.endPage()
    for row in rows where row.id == "leaders" { section(row) }
    text.add(
      """
      The Office for Standards in Education, Children’s Services and Skills regulates and
      inspects to make services better for children and learners of all ages.
      You may use and copy this report under the terms of the Open Government Licence v3.
      © Crown copyright
      """)
    return make(
      name, "ofsted-ilacs", slug, days, lead: lead,
      Dictionary(uniqueKeysWithValues: rows.map { ($0.id, $0.grade.lowercased()) }), listed: 5, text)

    func section(_ row: (id: String, title: String, grade: String)) {
      let heading = row.title.replacing("\n", with: " ") + ": " + row.grade.lowercased()
      text.add(wrapped(heading, at: 64).joined(separator: "\n"))
      text.paragraphs(4, .above)
    }
  }

  private static func send(
    _ name: String, authority: String, slug: String, dates: String, _ days: (String, String), _ outcome: String,
    _ words: String
  ) -> Fixture {
    var text = FixtureText(name)
    text.foot = ["Area SEND inspection report: \(authority) Local Area Partnership, \(dates)"]
    text.add(
      """
      Local Area Partnership report

      Area SEND inspection of \(authority) Local Area
      Partnership
      Inspection dates: \(dates)
      Date of previous inspection: 2 to 6 July 2018

      Inspection outcome
      \(words)
      Ofsted and the Care Quality Commission (CQC) ask that the partnership updates and
      publishes its strategic plan.

      Information about the local area partnership
      """)
    text.paragraphs(2)
    text.add("What is it like to be a child or young person with SEND in this area?")
    text.paragraphs(3)
    text.endPage()
    text.add("What is the area partnership doing that is effective?")
    text.bullets(4)
    text.add("What does the area partnership need to do better?")
    text.bullets(4)
    text.add("Areas for improvement\n")
    text.paragraphs(1, opening: "Leaders across the partnership should see that plans are kept up to date. ")
    text.add("Local area partnership details\n")
    return make(name, "ofsted-send", slug, days, ["outcome": outcome], listed: 1, text)
  }

  private static func visit() -> Fixture {
    var text = letter(
      "Focused visit to Exampleshire county council children’s\nservices",
      """
      This letter summarises the findings of the focused visit to Exampleshire county
      council children’s services on 31 January and 1 February 2024. His Majesty’s Inspectors
      for this visit were Ada Drafter and Piers Lunt.
      Inspectors looked at how the council first answers when somebody worries about a child.
      """)
    text.add("Headline findings")
    text.paragraphs(2)
    text.add("What needs to improve in this area of social work practice?")
    text.add(
      """
      ◼ What callers are told about the outcome.
      ◼ How often managers look at decisions in their first
      year.
      ◼ Calls at night, which wait until morning.
      """)
    return signed("visit", "ofsted-focused-visit", listed: 3, text)
  }

  private static func monitoringVisit() -> Fixture {
    var text = letter(
      "Monitoring visit to Exampleshire children’s services",
      """
      This letter summarises the findings of the monitoring visit to Exampleshire
      children’s services on 31 January and 1 February 2024. This was the second monitoring
      visit since the council was judged inadequate in May 2022.
      """)
    text.add("Areas covered by the visit")
    text.paragraphs(2)
    return signed("monitoring-visit", "ofsted-monitoring-visit", listed: 0, text)
  }

  /// Returns the beginning of a letter about a visit.
  private static func letter(_ title: String, _ opening: String) -> FixtureText {
    var text = FixtureText(title)
    text.add(
      """
      Sample Gate
      Store Street
      Draftham M1 2WD

      12 March 2024
      Robin Specimen
      Director of Children’s Services
      Exampleshire County Council
      Shire Hall

      Dear Robin Specimen
      """)
    text.add(title)
    text.add(opening)
    return text
  }

  private static func signed(_ name: String, _ framework: String, listed: Int, _ text: FixtureText) -> Fixture {
    var text = text
    text.endPage()
    text.add(listed > 0 ? "Main findings" : "Findings and evaluation of progress")
    text.paragraphs(4)
    text.endPage()
    text.paragraphs(4)
    text.endPage()
    text.add(
      "Ofsted will take the findings of this letter to the next meeting.\nI am copying this letter to the archive.")
    text.add("Yours sincerely\n\nAda Drafter\nHis Majesty’s Inspector")
    return make(
      name, framework, "exampleshire", ("2024-01-31", "2024-02-01"), published: "2024-03-12", lead: "Ada Drafter", [:],
      listed: listed, text)
  }

  private static func jtai() -> Fixture {
    var text = FixtureText("jtai")
    text.add(
      """
      30 January 2024
      Dana Proof, Director of Children’s Services, Exampleshire County Council
      Eli Draft, Chief Executive, Exampleshire Integrated Care Board (ICB)
      Chief Constable Fay Rehearsal, Exampleshire Police

      Dear Exampleshire Safeguarding Children Partnership
      Joint targeted area inspection of Exampleshire
      This letter summarises the findings of the joint targeted area inspection (JTAI) of the
      multi-agency response to need and risk in Exampleshire.
      This inspection took place from 13 November 2023 to 17 November 2023. It was
      carried out by inspectors from Ofsted, the Care Quality Commission (CQC) and His
      Majesty’s Inspectorate of Constabulary and Fire & Rescue Services (HMICFRS).
      Headline findings
      """)
    text.paragraphs(3)
    text.add("What needs to improve?")
    text.bullets(6)
    text.endPage()
    text.add("Strengths")
    text.bullets(5)
    text.add("Main findings")
    text.paragraphs(6)
    text.add("Next steps")
    text.paragraphs(1)
    text.add("Yours sincerely\n\nGil Signer\nNational Director")
    return make(
      "jtai", "ofsted-jtai", "exampleshire", ("2023-11-13", "2023-11-17"), published: "2024-01-30", [:], listed: 6, text
    )
  }
}
