import PlumbModel
public import PlumbNotation
import PlumbText

/// Reads a JSON Schema, draft 7 or 2020-12, as a contract whose response it is.
public enum SchemaImport {
  /// Reads a schema.
  ///
  /// - Parameters:
  ///   - file: The schema.
  ///   - name: What to call the operation, and the path that it is given.
  ///   - isClosed: Whether an object that does not speak of further members has none.
  /// - Throws: What makes the whole file unreadable: another draft, a reference to nothing.
  public static func read(
    _ file: DescriptionFile,
    name: String,
    isClosed: Bool = false
  ) throws(Diagnostic) -> ImportedAPI {
    let dialect = try dialect(of: file)
    let log = RemarkLog(file)
    let references = References(file: file)
    let schemas = SchemaReader(references, dialect, log, isClosed: isClosed)
    let word = DescribedNames.word(name)
    let root = Located(node: file.root, pointer: JSONPointer())
    var type = try schemas.type(root, hint: word)
    try schemas.drain()
    if type.isNullable, !type.isOneLine { type = schemas.hoist(type, like: word) }
    let place = file.place(of: file.root)
    guard let path = try? PathTemplate("/\(word)") else {
      throw Diagnostic(.error, "`\(name)` makes no path", at: place)
    }
    let contract = Contract(
      id: word,
      api: word,
      title: file.root["title"]?.string ?? word,
      path: path,
      responses: [ResponseContract(status: 200, body: .json(type), place: place)],
      place: place
    )
    let api = API(
      id: word,
      title: word,
      server: "https://example.org",
      types: schemas.types,
      place: place
    )
    return ImportedAPI(
      api: api,
      files: [ImportedAPI.File(name: "\(word).yaml", contracts: [contract])],
      remarks: log.remarks
    )
  }

  private static func dialect(of file: DescriptionFile) throws(Diagnostic) -> SchemaDialect {
    let root = file.root
    for word in ["openapi", "swagger"] where root[word] != nil {
      throw Diagnostic(
        .error,
        "this is a description of an API, not a JSON Schema",
        at: file.place(of: root),
        remedy: "use `plumb import openapi`"
      )
    }
    guard root.kind == .object || root.kind == .boolean else {
      throw Diagnostic(
        .error,
        "a schema is an object, here is \(root.kind.rawValue)",
        at: file.place(of: root)
      )
    }
    guard let version = root["$schema"], let text = version.string else { return .draft2020 }
    if text.contains("draft-07") { return .draft7 }
    if text.contains("2020-12") || text.contains("2019-09") { return .draft2020 }
    throw Diagnostic(
      .error,
      "the schema follows \(text); draft 7 and 2020-12 can be read",
      at: file.place(of: version)
    )
  }
}
