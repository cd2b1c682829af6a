import ArgumentParser
import PlumbNotation

/// `plumb lint`: what parses but cannot be meant.
struct LintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Looks for contracts that can be read but not be meant.",
    discussion: """
      Finds order keys, links and laws that name no row, defaults outside their range, parameters \
      of a path without a row, and operations that no request could tell apart.

      Examples:
        plumb lint
        plumb lint contracts/library

      Exit status: 0 nothing found, 1 something found, 65 a contract that cannot be read.
      """
  )

  @Argument(help: "The folder of contracts.", completion: .directory)
  var path = ContractsOption.standardPath

  @Flag(name: .shortAndLong, help: "Say nothing when nothing is found.")
  var quiet = false

  func run() throws {
    let library = try ContractLibrary.load(path)
    let diagnostics = Linter.lint(library).sorted()
    for diagnostic in diagnostics {
      StandardStream.output.write("\(diagnostic)".visibleLines(indent: "") + "\n")
    }
    guard diagnostics.allSatisfy({ $0.severity == .note }) else { throw Failure(.findings) }
    guard !quiet else { return }
    let count = library.contracts.count
    StandardStream.output.write(
      "\(count) operation\(count == 1 ? "" : "s") under contract, nothing to mend\n"
    )
  }
}
