import ArgumentParser
import PlumbDocuments
import PlumbModel
import PlumbNotation

/// `plumb export html`: a reference page for people.
struct ExportHTMLCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "html",
    abstract: "Writes the contracts of an API as a reference page.",
    discussion: """
      The page is one file of HTML that asks nothing of a network and runs nothing: requests, \
      parameters, field tables, errors, and the sentences on paging, order, links and laws.

      Examples:
        plumb export html library --output library.html

      Exit status: 0 written, 64 a command line that cannot be understood, 65 a contract that \
      cannot be read, 70 the file cannot be written.
      """
  )

  @Argument(help: "The API; not needed where there is one only.", completion: .apis)
  var api: String?

  @OptionGroup var options: ExportOptions

  func run() throws {
    let library = try options.load()
    let api = try library.api(named: api)
    let page = ReferenceHTML(api: api, contracts: library.contracts(of: api.id))
    try options.write(page.bytes)
  }
}
