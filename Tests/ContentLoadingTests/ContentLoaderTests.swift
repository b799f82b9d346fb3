import Diagnostics
import Foundation
import Inspections
import TestSupport
import Testing

@testable import ContentLoading

@Suite struct ContentLoaderTests {
  private let shipped = packageFolder + "/Content"

  @Test func whatShipsIsWithoutProblems() throws {
    let content = try ContentLoader.load(directory: shipped)
    #expect(content.diagnostics.text == "")
    #expect(content.frameworks.map(\.id).contains("ofsted-slac"))
    #expect(content.register.authorities.count > 150)
    #expect(!content.configuration.title.isEmpty)
    #expect(content.reports.count >= 10 && content.reports == content.reports.sorted())
  }

  /// `Dorset` alone is the name of two bodies, one after the other; every other name means its own authority.
  @Test func everyNameOfTheShippedRegisterMeansItsAuthority() throws {
    let register = try ContentLoader.load(directory: shipped).register
    var others: [String] = []
    for authority in register.authorities {
      for name in [authority.name, authority.officialName] + authority.variants
      where register.resolve(name, on: nil) != .found(authority) {
        others.append(name)
      }
    }
    #expect(others == ["Dorset"])
  }

  /// Reports are recognised by their paths.
  @Test func theInventorySpellsPathsAsTheLoaderDoes() throws {
    let folder = try TemporaryFolder()
    try folder.write("mine/reports/deep/a.txt", "A report")
    try folder.write("mine/reports/B.TXT", "Another")
    try folder.write("mine/site.yaml", "title: Mine\n")
    for typed in [folder.path("mine"), folder.path("mine/"), folder.path("mine//")] {
      let inventory = try ContentInventory(content: typed, defaults: shipped, templates: [folder.path("mine")])
      let content = try ContentLoader.load(directory: typed, defaults: shipped)
      #expect(inventory.reports.map(\.path) == content.reports)
      #expect(content.reports == [folder.path("mine/reports/B.TXT"), folder.path("mine/reports/deep/a.txt")])
      #expect(inventory.settings.map(\.path).filter { $0.hasPrefix(folder.path) } == [folder.path("mine/site.yaml")])
      #expect(!inventory.settings.contains { $0.path.contains("/reports/") })
    }
  }

  @Test func whatAFolderLacksComesFromTheDefaults() throws {
    let folder = try TemporaryFolder()
    try folder.write("reports/a.txt", "A report")
    let content = try ContentLoader.load(directory: folder.path + "/", defaults: shipped)
    let defaults = try ContentLoader.load(directory: shipped)
    #expect(content.reports == [folder.path("reports/a.txt")])
    #expect(content.configuration == defaults.configuration)
    #expect(content.frameworks == defaults.frameworks)
    #expect(content.register.authorities == defaults.register.authorities)
    #expect(content.pages.isEmpty)
  }

  @Test func aFoldersOwnFilesComeFirst() throws {
    let folder = try TemporaryFolder()
    let slac = try #require(TemporaryFolder.text(of: shipped + "/frameworks/ofsted-slac.yaml"))
    try folder.write("frameworks/mine.yaml", slac.replacing("short-name: SLAC", with: "short-name: MINE"))
    try folder.write("site.yaml", "title: Mine\n")
    let content = try ContentLoader.load(directory: folder.path, defaults: shipped)
    let framework = content.frameworks.first { $0.id == "ofsted-slac" }
    #expect(framework?.shortName == "MINE")
    #expect(content.frameworks.count == (try ContentLoader.load(directory: shipped).frameworks.count))
    #expect(content.configuration.title == "Mine")
    #expect(content.diagnostics == [])
  }

  @Test func twoFrameworksWithOneIdentifierAreAProblem() throws {
    let folder = try TemporaryFolder()
    let slac = try #require(TemporaryFolder.text(of: shipped + "/frameworks/ofsted-slac.yaml"))
    try folder.write("frameworks/a.yaml", slac)
    try folder.write("frameworks/b.yaml", slac)
    let content = try ContentLoader.load(directory: folder.path, defaults: shipped)
    let (a, b) = (folder.path("frameworks/a.yaml"), folder.path("frameworks/b.yaml"))
    #expect(content.diagnostics.text == "\(b): the framework “ofsted-slac” is in \(a) too [invalid-key]")
  }

