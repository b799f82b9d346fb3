/// The JSON Schema of `report.json`, version 1: published as `data/report.schema.json`, and what a test holds the files
/// against.
enum ReportSchema {
  /// The file.
  static let text = """
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "A report as it was read",
      "description": "One inspection report: what was judged and where each grade is stated, what must improve, every paragraph. Keys may be added.",
      "type": "object",
      "required": ["schema", "source", "framework", "title", "kind", "licence", "authority", "inspection", "overall", "judgements", "findings", "recommendations", "diagnostics"],
      "properties": {
        "schema": {"const": 1},
        "source": {
          "type": "object",
          "required": ["path", "sha256", "encoding", "lines"],
          "properties": {
            "path": {"type": "string", "description": "The name of the file it was read from"},
            "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
            "encoding": {"type": "string"},
            "lines": {"type": "integer", "minimum": 0},
            "summaryOf": {"type": ["string", "null"]},
            "publisher": {"type": ["string", "null"]},
            "url": {"type": ["string", "null"]}
          }
        },
        "framework": {"type": "string"},
        "title": {"type": "string"},
        "kind": {"enum": ["inspection", "reinspection", "review"]},
        "licence": {"type": ["string", "null"]},
        "authority": {
          "type": "object",
          "required": ["printed", "name", "slug", "gss"],
          "properties": {
            "printed": {"type": "string"}, "name": {"type": "string"}, "slug": {"type": "string"},
            "gss": {"type": ["string", "null"]}
          }
        },
        "inspection": {
          "type": "object",
          "required": ["start", "end", "published", "lead"],
          "properties": {
            "start": {"$ref": "#/$defs/day"}, "end": {"$ref": "#/$defs/day"}, "published": {"$ref": "#/$defs/day"},
            "lead": {"type": ["string", "null"]}
          }
        },
        "overall": {"anyOf": [{"type": "null"}, {"$ref": "#/$defs/judgement"}]},
        "judgements": {"type": "array", "items": {"$ref": "#/$defs/judgement"}},
        "findings": {
          "type": "array",
          "items": {
            "type": "object",
            "required": ["number", "numbering", "section", "text", "line"],
            "properties": {
              "number": {"type": ["integer", "null"]},
              "numbering": {"enum": ["printed", "displaced", "inferred", "none"]},
              "section": {"type": "array", "items": {"type": "string"}},
              "text": {"type": "string"},
              "items": {"$ref": "#/$defs/items"},
              "line": {"$ref": "#/$defs/line"}
            }
          }
        },
        "recommendations": {
          "type": "array",
          "items": {
            "type": "object",
            "required": ["kind", "group", "timescale", "due", "text", "line"],
            "properties": {
              "kind": {"enum": ["improvement", "priorityAction"]},
              "group": {"type": ["string", "null"]},
              "timescale": {"type": ["string", "null"]},
              "due": {"$ref": "#/$defs/day"},
              "responsible": {"type": ["string", "null"]},
              "number": {"type": ["integer", "null"]},
              "text": {"type": "string"},
              "line": {"$ref": "#/$defs/line"}
            }
          }
        },
        "diagnostics": {
          "type": "array",
          "items": {
            "type": "object",
            "required": ["severity", "code", "message", "line", "column"],
            "properties": {
              "severity": {"enum": ["note", "warning", "error"]},
              "code": {"type": "string"},
              "message": {"type": "string"},
              "line": {"type": ["integer", "null"], "minimum": 1},
              "column": {"type": ["integer", "null"], "minimum": 1}
            }
          }
        }
      },
      "$defs": {
        "day": {"type": ["string", "null"], "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
        "line": {"type": "integer", "minimum": 1},
        "items": {
          "type": "array",
          "items": {
            "anyOf": [
              {"type": "string"},
              {
                "type": "object",
                "required": ["text", "items"],
                "properties": {"text": {"type": "string"}, "items": {"$ref": "#/$defs/items"}}
              }
            ]
          }
        },
        "judgement": {
          "type": "object",
          "required": ["id", "group", "title", "printed", "grade", "number", "status", "evidence"],
          "properties": {
            "id": {"type": ["string", "null"], "description": "Null for a judgement that the framework does not know"},
            "group": {"type": ["string", "null"]},
            "title": {"type": "string"},
            "printed": {"type": "string"},
            "grade": {"type": ["string", "null"], "description": "Null unless the status is agreed or single"},
            "number": {"type": ["integer", "null"]},
            "status": {"enum": ["agreed", "single", "conflict", "withheld", "notJudged", "missing"]},
            "reason": {"type": "string", "description": "Why the grade is withheld"},
            "evidence": {
              "type": "array",
              "items": {
                "type": "object",
                "required": ["kind", "line", "text", "grade"],
                "properties": {
                  "kind": {"enum": ["heading", "record", "frontTable", "headline", "prose"]},
                  "line": {"$ref": "#/$defs/line"},
                  "text": {"type": "string"},
                  "grade": {"type": "string"},
                  "repaired": {"type": ["string", "null"]}
                }
              }
            }
          }
        }
      }
    }

    """
}
