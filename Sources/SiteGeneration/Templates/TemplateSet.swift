public import Diagnostics
public import Fingerprinting
internal import Foundation
internal import Mustache

/// The pages as a designer edits them: mustache templates and the files beside them, read and checked.
public struct TemplateSet: Sendable {
  let library: MustacheLibrary
  let assets: [OutputFile]
  /// The templates as they were written.
  let texts: [SourceText]

  /// The digest of the templates and of the files beside them.
  public var digest: Fingerprint {
    let files = texts.map { ($0.path, $0.bytes) } + assets.map { ($0.path, $0.bytes) }
    return Fingerprint(ofFiles: files.map { ($0.0, Fingerprint(of: $0.1)) })
  }

  /// Reads a folder of templates and checks it against what the pages provide.
  ///
  /// Nothing is returned where a template is missing, can't be read or uses a name that its page doesn't know; the
  /// diagnostics tell every such place.
  public static func load(folder: String) -> (templates: TemplateSet?, diagnostics: [Diagnostic]) {
    guard FileManager.default.fileExists(atPath: folder) else {
      let message = "there is no templates folder “\(folder)”"
      return (nil, [Diagnostic(.error, .missingTemplate, message, at: SourceLocation(path: folder))])
    }
    var templates: [String: SourceText] = [:]
    var assets: [OutputFile] = []
    for path in files(in: folder) {
      guard let bytes = FileManager.default.contents(atPath: "\(folder)/\(path)").map({ [UInt8]($0) }) else { continue }
      if path.hasPrefix("assets/") {
        assets.append(OutputFile(path: path, bytes: bytes))
      } else if path.hasSuffix(ending) {
        templates[String(path.dropLast(ending.count))] = SourceText(path: "\(folder)/\(path)", bytes: bytes)
      }
    }
    return make(templates, assets: assets, folder: folder)
  }

  /// Checks templates, by their names, and makes a set of them if nothing is wrong.
  static func make(
    _ templates: [String: SourceText], assets: [OutputFile], folder: String = "Templates"
  ) -> (templates: TemplateSet?, diagnostics: [Diagnostic]) {
    var diagnostics: Set<Diagnostic> = []
    for context in SiteTemplates.contexts {
      guard templates[context.template] != nil else {
        diagnostics.insert(missing("\(context.template)\(ending)", folder: folder))
        continue
      }
      let vocabulary = SiteConstants.vocabulary.merging(context.vocabulary) { _, own in own }
      diagnostics.formUnion(TemplateVerifier.verify(context.template, in: templates, vocabulary: vocabulary))
    }
    for asset in SiteTemplates.assets where !assets.contains(where: { $0.path == asset }) {
      diagnostics.insert(missing(asset, folder: folder))
    }
    guard diagnostics.isEmpty else { return (nil, diagnostics.sorted()) }

    var library = MustacheLibrary()
    for (name, text) in templates.sorted(by: { $0.key < $1.key }) {
      do {
        try library.register(text.string(0..<text.bytes.count), named: name)
      } catch {
        diagnostics.insert(unreadable(text, error))
      }
    }
    guard diagnostics.isEmpty else { return (nil, diagnostics.sorted()) }
    return (
      TemplateSet(
        library: library, assets: assets.sorted { $0.path < $1.path },
        texts: templates.values.sorted { $0.path < $1.path }), []
    )
  }

  private static let ending = ".mustache"

  /// The paths of all files in a folder, sorted, without hidden ones.
  private static func files(in folder: String) -> [String] {
    let paths = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return paths.filter { path in
      var isFolder = ObjCBool(false)
      let exists = FileManager.default.fileExists(atPath: "\(folder)/\(path)", isDirectory: &isFolder)
      return exists && !isFolder.boolValue && !path.split(separator: "/").contains { $0.hasPrefix(".") }
    }.sorted()
  }

  private static func missing(_ file: String, folder: String) -> Diagnostic {
    Diagnostic(
      .error, .missingTemplate, "“\(file)” is needed and not there", at: SourceLocation(path: "\(folder)/\(file)"))
  }

  private static func unreadable(_ text: SourceText, _ error: any Error) -> Diagnostic {
    guard let error = error as? MustacheTemplate.ParserError else {
      return Diagnostic(
        .error, .invalidTemplate, "the template can’t be read: \(error)", at: SourceLocation(path: text.path))
    }
    let line = error.context.lineNumber
    return Diagnostic(
      .error, .invalidTemplate, "the template can’t be read: \(error.error)",
      at: SourceLocation(path: text.path, line: line, column: error.context.columnNumber), excerpt: text.line(line))
  }
}