  @Test func findsReportsHoweverDeepAndSaysWhatIsNotRead() throws {
    let folder = try TemporaryFolder()
    for name in ["b.txt", "a/deep/er/c.PDF", "a/d.md", ".hidden.txt", ".git/e.txt", "z.txt~", "notes.docx", "plain"] {
      try folder.write("reports/\(name)", "text")
    }
    try folder.write("frameworks/README.md", "What this folder is for")
    try folder.link("reports/a/around", to: folder.path("reports"))
    try folder.link("reports/again.txt", to: "b.txt")
    let content = try ContentLoader.load(directory: folder.path, defaults: shipped)
    let names = content.reports.map { $0.dropFirst(folder.path.count + 9) }
    #expect(names == ["a/d.md", "a/deep/er/c.PDF", "again.txt", "b.txt", "plain"])
    #expect(
      content.diagnostics.text == """
        \(folder.path("reports/notes.docx")): the file is not read: here names end in .txt, .text, .md, .markdown, .pdf \
        [skipped-file]
        """)
  }

  @Test func aRegisterThatCannotBeReadIsOneError() throws {
    let folder = try TemporaryFolder()
    try folder.write("authorities.csv", "slug;name;region\nmine;Mine;London\nyours;Yours;London\n")
    try folder.write("sets/pairs.csv", "of,authority\nmine,yours\n")
    try folder.write("places.csv", "place,authority\nA town,mine\n")
    try folder.write("reports/a.txt", "Inspection of Mine\n")
    let content = try ContentLoader.load(directory: folder.path, defaults: shipped)
    #expect(content.diagnostics.map(\.location?.description) == [folder.path("authorities.csv") + ":1:1"])
    #expect(content.reports == [], "each would be of an unknown authority")
  }

  @Test func aPageInAFolderInsideIsSaidNotToBeRead() throws {
    let folder = try TemporaryFolder()
    for name in ["guide/how.md", "notes.markdown", "picture.png"] { try folder.write("pages/\(name)", "# A page\n") }
    let content = try ContentLoader.load(directory: folder.path, defaults: shipped)
    #expect(content.pages.map(\.path) == [folder.path("pages/notes.markdown")])
    #expect(
      content.diagnostics.text == """
        \(folder.path("pages/guide/how.md")): the file is not read: it is in a folder inside \(folder.path("pages")) \
        [skipped-file]
        \(folder.path("pages/picture.png")): the file is not read: here names end in .md, .markdown [skipped-file]
        """)
  }

  /// Each of these was once skipped without a message, and the report was missing from the site.
  @Test func whatCannotBeReadIsAnError() throws {
    let folder = try TemporaryFolder()
    try folder.write("reports/a.txt", "A report")
    #expect(mkfifo(folder.path("reports/pipe.txt"), 0o600) == 0)
    let deep = "reports/" + (1...17).map { "\($0)" }.joined(separator: "/")
    try folder.write("\(deep)/b.txt", "A report")
    var expected = [
      "\(folder.path(deep)): the folder is not read: it is more than 16 folders deep [unreadable-file]",
      "\(folder.path("reports/pipe.txt")): it is neither a file nor a folder, and is not read [unreadable-file]",
    ]
    #if os(Linux)
      let latin = folder.path("reports/caf").utf8.map { CChar(bitPattern: $0) } + [CChar(bitPattern: 0xE9), 0]
      close(open(latin, O_CREAT | O_WRONLY, 0o600))
      expected.append("\(folder.path("reports/caf\u{FFFD}")): its name is not UTF-8; rename it [unreadable-file]")
    #endif
    let content = try ContentLoader.load(directory: folder.path, defaults: shipped)
    #expect(content.reports == [folder.path("reports/a.txt")])
    #expect(content.diagnostics.text == expected.sorted().joined(separator: "\n"))

    let inventory = try ContentInventory(content: folder.path, defaults: shipped, templates: [shipped])
    #expect(inventory.reports.count == 1 + expected.count)
  }

  /// A disk that is not mounted is no reason to take its reports off the site.
  @Test func aLinkToNothingStopsTheWork() throws {
    for target in ["gone.txt", "b.txt"] {
      let folder = try TemporaryFolder()
      try folder.write("reports/a.txt", "A report")
      let link = folder.path("reports/b.txt")
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: folder.path("reports/\(target)"))
      let failure = #expect(throws: EnvironmentError.self) {
        try ContentLoader.load(directory: folder.path, defaults: shipped)
      }
      #expect(failure?.message == "could not read \(link): it is a link to nothing")
    }
  }

  @Test func pagesMustBeUTF8() throws {
    let folder = try TemporaryFolder()
    try folder.write("pages/about.md", "\u{FEFF}# About\r\nus\r\n")
    try folder.write("pages/empty.md", "")
    try folder.write("pages/old.md", bytes: Array("fine\nline\n".utf8) + [0xE9, 0x0A])
    let content = try ContentLoader.load(directory: folder.path, defaults: shipped)
    #expect(content.pages.map { $0.string(0..<$0.bytes.count) } == ["# About\nus\n"])
    let (empty, old) = (folder.path("pages/empty.md"), folder.path("pages/old.md"))
    #expect(
      content.diagnostics.text == """
        \(empty): the file is empty [empty-file]
        \(old):3: the text is not UTF-8; save the file in that encoding [invalid-encoding]
        """)
  }

  @Test func whatIsInNoFolderStopsTheWork() throws {
    let folder = try TemporaryFolder()
    #expect(throws: EnvironmentError("could not find the content folder /no/such")) {
      try ContentLoader.load(directory: "/no/such", defaults: shipped)
    }
    let site = folder.path("site.yaml")
    #expect(throws: EnvironmentError("could not find \(site)")) {
      try ContentLoader.load(directory: folder.path)
    }
  }
}
