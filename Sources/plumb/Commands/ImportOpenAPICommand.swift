import ArgumentParser
import PlumbDocuments
import PlumbNotation

/// `plumb import openapi`: an OpenAPI description as contracts.
struct ImportOpenAPICommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "openapi",
    abstract: "Turns an OpenAPI description, 3.0 or 3.1, into contracts.",
    usage: "plumb import openapi <file> [--output <dir>] [--write] [--strict] [<options>]",
    discussion: """
      Reads JSON or YAML and writes api.yaml and a contract file for each tag, or for each group of \
      paths. Says what the notation has no words for, and which defects of the description it \
      mended. Into a folder that has contracts already, only what the description changes is \
      written: orders, links, laws, examples, comments and tighter types stay; the difference is \
      shown first.

      Examples:
        plumb import openapi openapi.json
        plumb import openapi openapi.yaml --output contracts/library
        plumb import openapi newer.json --output contracts/library --write
        curl -s https://a.example/openapi.json | plumb import openapi - --output contracts/library

      Exit status: 0 written, or nothing to write; 1 a difference that was shown and not written, \
      or, with --strict, what contracts cannot say; 64 a command line that cannot be understood; \
      65 a description or contract that cannot be read; 70 the files cannot be written.
      """
  )

  @Argument(
    help: "The description; - is standard input.",
    completion: .file(extensions: ["json", "yaml", "yml"])
  )
  var file: String

  @Option(
    help: ArgumentHelp(
      "The root of every path. (default: the description's first server)",
      valueName: "url"
    )
  )
  var server: String?

  @OptionGroup var options: ImportOptions
  @OptionGroup var colour: ColorOption

  func run() throws {
    let description = try ImportOptions.description(file)
    let name = options.name(orLike: description.title ?? "api")
    let imported: ImportedAPI
    do throws(Diagnostic) {
      imported = try OpenAPIImport.read(
        description,
        OpenAPIImport.Options(id: name, server: server, isClosed: options.closed)
      )
    } catch {
      throw Failure(.unreadable, error.line)
    }
    try ImportOutput(options: options, width: colour.width, isColoured: colour.isColoured)
      .finish(imported)
  }
}
