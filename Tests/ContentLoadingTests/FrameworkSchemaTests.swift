import Foundation
import Inspections
import TestSupport
import Testing

@testable import ContentLoading

/// `Content/frameworks/README.md` is the schema's description: it names every key and role that the loader takes.
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

  @Test("every role is described")
  func roles() throws {
    let roles =
      Grade.Role.allCases.map { YAMLMapping.kebab($0.rawValue) }
      + SectionDefinition.Role.allCases.map { YAMLMapping.kebab($0.rawValue) }
    #expect(Set(roles).subtracting(try documented()) == [])
  }
}
