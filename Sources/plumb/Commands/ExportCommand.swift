import ArgumentParser
import PlumbDocuments
import PlumbModel
import PlumbNotation

/// `plumb export`: contracts in forms that other programs and people read.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes contracts as OpenAPI, JSON Schema, tables or a reference page.",
    discussion: """
      What a form has no words for is listed at standard error, by contract and reason, and is \
      never dropped silently.

      Examples:
        plumb export openapi library --output library.openapi.json
        plumb export schema books.list
        plumb export table library
        plumb export html library --output library.html
      """,
    subcommands: [
      ExportOpenAPICommand.self, ExportSchemaCommand.self, ExportTableCommand.self,
      ExportHTMLCommand.self,
    ]
  )
}

/// `plumb export openapi`: an API as an OpenAPI description.
struct ExportOpenAPICommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "openapi",
    abstract: "Writes the contracts of an API as an OpenAPI 3.1 description.",
    usage: "plumb export openapi [<api>] [<options>]",
    discussion: """
      The description follows OpenAPI \(OpenAPIDescription.version) and is JSON. Pages become \
      tags, shared errors components, keys security schemes; what is not documented is forbidden \
      (additionalProperties: false). Sort orders, links, laws and paging have no words there and \
      are listed at standard error, as is all else that is lost.

      Examples:
        plumb export openapi library
        plumb export openapi library --output library.openapi.json
        plumb export openapi --contracts contracts/library --strict

      Exit status: 0 written, 1 something would be lost and --strict is given, 64 a command line \
      that cannot be understood, 65 a contract that cannot be read, 70 the file cannot be written.
      """
  )

  @Argument(help: "The API; not needed where there is one only.", completion: .apis)
  var api: String?

  @OptionGroup var options: ExportOptions
  @OptionGroup var losses: LossOptions

  func run() throws {
    let library = try options.load()
    let api = try library.api(named: api)
    let description = OpenAPIDescription(api: api, contracts: library.contracts(of: api.id))
    try losses.tell(description.losses)
    try options.write(description.bytes)
  }
}

/// `plumb export schema`: one body as a JSON Schema.
struct ExportSchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Writes the documented body of an operation as a JSON Schema.",
    usage: "plumb export schema <operation> [<options>]",
    discussion: """
      The schema follows JSON Schema 2020-12. It describes one body; what the contract says \
      besides is listed at standard error.

      Examples:
        plumb export schema books.list
        plumb export schema library/books.one --status 404 --output error.schema.json

      Exit status: 0 written, 1 something would be lost and --strict is given, 64 a command line \
      that cannot be understood, 65 a contract that cannot be read, 70 the file cannot be written.
      """
  )

  @Argument(help: "The operation, as api/operation or operation.", completion: .operations)
  var operation: String

  @Option(help: "The response to describe. (default: the first success whose body is documented)")
  var status: Int?

  @OptionGroup var options: ExportOptions
  @OptionGroup var losses: LossOptions

  func run() throws {
    let library = try options.load()
    let contract = try library.contract(named: operation)
    try contract.require(status: status)
    let api = try library.api(of: contract)
    guard let schema = SchemaDocument(contract: contract, api: api, status: status) else {
      let which = status.map { "with the status \($0)" } ?? "of any status"
      throw Failure(.usage, "\(contract.qualifiedName): no body \(which) is documented")
    }
    try losses.tell(schema.losses)
    try options.write(schema.bytes)
  }
}

/// `plumb export table`: the tables of a reference page.
struct ExportTableCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "table",
    abstract: "Writes the tables of operations in the words of a reference page.",
    discussion: """
      The same tables as of plumb table, of one operation, of one API or of all, one below the \
      other.

      Examples:
        plumb export table
        plumb export table library --output library.txt
        plumb export table books.list

      Exit status: 0 written, 64 a command line that cannot be understood, 65 a contract that \
      cannot be read, 70 the file cannot be written.
      """
  )

  @Argument(help: "An operation or an API. (default: all)", completion: .operations)
  var name: String?

  @OptionGroup var options: ExportOptions

  func run() throws {
    let library = try options.load()
    var contracts = library.contracts
    if let name {
      let ofAPI = library.contracts(of: name)
      contracts = ofAPI.isEmpty ? [try library.contract(named: name)] : ofAPI
    }
    var tables: [String] = []
    for contract in contracts {
      let table = ReferenceTable(contract: contract, api: try library.api(of: contract))
      tables.append("\(table)".visibleLines(indent: "") + "\n")
    }
    try options.write(Array(tables.joined(separator: "\n").utf8))
  }
}
