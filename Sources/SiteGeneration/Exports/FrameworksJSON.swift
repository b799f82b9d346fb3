internal import Inspections

/// The frameworks as data: what each judges, on which scale, and what may be compared with what.
enum FrameworksJSON {
  /// The file.
  static func bytes(of frameworks: FrameworkIndex) -> [UInt8] {
    var json = JSONText()
    json.object { json in
      json.member("schema", DataFiles.schema)
      json.key("frameworks")
      json.array(frameworks.all) { json, framework in json.object { json in write(framework, to: &json) } }
    }
    return json.bytes + [0x0A]
  }

  private static func write(_ framework: Framework, to json: inout JSONText) {
    json.member("id", framework.id)
    json.member("name", framework.name)
    json.member("short_name", framework.shortName)
    json.member("inspectorate", framework.inspectorate)
    json.member("years", framework.years)
    json.member("began", framework.began)
    json.member("ended", framework.ended)
    json.key("succeeds")
    json.array(framework.succeeds) { $0.string($1) }
    json.key("scale")
    json.array(framework.scale.grades) { json, grade in
      json.object { json in
        json.member("grade", grade.key)
        json.member("label", grade.label)
        json.member("number", grade.number)
        json.member("steps", framework.scale.steps(of: grade.key))
        json.member("meaning", grade.meaning)
      }
    }
    json.key("judgements")
    json.array(framework.judgements) { json, judgement in
      json.object { json in
        json.member("id", judgement.id)
        json.member("group", judgement.group.flatMap { id in framework.groups.first { $0.id == id }?.title })
        json.member("title", judgement.title)
        json.key("variants")
        json.array(judgement.variants) { $0.string($1) }
        json.key("is_overall")
        json.bool(judgement.isOverall)
        json.member("since", judgement.since?.iso)
        json.member("until", judgement.until?.iso)
        json.member("split_of", judgement.splitOf)
        json.key("kin")
        json.array(judgement.kin) { $0.string($1.description) }
      }
    }
  }
}
