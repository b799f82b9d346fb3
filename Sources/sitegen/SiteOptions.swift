import ArgumentParser
import ContentLoading
import Foundation
import Publishing

/// The options of the commands that build the site: its templates, its output and its URL.
struct SiteOptions: ParsableArguments {
  @Option(name: .long, help: "A folder of templates and assets; what it doesn't have are those that ship.")
  var templates = "Templates"

  @Option(name: .long, help: "The folder to write the site to.")
  var output = "Public"

  @Option(
    name: .customLong("base-url"),
    help: "The web address the site will have, for feeds, the sitemap and canonical links.")
  var baseURL: String?

  @Flag(inversion: .prefixedNo, help: "Index the full text for searching; if not said, where Pagefind is installed.")
  var search: Bool?

  mutating func validate() throws {
    guard let baseURL else { return }
    do {
      self.baseURL = try SiteConfiguration.baseURL(from: baseURL)
    } catch {
      throw ValidationError("--base-url \(error.message)")
    }
  }

  /// Returns the options of the build, with those of the content.
  ///
  /// - Throws: if the site or the cache would be inside the content or the templates, and be read by the next build.
  func build(_ content: ContentOptions, keepsGoing: Bool = false) throws(ValidationError) -> SiteBuild.Options {
    let templates = ContentOptions.folder(templates, named: "Templates")
    let source = ContentOptions.folder(content.content, named: "Content")
    for (option, folder) in [("--output", output), ("--cache", content.cache)] {
      for source in [source, templates] where Self.isRead(folder, in: source) {
        throw ValidationError(
          "\(option) \(DiagnosticPrinter.escaped(folder)) is in \(DiagnosticPrinter.escaped(source)), and what is written there would be read as content."
        )
      }
    }
    return SiteBuild.Options(
      content: source, defaults: ContentOptions.shipped("Content"), templates: templates,
      shippedTemplates: ContentOptions.shipped("Templates"), output: output,
      cache: content.cache, baseURL: baseURL, jobs: content.jobCount, maxInput: content.inputLimit,
      search: search.map { $0 ? .always : .never } ?? .auto, isStrict: content.strict, keepsGoing: keepsGoing)
  }

  /// Whether a folder would be read as part of another: it is inside, and no name in between is hidden.
  private static func isRead(_ folder: String, in source: String) -> Bool {
    let (folder, source) = (resolved(folder), resolved(source))
    return folder.hasPrefix(source)
      && !folder.dropFirst(source.count).split(separator: "/").contains { $0.hasPrefix(".") }
  }

  /// Returns a folder with links resolved and a slash at its end, whether it exists or not.
  private static func resolved(_ folder: String) -> String {
    URL(fileURLWithPath: folder).resolvingSymlinksInPath().path + "/"
  }
}
