internal import Inspections

/// The frameworks as data: the judgements and scale of each, and the comparisons allowed between them.
enum FrameworksJSON {
  /// Returns the content of the file.
  static func bytes(of frameworks: FrameworkIndex) -> [UInt8] {
    let json: JSONObject = ["schema": DataFiles.schema, "frameworks": frameworks.all.map(object)]
    return json.encoded() + [0x0A]
  }

  private static func object(_ framework: Framework) -> JSONObject {
    let grades = framework.scale.grades.map { grade -> JSONObject in
      [
        "grade": grade.key, "label": grade.label, "number": grade.number, "steps": framework.scale.steps(of: grade.key),
        "meaning": grade.meaning,
      ]
    }
    let judgements = framework.judgements.map { judgement -> JSONObject in
      [
        "id": judgement.id, "group": judgement.group.flatMap { id in framework.groups.first { $0.id == id }?.title },
        "title": judgement.title, "variants": judgement.variants, "is_overall": judgement.isOverall,
        "since": judgement.since?.iso, "until": judgement.until?.iso, "split_of": judgement.splitOf,
        "kin": judgement.kin.map(\.description),
      ]
    }
    return [
      "id": framework.id, "name": framework.name, "short_name": framework.shortName,
      "inspectorate": framework.inspectorate, "years": framework.years, "began": framework.began,
      "ended": framework.ended, "succeeds": framework.succeeds, "scale": grades, "judgements": judgements,
    ]
  }
}
