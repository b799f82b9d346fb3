internal import ContentLoading
public import Diagnostics
internal import Foundation
public import Records

/// The designer's templates and the files beside them, read and checked.
public struct TemplateSet: Sendable {
  /// The compiled templates by name.
  let compiled: [String: Template]
  let assets: [OutputFile]
  /// The sources of the templates.
  let texts: [SourceText]

  /// The digest of the templates and of the files beside them.
  public var digest: Fingerprint {
    let files = texts.map { ($0.path, $0.bytes) } + assets.map { ($0.path, $0.bytes) }
    return Fingerprint(of: "files", files.map(\.0), files.map { Fingerprint(of: $0.1) })
  }

  /// Reads a folder of templates and checks it against the contexts of the pages.
  ///
  /// - Parameters:
  ///   - folder: the publisher's folder; it needs only the files that it changes.
  ///   - shipped: the folder with the default files.
  /// - Returns: the templates, or nil if a file is missing, unreadable or invalid, or uses an unknown name; the
  ///   diagnostics list all such errors.
  /// - Throws: if a file can't be read.
  public static func load(
    folder: String, over shipped: String
  ) throws(EnvironmentError) -> (templates: TemplateSet?, diagnostics: [Diagnostic]) {
    guard FileManager.default.fileExists(atPath: folder) else {
      let message = "there is no templates folder “\(folder)”"
      return (nil, [Diagnostic(.error, .missingTemplate, message, at: SourceLocation(path: folder))])
    }
    var sources: [String: String] = [:]
    var diagnostics: [Diagnostic] = []
    for folder in [shipped, folder] {
      let listing = try FolderListing(of: folder)
      diagnostics += listing.problems
      for file in listing.files { sources[String(file.path.dropFirst(folder.count + 1))] = file.path }
    }
    var texts: [String: SourceText] = [:]
    var assets: [OutputFile] = []
    for (path, source) in sources {
      if path.hasPrefix("assets/") {
        switch try FileReader.read(source, allowsEmpty: true) {
        case .bytes(let bytes): assets.append(OutputFile(path: path, bytes: bytes))
        case .problem(let problem): diagnostics.append(problem)
        }
      } else if path.hasSuffix(ending) {
        let (text, problems) = try TextFile.read(source)
        diagnostics += problems
        texts[String(path.dropLast(ending.count))] = text
      }
    }
    guard diagnostics.isEmpty else { return (nil, diagnostics.sorted()) }
    return make(texts, assets: assets, folder: folder, shipped: shipped)
  }

  /// Checks templates, keyed by name, and creates a set of them if there are no errors.
  static func make(
    _ texts: [String: SourceText], assets: [OutputFile], folder: String = "Templates", shipped: String = ""
  ) -> (templates: TemplateSet?, diagnostics: [Diagnostic]) {
    var compiler = TemplateCompiler(texts)
    var compiled: [String: Template] = [:]
    var diagnostics: Set<Diagnostic> = []
    func reportMissing(_ path: String) {
      let message =
        "“\(path)” is needed; it is neither here nor among the templates that ship with the program, in “\(shipped)”"
      diagnostics.insert(Diagnostic(.error, .missingTemplate, message, at: SourceLocation(path: "\(folder)/\(path)")))
    }
    for asset in assets where assets.contains(where: { asset.path.hasPrefix("\($0.path)/") }) {
      let message = "what is a folder here is a file of the templates that ship; rename one"
      diagnostics.insert(
        Diagnostic(.error, .pathCollision, message, at: SourceLocation(path: "\(folder)/\(asset.path)")))
    }
    for root in SiteTemplates.roots {
      compiled[root.template] = compiler.compile(root.template, scopes: [SiteConstants.self, root])
      if compiled[root.template] == nil {
        reportMissing("\(root.template)\(ending)")
      }
    }
    for asset in SiteTemplates.assets where !assets.contains(where: { $0.path == asset }) {
      reportMissing(asset)
    }
    diagnostics.formUnion(compiler.problems)
    guard diagnostics.isEmpty else { return (nil, diagnostics.sorted()) }
    let unused = texts.filter { !compiler.used.contains($0.key) }.map { name, text in
      Diagnostic(
        .warning, .unusedTemplate, "no page uses “\(name)\(ending)”; “sitegen explain template” lists those that do",
        at: SourceLocation(path: text.path))
    }
    return (
      TemplateSet(
        compiled: compiled, assets: assets.sorted { $0.path < $1.path },
        texts: texts.values.sorted { $0.path < $1.path }
      ), unused.sorted()
    )
  }

  private static let ending = ".mustache"
}
