import ArgumentParser
import PlumbDocuments
import PlumbModel
import PlumbNotation
import PlumbReports

/// `plumb import schema`: a JSON Schema as a contract.
struct ImportSchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Shows a JSON Schema, draft 7 or 2020-12, as a contract.",
    discussion: """
      Prints a contract whose response the schema is, and the named types that api.yaml needs for \
      it. Says at standard error what the notation has no words for, and what was mended.

      Examples:
        plumb import schema book.schema.json
        plumb import schema book.schema.json --closed --strict

      Exit status: 0 printed, 1 with --strict, what contracts cannot say, 64 a command line that \
      cannot be understood, 65 a schema that cannot be read.
      """
  )

  @Argument(
    help: "The schema; - is standard input.",
    completion: .file(extensions: ["json", "yaml", "yml"])
  )
  var file: String

  @Flag(help: "End with an error when the schema says what the notation cannot say.")
  var strict = false

  @Flag(help: "Take an object that does not speak of further members as having none.")
  var closed = false

  @Flag(help: "List every place of what was mended or not said.")
  var allPlaces = false

  @OptionGroup var colour: ColorOption

  func run() throws {
    let schema = try ImportOptions.description(file)
    let imported: ImportedAPI
    do throws(Diagnostic) {
      imported = try SchemaImport.read(schema, name: name, isClosed: closed)
    } catch {
      throw Failure(.unreadable, error.line)
    }
    let remarks = RemarkText(
      remarks: imported.remarks,
      width: colour.width,
      allPlaces: allPlaces
    )
    if !imported.api.types.isEmpty {
      let lines = NotationWriter.text(of: imported.api).split(separator: "\n")
      let types = lines.drop { $0 != "types:" }.joined(separator: "\n")
      StandardStream.output.write("# api.yaml\n\(types)\n\n")
    }
    for file in imported.files {
      let text = NotationWriter.text(of: file.contracts, api: imported.api)
      StandardStream.output.write("# \(file.name)\n\(text)")
    }
    StandardStream.error.write(remarks.text.visibleLines(indent: ""))
    guard strict, imported.remarks.contains(where: { $0.kind == .unsaid }) else { return }
    throw Failure(.findings, "the schema says what contracts cannot say")
  }

  /// The name of the file without its endings.
  private var name: String {
    let last = file.split(separator: "/").last.map(String.init) ?? file
    let stem = String(last.prefix { $0 != "." })
    return stem.isEmpty || stem == "-" ? "body" : stem
  }
}
