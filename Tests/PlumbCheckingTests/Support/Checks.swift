import PlumbChecking
import PlumbModel
import PlumbText

/// Runs bodies and exchanges through the checker.
enum Checks {
  /// The report on bare bodies of one type, read one after the other by one extractor.
  static func report(
    on bodies: [String],
    as type: FieldType,
    types: [String: FieldType] = [:],
    options: Checker.Options = Checker.Options()
  ) throws -> Report {
    try report(on: bodies.map { Array($0.utf8) }, as: type, types: types, options: options)
  }

  /// The report on bare bodies as bytes.
  static func report(
    on bodies: [[UInt8]],
    as type: FieldType,
    types: [String: FieldType] = [:],
    options: Checker.Options = Checker.Options()
  ) throws -> Report {
    var api = Tables.api
    api.types = types
    let checker = Checker(apis: [api], contracts: [try Tables.contract(type)], options: options)
    let extractor = checker.makeExtractor()
    for (index, body) in bodies.enumerated() { read(body, index, extractor) }
    return checker.report(on: extractor.finish())
  }

  /// Reads one bare body, with this text behind it in its buffer.
  static func read(
    _ body: [UInt8],
    _ rank: Int,
    _ extractor: Extractor,
    before rest: [UInt8] = [UInt8](repeating: 0, count: ExchangeLayout.padding)
  ) {
    let padded = body + rest
    let bytes = padded.span.bytes
    extractor.extract(
      body: 0..<body.count,
      of: "listing",
      in: bytes,
      from: ExchangeSource(file: "\(rank).json", rank: rank, session: "tests")
    ) { range in
      FilePlace.locate(range, in: bytes, end: body.count)
    }
  }

  /// The report on exchanges, as they would be read from their recordings `0.http`, `1.http` …
  static func report(
    on exchanges: [Exchange],
    apis: [API],
    contracts: [Contract],
    session: String = "session"
  ) throws -> Report {
    try report(on: [(exchanges, session)], apis: apis, contracts: contracts)
  }

  /// The report on exchanges of several sessions, with their names.
  static func report(
    on sessions: [(exchanges: [Exchange], name: String)],
    apis: [API],
    contracts: [Contract]
  ) throws -> Report {
    let checker = Checker(apis: apis, contracts: contracts)
    let extractor = checker.makeExtractor()
    try read(sessions, extractor)
    return checker.report(on: extractor.finish())
  }

  /// Reads exchanges of several sessions, with their names, one after the other.
  static func read(
    _ sessions: [(exchanges: [Exchange], name: String)],
    _ extractor: Extractor
  ) throws {
    var reader = RecordingReader()
    var layout = ExchangeLayout()
    let all = sessions.flatMap { session in session.exchanges.map { ($0, session.name) } }
    for (rank, (exchange, session)) in all.enumerated() {
      let recording = Recording.encode(exchange)
      let padded = recording + [UInt8](repeating: 0, count: ExchangeLayout.padding)
      let text = padded.span
      _ = try reader.layout(of: text, count: recording.count, into: &layout)
      extractor.extract(
        layout,
        in: text.bytes,
        from: ExchangeSource(file: "\(rank).http", rank: rank, session: session)
      ) { range in
        FilePlace.locate(range, in: text.bytes, end: recording.count)
      }
    }
  }
}
