import PlumbModel
public import PlumbNotation
import PlumbText

/// Reads an OpenAPI description, 3.0 or 3.1, as contracts.
public struct OpenAPIImport {
  /// How to read what a description leaves open.
  public struct Options: Hashable, Sendable {
    /// The name of the API, which is that of its folder.
    public var id: String

    /// The root of every path; `nil` takes the description's first server.
    public var server: String?

    /// Whether an object that does not speak of further members has none.
    public var isClosed: Bool

    /// Creates options.
    public init(id: String, server: String? = nil, isClosed: Bool = false) {
      self.id = id
      self.server = server
      self.isClosed = isClosed
    }
  }

  private let file: DescriptionFile
  private let options: Options
  private let log: RemarkLog
  private let references: References
  private let schemas: SchemaReader

  /// Reads a description.
  ///
  /// - Throws: What makes the whole file unreadable, with its place and how to mend it: no OpenAPI,
  ///   another version, no server, a reference to nothing.
  public static func read(
    _ file: DescriptionFile,
    _ options: Options
  ) throws(Diagnostic) -> ImportedAPI {
    let dialect = try OpenAPIVersion.dialect(of: file)
    return try OpenAPIImport(file, options, dialect).read()
  }

  private init(_ file: DescriptionFile, _ options: Options, _ dialect: SchemaDialect) {
    self.file = file
    self.options = options
    log = RemarkLog(file)
    references = References(file: file)
    schemas = SchemaReader(references, dialect, log, isClosed: options.isClosed)
  }

  private func read() throws(Diagnostic) -> ImportedAPI {
    let root = Located(node: file.root, pointer: JSONPointer())
    var api = try APIFacts(file: file, options: options, log: log).read(root)
    guard let paths = root["paths"], paths.node.members?.isEmpty == false else {
      throw Diagnostic(.error, "the description has no `paths`", at: file.place(of: file.root))
    }
    for name in ["webhooks", "x-webhooks"] {
      if let hooks = root[name] { log.unsaid("requests that the API itself makes", hooks) }
    }
    let keyHeaders = Set(api.keys.map { $0.header.lowercased() })
    let reader = OperationImport(
      api: options.id,
      references: references,
      schemas: schemas,
      log: log,
      keyHeaders: keyHeaders
    )
    var operations: [ImportedOperation] = []
    for (path, item) in paths.members where !path.hasPrefix("x-") {
      operations += try reader.read(path, try references.resolve(item))
    }
    try schemas.drain()
    DescribedNames.name(&operations)
    api.errors = SharedErrors.shared(by: operations.map(\.contract))
    api.types = schemas.types
    let files = OperationGroups(root, operations).files()
    return ImportedAPI(api: api, files: files, remarks: log.remarks)
  }
}

/// An operation with what a description says of where it belongs.
struct ImportedOperation {
  var contract: Contract
  var operationID: String?
  var tag: String?
}

/// Which OpenAPI a description is.
enum OpenAPIVersion {
  /// Returns the dialect of its schemas.
  ///
  /// - Throws: When it is no OpenAPI 3.0 or 3.1: what it is instead, and what to do.
  static func dialect(of file: DescriptionFile) throws(Diagnostic) -> SchemaDialect {
    let root = file.root
    let start = file.place(of: root)
    guard root.kind == .object else {
      throw Diagnostic(
        .error,
        "a description is an object, here is \(root.kind.rawValue)",
        at: start
      )
    }
    if let version = root["swagger"] {
      throw Diagnostic(
        .error,
        "this is Swagger \(text(version)); OpenAPI 3.0 and 3.1 can be read",
        at: file.place(of: version),
        remedy: "convert it to OpenAPI 3 first"
      )
    }
    guard let version = root["openapi"] else {
      let isSchema = root["$schema"] != nil || root["properties"] != nil || root["$defs"] != nil
      throw Diagnostic(
        .error,
        "this is no OpenAPI description: it has no `openapi`",
        at: start,
        remedy: isSchema ? "for a JSON Schema use `plumb import schema`" : nil
      )
    }
    let words = text(version)
    if words.hasPrefix("3.0") { return .openAPI30 }
    if words.hasPrefix("3.1") { return .openAPI31 }
    throw Diagnostic(
      .error,
      "this is OpenAPI \(words); 3.0 and 3.1 can be read",
      at: file.place(of: version)
    )
  }

  private static func text(_ node: JSONNode) -> String {
    node.string ?? node.number?.text ?? "of no version"
  }
}
