import ArgumentParser
import PlumbModel
import PlumbNotation
import PlumbRecordings
import PlumbReports

/// `plumb scan`: are there credentials in files that others made?
struct ScanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scan",
    abstract: "Looks for credentials in recordings.",
    usage: "plumb scan [<path> ...] [<options>]",
    discussion: """
      Paths are files of any kind, folders (in which .http, .har, .ndjson, .jsonl and .json files \
      are looked through), or - for standard input. Credentials are known by their value \
      (--secret-from, and the variables that the contracts name for their keys), by the name \
      beside them, or by their shape. The place and the kind are printed, never the value.

      Examples:
        plumb scan session.har
        plumb scan recordings --secret-from LIBRARY_KEY
        plumb scan session.har --fix

      Exit status: 0 no credential found, or all taken out; 1 credentials found; 64 a command line \
      that cannot be understood; 65 a file that cannot be read, or nothing to look through; 70 a \
      file that cannot be written.
      """
  )

  @Argument(
    help: ArgumentHelp(
      "Files, folders of them, or - for standard input. (default: recordings)",
      valueName: "path"
    ),
    completion: .file()
  )
  var paths: [String] = []

  @Option(
    name: .customLong("secret-from"),
    help: ArgumentHelp(
      "An environment variable whose value to look for; may be repeated.",
      valueName: "name"
    )
  )
  var variables: [String] = []

  @Flag(help: "Put placeholders in place of the credentials; all else stays byte for byte.")
  var fix = false

  @Option(
    name: .customLong("report"),
    help: ArgumentHelp("How to print what was found: text or json.", valueName: "format[=file]")
  )
  var report = ReportTarget(.text)

  @OptionGroup var contracts: ContractsOption

  @Flag(name: .shortAndLong, help: "Say nothing but what was found.")
  var quiet = false

  func validate() throws {
    if fix, paths.contains("-") {
      throw ValidationError("--fix writes files; standard input is none")
    }
    if paths.count(where: { $0 == "-" }) > 1 {
      throw ValidationError("standard input can be read once; name - once")
    }
  }

  func run() throws {
    if let file = report.file { try ReportFile.prepare(file) }
    let files = try ScanFinder.files(at: paths)
    var run = ScanRun(redactor: try redactor(), fixes: fix)
    for file in files { run.scan(file) }
    let bytes =
      report.format == .json ? run.report.json : Array(run.report.text(isQuiet: quiet).utf8)
    if let file = report.file {
      try ReportFile.write(bytes, to: file)
    } else {
      StandardStream.output.write(bytes)
    }
    for error in run.unread + run.unwritten { Console.error(error.description) }
    guard run.unwritten.isEmpty else { throw Failure(.fault) }
    guard run.unread.isEmpty else { throw Failure(.unreadable) }
    if run.isLeft { throw Failure(.findings) }
  }

  /// What knows the values to look for and the names under contract.
  private func redactor() throws(Failure) -> Redactor {
    var secrets: [Secret] = []
    for name in variables {
      guard let value = Environment.value(of: name) else {
        throw Failure(.usage, "--secret-from \(name): this variable is not set, or empty")
      }
      secrets.append(Secret(name: name, value: value))
    }
    guard contracts.contracts != ContractsOption.standardPath || Folder.exists(contracts.contracts)
    else { return Redactor(secrets: secrets) }
    return Redactor(of: try contracts.load(), besides: secrets)
  }
}
