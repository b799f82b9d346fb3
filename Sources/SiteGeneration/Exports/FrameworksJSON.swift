internal import Inspections

/// The frameworks as data: the judgements and scale of each, and the comparisons allowed between them.
enum FrameworksJSON {
  /// Returns the content of the file.
  static func bytes(of frameworks: FrameworkIndex) -> [UInt8] {
    var json = JSONText()
    json.object { json in
      json.member("schema", DataFiles.schema)
      json.array("frameworks", frameworks.all) { json, framework in json.object { json in write(framework, to: &json) }
      }
    }
    return json.bytes + [0x0A]
  }

  private static func write(_ framework: Framework, to json: inout JSONText) {
    json.members([
      "id": framework.id, "name": framework.name, "short_name": framework.shortName,
      "inspectorate": framework.inspectorate, "years": framework.years, "began": framework.began,
      "ended": framework.ended, "succeeds": framework.succeeds,
    ])
    json.objects("scale", framework.scale.grades) { json, grade in
      json.members([
        "grade": grade.key, "label": grade.label, "number": grade.number, "steps": framework.scale.steps(of: grade.key),
        "meaning": grade.meaning,
      ])
    }
    json.objects("judgements", framework.judgements) { json, judgement in
      json.members([
        "id": judgement.id, "group": judgement.group.flatMap { id in framework.groups.first { $0.id == id }?.title },
        "title": judgement.title, "variants": judgement.variants, "is_overall": judgement.isOverall,
        "since": judgement.since?.iso, "until": judgement.until?.iso, "split_of": judgement.splitOf,
        "kin": judgement.kin.map(\.description),
      ])
    }
  }
}
