import Foundation
import Inspections
import TestSupport
import Testing

@testable import ContentLoading

/// `Content/frameworks/README.md` describes the schema: it names every key and role that the loader accepts.
@Suite("The schema of frameworks")
struct FrameworkSchemaTests {
  private func documented() throws -> Set<String> {
    let text = try #require(TemporaryFolder.text(of: "\(packageFolder)/Content/frameworks/README.md"))
    return Set(text.matches(of: /`([a-z-]+)`/).map { String($0.1) })
  }

  @Test("every key is described")
  func keys() throws {
    let keys = [
      FrameworkKeys.root, FrameworkKeys.service, FrameworkKeys.bodies, FrameworkKeys.recognition, FrameworkKeys.front,
      FrameworkKeys.grade, FrameworkKeys.scale, FrameworkKeys.group,
      FrameworkKeys.judgement, FrameworkKeys.headline, FrameworkKeys.section, FrameworkKeys.timescale,
    ].joined()
    #expect(Set(keys).subtracting(try documented()) == [])
  }

  /// Returns the part of the editors' schema for an object, by the path to it.
  private func schema(_ path: String...) throws -> [String: Any] {
    let text = try #require(TemporaryFolder.text(of: "\(packageFolder)/Documentation/framework.schema.json"))
    let root = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    return try path.reduce(root) { part, name in try #require(part[name] as? [String: Any]) }
  }

  @Test("the schema for editors has every key and no other")
  func editors() throws {
    func keys(_ path: String, isList: Bool = true) throws -> Set<String> {
      let object = try schema("properties", path)
      let item = isList ? try #require(object["items"] as? [String: Any]) : object
      return Set(try #require(item["properties"] as? [String: Any]).keys)
    }
    #expect(Set(try schema("properties").keys) == Set(FrameworkKeys.root))
    #expect(Set(try schema("$defs", "grade", "properties").keys) == Set(FrameworkKeys.grade))
    #expect(try keys("service", isList: false) == Set(FrameworkKeys.service))
    #expect(try keys("bodies", isList: false) == Set(FrameworkKeys.bodies))
    #expect(try keys("recognition", isList: false) == Set(FrameworkKeys.recognition))
    #expect(try keys("front", isList: false) == Set(FrameworkKeys.front))
    #expect(try keys("scales") == Set(FrameworkKeys.scale))
    #expect(try keys("groups") == Set(FrameworkKeys.group))
    #expect(try keys("judgements") == Set(FrameworkKeys.judgement))
    #expect(try keys("headlines") == Set(FrameworkKeys.headline))
    #expect(try keys("sections") == Set(FrameworkKeys.section))
    #expect(try keys("timescales") == Set(FrameworkKeys.timescale))
  }

  @Test("every role is described")
  func roles() throws {
    let roles =
      Grade.Role.allCases.map { YAMLMapping.kebab($0.rawValue) }
      + SectionDefinition.Role.allCases.map { YAMLMapping.kebab($0.rawValue) }
    #expect(Set(roles).subtracting(try documented()) == [])
  }
}
