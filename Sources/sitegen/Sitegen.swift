import ArgumentParser

/// The command line: arguments in, diagnostics and a summary out.
@main
struct Sitegen: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sitegen",
    abstract: "Turns inspection reports into a website in which every grade is traced to the lines it was read from.",
    discussion: """
      Put the text of reports into Content/reports and run “sitegen”: the site is in Public, ready for any web host.

        sitegen                                      build the site
        sitegen serve                                show it on this machine, and again after every change
        sitegen new DIR                              start a small site of your own
        sitegen check                                read everything, write nothing, report every problem
        sitegen record                               note in Content/published.csv what the site shows today
        sitegen inspect FILE --format outline        what was read from one report, and from where
        sitegen framework FILE…                      draft a framework from a few reports that no file knows
        sitegen explain grade-conflict               what a diagnostic means and what to do about it

      Exit codes: 0 done (there may be warnings), 1 problems in the content, 3 the environment failed, 64 bad usage.
      """,
    version: "0.1.0",
    subcommands: [
      BuildCommand.self, NewCommand.self, ServeCommand.self, CheckCommand.self, RecordCommand.self, InspectCommand.self,
      FrameworkCommand.self, ExplainCommand.self,
    ],
    defaultSubcommand: BuildCommand.self)
}
