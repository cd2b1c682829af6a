import ArgumentParser
import PlumbDocuments
import PlumbModel
import PlumbNotation
import PlumbRecordings
import PlumbText

/// How descriptions are imported, and where to.
struct ImportOptions: ParsableArguments {
  @Option(
    name: [.customLong("output"), .customLong("into")],
    help: ArgumentHelp(
      """
      The API's folder, such as contracts/library. What is there already is kept as far as the \
      description does not contradict it. (default: print to standard output)
      """,
      valueName: "dir"
    ),
    completion: .directory
  )
  var output: String?

  @Flag(help: "Write into a folder that has contracts already, without asking.")
  var write = false

  @Flag(help: "End with an error when the description says what the notation cannot say.")
  var strict = false

  @Flag(help: "Take an object that does not speak of further members as having none.")
  var closed = false

  @Flag(help: "List every place of what was mended or not said.")
  var allPlaces = false

  /// The name of the API: that of its folder.
  func name(orLike title: String) -> String {
    var path = output ?? title
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    guard output == nil else { return path.split(separator: "/").last.map(String.init) ?? "api" }
    return Self.name(like: path)
  }

  /// The name of an API of which only the title is known.
  static func name(like title: String) -> String {
    let last = title.split(separator: "/").last.map(String.init) ?? "api"
    let word = last.lowercased().map { character in
      character.isASCII && (character.isLetter || character.isNumber) ? String(character) : "_"
    }.joined()
    return word.isEmpty ? "api" : word
  }

  /// Reads a description from a file, or with `-` from standard input.
  static func description(_ path: String) throws(Failure) -> DescriptionFile {
    guard !Folder.isFolder(path) else {
      throw Failure(.unreadable, "\(path): this is a folder; name the file in it")
    }
    let bytes: [UInt8]
    do throws(RecordingError) {
      let limit = DescriptionFile.byteLimit
      bytes =
        path == "-" ? try StandardInput.body() : try FileReader.bytes(of: path, limit: limit)
    } catch {
      throw Failure(.unreadable, "\(error.inFile(path))")
    }
    do throws(Diagnostic) {
      return try DescriptionFile(bytes, path: path == "-" ? "standard input" : path)
    } catch {
      throw Failure(.unreadable, error.line)
    }
  }
}
