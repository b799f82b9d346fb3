import ContentLoading
import Diagnostics
import Foundation
import Inspections

/// A content folder of any number of reports, made from the shipped ones: the same texts about other authorities, each
/// as long as a published report.
struct Corpus {
  /// The content folder.
  let folder: String
  /// The reports' files.
  let reports: [String]
  /// Their texts, in the same order.
  let texts: [[UInt8]]

  /// The length to which reports are extended, by repeating their findings: about that of published ones.
  private static let length = 90_000

  /// Writes a corpus into a folder; `shipped` is the content that ships.
  init(reports count: Int, in folder: String, shipped: String) throws {
    let manager = FileManager.default
    try? manager.removeItem(atPath: folder)
    try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for name in try manager.contentsOfDirectory(atPath: shipped) where name != "reports" {
      try manager.copyItem(atPath: "\(shipped)/\(name)", toPath: "\(folder)/\(name)")
    }
    try manager.createDirectory(atPath: "\(folder)/reports", withIntermediateDirectories: true)
    let content = try ContentLoader.load(directory: shipped)
    let models = try content.reports.sorted().map { path in
      (
        name: path.split(separator: "/").last.map(String.init) ?? path,
        text: try String(contentsOfFile: path, encoding: .utf8)
      )
    }
    let authorities = content.register.authorities.filter { $0.ended == nil }
    var texts: [[UInt8]] = []
    var paths: [String] = []
    for index in 0..<count {
      let model = models[index % models.count]
      let authority = authorities[(index / models.count) % authorities.count]
      let own = content.register.authorities.first { model.name.hasPrefix($0.slug) }
      let year = 2010 + index / (models.count * authorities.count)
      var text = model.text.replacing("2010", with: "\(year)")
      if let own {
        for (old, new) in [(own.officialName, authority.officialName), (own.name, authority.name)] {
          text = text.replacing(old, with: new).replacing(old.replacing(" ", with: "\n"), with: new)
        }
      }
      text = Corpus.lengthened(text)
      let path = "\(folder)/reports/\(index)-\(model.name)"
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
      texts.append(Array(text.utf8))
      paths.append(path)
    }
    self.folder = folder
    reports = paths
    self.texts = texts
  }

  /// Returns the text with its longer paragraphs repeated, until it is as long as a published report.
  private static func lengthened(_ text: String) -> String {
    let blocks = text.components(separatedBy: "\n\n")
    // The title follows the first block, which says what the text is.
    let paragraphs = blocks.dropFirst(3).filter { $0.utf8.count > 300 }
    guard !paragraphs.isEmpty, let place = blocks.lastIndex(where: { $0.utf8.count > 300 }) else { return text }
    var added: [String] = []
    var size = text.utf8.count
    while size < length {
      let paragraph = paragraphs[added.count % paragraphs.count]
      added.append(paragraph)
      size += paragraph.utf8.count + 2
    }
    return (blocks[...place] + added + blocks[(place + 1)...]).joined(separator: "\n\n")
  }
}
