public import Inspections

/// Invented frameworks with the shapes that real ones have, for tests of pages and data.
public enum SampleFrameworks {
  /// Two groups, numbers that count from the best, and `adequate`.
  public static let grouped = framework(
    id: "sample-grouped", shortName: "Grouped", inspectorate: "The Inspectorate",
    scale: GradeScale(grades: [
      Grade(key: "outstanding", label: "Outstanding", number: 1, role: .top),
      Grade(key: "good", label: "Good", number: 2, role: .second),
      Grade(key: "adequate", label: "Adequate", number: 3, role: .adequate),
      Grade(key: "inadequate", label: "Inadequate", number: 4, role: .bottom),
    ]),
    groups: [
      JudgementGroup(id: "safety", title: "Keeping safe"), JudgementGroup(id: "care", title: "Living in care"),
    ],
    judgements: [
      JudgementDefinition(id: "safety.overall", group: "safety", title: "Overall effectiveness", isOverall: true),
      JudgementDefinition(id: "safety.practice", group: "safety", title: "Quality of practice"),
      JudgementDefinition(id: "care.overall", group: "care", title: "Overall effectiveness", isOverall: true),
      JudgementDefinition(id: "care.practice", group: "care", title: "Quality of practice"),
    ])

  /// Five judgements, one of them overall, and `requires improvement to be good`.
  public static let overall = framework(
    id: "sample-overall", shortName: "Overall", inspectorate: "The Inspectorate", scale: modern,
    judgements: [
      JudgementDefinition(
        id: "overall", title: "Overall effectiveness", isOverall: true, overview: .overallEffectiveness),
      JudgementDefinition(id: "help", title: "Help and protection", overview: .helpAndProtection),
      JudgementDefinition(id: "care", title: "Children in care", overview: .inCare),
      JudgementDefinition(id: "leavers", title: "Care leavers"),
      JudgementDefinition(id: "leaders", title: "Leadership"),
    ])

  /// Four judgements and none overall.
  public static let profile = framework(
    id: "sample-profile", shortName: "Profile", inspectorate: "The Inspectorate", scale: modern,
    judgements: [
      JudgementDefinition(id: "leaders", title: "Leadership"),
      JudgementDefinition(id: "help", title: "Help and protection"),
      JudgementDefinition(id: "care", title: "Children in care"),
      JudgementDefinition(id: "leavers", title: "Care leavers"),
    ])

  /// One outcome in a sentence, on a scale whose steps aren't counted.
  public static let outcome = framework(
    id: "sample-outcome", shortName: "Outcome", inspectorate: "Two inspectorates",
    scale: GradeScale(grades: [
      Grade(key: "mostly well", label: "Mostly well", role: .top),
      Grade(key: "here and there", label: "Here and there", role: .third),
      Grade(key: "badly", label: "Badly", role: .bottom),
    ]),
    judgements: [JudgementDefinition(id: "outcome", title: "Inspection outcome")])

  /// All of them.
  public static let all = [grouped, overall, profile, outcome]

  private static let modern = GradeScale(grades: [
    Grade(key: "outstanding", label: "Outstanding", role: .top),
    Grade(key: "good", label: "Good", role: .second),
    Grade(key: "requires improvement to be good", label: "Requires improvement to be good", role: .third),
    Grade(key: "inadequate", label: "Inadequate", role: .bottom),
  ])

  private static func framework(
    id: String, shortName: String, inspectorate: String, scale: GradeScale, groups: [JudgementGroup] = [],
    judgements: [JudgementDefinition]
  ) -> Framework {
    Framework(
      id: id, name: "Inspection of everything, \(shortName.lowercased()) form", shortName: shortName,
      inspectorate: inspectorate, years: "for ever",
      service: scale.grades.count < 4 ? nil : ServiceName(id: "everything", name: "Everything"),
      summary: "An invented framework.",
      recognition: Recognition(phrases: []),
      front: FrontPage(titles: [], dateLabels: [], publishedLabels: [], leadLabels: []),
      scale: scale, groups: groups, judgements: judgements, headlines: [], recordTitles: [], sections: [],
      timescales: [])
  }
}
