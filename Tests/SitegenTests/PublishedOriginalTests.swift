import Foundation
import TestSupport
import Testing

@Suite("PDFs that are published")
struct PublishedOriginalTests {
  @Test("a PDF is published byte for byte while the settings say so, and its pages are counted")
  func originals() throws {
    let folder = try TemporaryFolder()
    let pdf = SamplePDF.bytes([
      "Inspection of Gloucestershire local authority childrens services", "Inspection dates: 7 to 18 February 2022",
      "Overall effectiveness", "Good", "You may reuse this under the terms of the Open Government Licence.",
    ])
    try folder.write("mine/reports/report.pdf", bytes: pdf)
    let settings = try String(
      contentsOf: Recording.packageFolder().appending(path: "Content/site.yaml"), encoding: .utf8)
    let path = "site/authorities/gloucestershire/2022-02-07-ofsted-ilacs/"
    for isPublished in [false, true, false] {
      try folder.write("mine/site.yaml", settings + "\npublish-originals: \(isPublished)\n")
      let run = try ProgramRun(["--content", "mine", "--output", "site", "--keep-going"], in: folder.path)
      #expect(run.output.contains("1 report read of 1 file"), "\(run.errors)")
      let original = try? Data(contentsOf: URL(fileURLWithPath: folder.path(path + "original.pdf")))
      #expect(original.map(Array.init) == (isPublished ? pdf : nil))
    }
    #expect(try #require(folder.read(path + "report.json")).contains(#""page": 1"#))
  }
}
