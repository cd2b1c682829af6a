import ArgumentParser
import PlumbDocuments
import PlumbModel
import PlumbNotation
import PlumbRecordings
import PlumbText

/// `plumb import page`: a reference page as contracts.
struct ImportPageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "page",
    abstract: "Turns a page of reference documentation into contracts.",
    usage: "plumb import page <file> [<options>]",
    discussion: """
      Reads a page that was saved as text, Markdown or HTML: a title for each service, a field \
      table with the columns Field and Type, and parameter tables. Nesting, optional and required \
      are said as plumb table says them.

      Its tables become promises. What it says in sentences, or not at all (paths, pages, orders, \
      links), stands beside them as comments that begin with "To be confirmed".

      Examples:
        plumb import page books.html
        plumb import page books.txt --title Books --output contracts/library

      Exit status: 0 written, 64 a command line that cannot be understood, 65 a page that cannot \
      be read or documents nothing, 70 the contracts cannot be written.
      """
  )

  @Argument(
    help: "The page: text, Markdown or HTML.",
    completion: .file(extensions: ["txt", "md", "html", "htm"])
  )
  var file: String

  @Option(
    help: ArgumentHelp(
      """
      The folder of the API to write into; an api.yaml that is there is kept. (default: the page \
      to standard output)
      """,
      valueName: "dir"
    ),
    completion: .directory
  )
  var output: String?

  @Option(help: ArgumentHelp("The page's title. (default: its first heading)"))
  var title: String?

  @Option(help: ArgumentHelp("The address of the page.", valueName: "url"))
  var source: String?

  @Flag(help: "Write a file anew that is there already.")
  var replace = false

  func run() throws {
    let folder = output.map { ContractFolderOutput(folder: $0, replaces: replace) }
    let existing = try folder?.existing()
    var options = ReferencePage.Options()
    options.title = title
    options.source = source
    options.name = folder?.name ?? options.name
    options.api = existing?.apis.first
    let page = try read(options)
    let text = NotationWriter.text(of: page.contracts, api: page.api, comments: page.comments)
    guard let folder else { return StandardStream.output.write(text) }
    try check(page, against: existing, file: page.fileName)
    var files = [(name: page.fileName, text: text)]
    if existing == nil {
      let api = NotationWriter.text(of: page.api, comments: page.apiComments)
      files.insert((name: "api.yaml", text: api), at: 0)
    }
    try folder.write(files)
  }

  private func read(_ options: ReferencePage.Options) throws(Failure) -> ReferencePage {
    let bytes: [UInt8]
    do throws(RecordingError) {
      bytes = try FileReader.bytes(of: file)
    } catch {
      throw Failure(.unreadable, "\(error.inFile(file))")
    }
    do throws(Diagnostic) {
      return try ReferencePage(bytes, file: file, options: options)
    } catch {
      throw Failure(.unreadable, error.line)
    }
  }

  /// Refuses operations that another file of the API has already.
  private func check(
    _ page: ReferencePage,
    against existing: ContractLibrary?,
    file: String
  ) throws(Failure) {
    let ids = Set(page.contracts.map(\.id))
    let other = existing?.contracts.first { contract in
      ids.contains(contract.id) && !contract.place.file.hasSuffix("/\(file)")
    }
    guard let other else { return }
    throw Failure(
      .unreadable,
      "the operation `\(other.id)` stands already in \(other.place); name the page with --title"
    )
  }
}
