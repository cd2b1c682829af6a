import PlumbChecking
import PlumbDrift
import PlumbModel
import PlumbNotation
import PlumbText

/// Small documents and answers, and what comparing them shows.
enum Compared {
  static let api = """
    api: Library
    server: https://api.example.org
    """

  /// Documents with one operation `list` that has these lines, besides `get: /books`.
  static func documents(_ lines: String, api: String = api) throws -> Documents {
    let indented = lines.split(separator: "\n").map { "    \($0)\n" }.joined()
    return try documents(file: "contracts:\n  list:\n    get: /books\n" + indented, api: api)
  }

  /// Documents of one file.
  static func documents(file: String, api: String = api) throws -> Documents {
    let library = try ContractLoader.load([
      ContractLoader.Folder(
        id: "library",
        api: NotationFile(path: "library/api.yaml", text: api),
        contracts: [NotationFile(path: "library/books.yaml", text: file)]
      )
    ])
    return Documents(apis: library.apis, contracts: library.contracts, isWhole: true)
  }

  /// Documents of one operation with these rows in its response.
  static func rows(_ rows: String) throws -> Documents {
    try documents("response:\n" + rows.split(separator: "\n").map { "  \($0)\n" }.joined())
  }

  /// What is seen of an API that answers `GET /books` with these bodies.
  static func sight(_ bodies: [String], _ documents: Documents, status: Int = 200) throws -> Sight {
    try sight(
      of: bodies.enumerated().map { index, body in
        Exchange(
          request: Exchange.Request(url: "https://api.example.org/books?n=\(index)"),
          response: Exchange.Response(
            status: status,
            fields: [HTTPField(name: "Content-Type", value: "application/json")],
            body: Array(body.utf8)
          )
        )
      },
      documents
    )
  }

  /// What is seen of exchanges, as they would be read from recordings `0.http`, `1.http` …
  static func sight(of exchanges: [Exchange], _ documents: Documents) throws -> Sight {
    var options = Checker.Options()
    options.observesValues = true
    let checker = Checker(
      apis: documents.apis,
      contracts: documents.contracts,
      options: options
    )
    let extractor = checker.makeExtractor()
    var reader = RecordingReader()
    var layout = ExchangeLayout()
    for (rank, exchange) in exchanges.enumerated() {
      let recording = Recording.encode(exchange)
      let padded = recording + [UInt8](repeating: 0, count: ExchangeLayout.padding)
      let text = padded.span
      _ = try reader.layout(of: text, count: recording.count, into: &layout)
      extractor.extract(
        layout,
        in: text.bytes,
        from: ExchangeSource(file: "\(rank).http", rank: rank, session: "session")
      ) { range in
        FilePlace.locate(range, in: text.bytes, end: recording.count)
      }
    }
    let extract = extractor.finish()
    return Sight(report: checker.report(on: extract), responses: checker.observed(on: extract))
  }

  /// The changes from one side to the other.
  static func report(
    _ before: DriftSide.Content,
    _ after: DriftSide.Content,
    heldTo documents: Documents? = nil
  ) -> DriftReport {
    let empty = Documents(apis: [], contracts: [], isWhole: true)
    return Drift(documents: documents ?? empty).report(on: [
      DriftSide(label: "before", content: before), DriftSide(label: "after", content: after),
    ])
  }

  /// A change in one line: `row-added library/list /items/*/title: not documented -> string`.
  static func line(_ change: Change) -> String {
    "\(change.rule.rawValue) \(change.operation) \(change.subject.words): "
      + "\(change.before) -> \(change.after)"
  }
}
