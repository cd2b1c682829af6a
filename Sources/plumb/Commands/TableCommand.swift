import ArgumentParser
import PlumbDocuments
import PlumbModel
import PlumbNotation
import PlumbReports

/// `plumb table`: what is documented of an operation, in the documentation's words?
struct TableCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "table",
    abstract: "Prints the field table of an operation in the words of its documentation.",
    discussion: """
      The rows stand in the order and the words of the reference page, so that anyone can hold a \
      contract against it. Without an operation, lists all operations.

      Examples:
        plumb table
        plumb table books.list
        plumb table library/books.one --status 404
      """
  )

  @Argument(
    help: ArgumentHelp(
      "The operation, as api/operation or, where one API has it, operation.",
      valueName: "operation"
    ),
    completion: .operations
  )
  var name: String?

  @Option(
    help: "The response to show. (default: the first success whose body is documented)"
  )
  var status: Int?

  @OptionGroup var contracts: ContractsOption

  func validate() throws {
    guard status != nil, name == nil else { return }
    throw ValidationError("--status is of one operation; name it")
  }

  func run() throws {
    let library = try contracts.load()
    guard let name else {
      StandardStream.output.write(OperationList.text(of: library))
      return
    }
    let contract = try library.contract(named: name)
    try contract.require(status: status)
    let api = try library.api(of: contract)
    let table = ReferenceTable(contract: contract, api: api, status: status)
    StandardStream.output.write("\(table)".visibleLines(indent: "") + "\n")
  }
}
