import ArgumentParser
import PlumbReports

/// The command: it parses, calls, prints and exits; everything else is done by the modules.
struct Plumb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plumb",
    abstract: "Holds an HTTP/JSON API to its documentation.",
    discussion: """
      Contracts say what the documentation promises, recordings are what the API answered. \
      Without a command, plumb says where to begin.

      Exit status: 0 clean, 1 findings, 64 a command line that cannot be understood, 65 a contract \
      or recording that cannot be read, 69 a live API that could not be reached, 70 a fault of plumb or the system.

      Completions: plumb --generate-completion-script bash, zsh or fish.
      """,
    version: "\(Tool.plumb.name) \(Tool.plumb.version)",
    groupedSubcommands: [
      CommandGroup(
        name: "Recordings",
        subcommands: [
          CheckCommand.self, MergeCommand.self, DriftCommand.self, ShowCommand.self,
          ScanCommand.self, ImportCommand.self,
        ]
      ),
      CommandGroup(name: "Live APIs", subcommands: live),
      CommandGroup(
        name: "Contracts",
        subcommands: [TableCommand.self, LintCommand.self, InferCommand.self, ExportCommand.self]
      ),
      CommandGroup(name: "Rules", subcommands: [ExplainCommand.self, AcceptCommand.self]),
    ].filter { !$0.subcommands.isEmpty }
  )

  /// What needs a socket, and so the package trait `Live`.
  private static var live: [any ParsableCommand.Type] {
    #if Live
    [LiveCommand.self, RecordCommand.self, ProxyCommand.self, ReplayCommand.self]
    #else
    []
    #endif
  }

  func run() {
    StandardStream.output.write(
      """
      plumb holds an HTTP/JSON API to its documentation.

      Where to begin:
        plumb check     do the recordings in recordings/ keep the contracts in contracts/?
        plumb live      does a live API keep them right now?
        plumb drift     where do documents and API part ways, and which row must change?
        plumb table     which operations are under contract, and what is documented of each?
        plumb explain   which rules are there, and what does one mean?
        plumb --help    all commands; plumb help check shows one with examples

      """
    )
  }
}
