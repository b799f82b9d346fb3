import ArgumentParser
import Preview
import Publishing

/// Serves the site to a browser on this machine, and rebuilds it after every change.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Build the site, show it on this machine, and build again after every change.",
    discussion: """
      Pages that are open load again by themselves and stay where they were scrolled to. With an error in the content
      or a template the last good site stays up, and the pages show what is wrong. Ctrl-C stops.
      """)

  @OptionGroup var options: ContentOptions
  @OptionGroup var site: SiteOptions

  @Option(name: .long, help: "The address to listen on; with another than this machine's own, others can look too.")
  var host = "127.0.0.1"

  @Option(name: .long, help: "The port to listen on; if it is taken, the next free one.")
  var port: UInt16 = 8080

  mutating func validate() throws {
    guard port > 0 else { throw ValidationError("--port must be between 1 and 65535.") }
  }

  func run() async throws {
    let output = site.output
    try await CommandRun.perform(options) { printer in
      let server = PreviewServer(build: try site.build(options), host: host, port: port)
      try await server.run { event in
        switch event {
        case .built(let summary):
          CommandRun.report(summary, printer, output: output)
        case .failed(let failure):
          printer.print(failure)
        case .listening(let address, let isOtherPort):
          if isOtherPort { printer.write("port \(port) is taken; using the next free one\n") }
          printer.write("\(address) shows \(output); changes show by themselves, Ctrl-C stops\n")
        }
      }
      return []
    }
  }
}
