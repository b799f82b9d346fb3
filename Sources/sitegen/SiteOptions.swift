import ArgumentParser
import ContentLoading
import Foundation
import Publishing

/// What to build the site from and where to: the options of the commands that build it.
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

  /// What the build takes, with where the content lies.
  ///
  /// - Throws: if the site or the cache would lie in what the site is made from, and be read by the next build.
  func build(_ content: ContentOptions, keepsGoing: Bool = false) throws(ValidationError) -> SiteBuild.Options {
    let templates = ContentOptions.folder(templates, named: "Templates")
    let source = ContentOptions.folder(content.content, named: "Content")
    for (option, folder) in [("--output", output), ("--cache", content.cache)] {
      for source in [source, templates] where Self.isRead(folder, in: source) {
        throw ValidationError(
          "\(option) \(DiagnosticPrinter.escaped(folder)) lies in \(DiagnosticPrinter.escaped(source)), and what is written there would be read as content."
        )
      }
    }
    return SiteBuild.Options(
      content: source, defaults: ContentOptions.shipped("Content"), templates: templates,
      shippedTemplates: ContentOptions.shipped("Templates"), output: output,
      cache: content.cache, baseURL: baseURL, jobs: content.jobCount, maxInput: content.inputLimit,
      search: search.map { $0 ? .always : .never } ?? .auto, isStrict: content.strict, keepsGoing: keepsGoing)
  }

  /// Whether what is in a folder would be read with another: it is inside, and no name on the way is hidden.
  private static func isRead(_ folder: String, in source: String) -> Bool {
    let (folder, source) = (resolved(folder), resolved(source))
    return folder.hasPrefix(source)
      && !folder.dropFirst(source.count).split(separator: "/").contains { $0.hasPrefix(".") }
  }

  /// A folder without links and with a slash at its end, whether it is there or not.
  private static func resolved(_ folder: String) -> String {
    URL(fileURLWithPath: folder).resolvingSymlinksInPath().path + "/"
  }
}
