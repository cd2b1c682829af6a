import PlumbModel
import PlumbNotation
import PlumbText

@testable import PlumbChecking

/// Small APIs whose links and laws are held to small bodies.
struct RelationSample {
  let apis: [API]
  let contracts: [Contract]
  let book: LawBook

  /// Reads an API from the lines that its file has besides name and server, and one of contracts.
  init(_ contracts: String, api: String = "") throws {
    let head = "api: Sample\nserver: https://api.example.org/v2\n"
    let folder = ContractLoader.Folder(
      id: "sample",
      api: NotationFile(path: "api.yaml", text: head + api),
      contracts: [NotationFile(path: "c.yaml", text: "contracts:\n" + contracts)]
    )
    let library = try ContractLoader.load([folder])
    apis = library.apis
    self.contracts = library.contracts
    book = LawBook(library.contracts)
  }

  /// An operation `a` that takes the query parameters `p` and `list`, with one law.
  static func law(_ law: String) throws -> RelationSample {
    try RelationSample(
      """
        a:
          get: /a
          query:
            p?: string
            list?: list of string, comma
          response: any
          laws:
            it: '\(law.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''"))'
      """
    )
  }

  /// An operation `a` at `/a/{id}` whose body has one link.
  static func link(_ at: String, _ target: String, api: String = "") throws -> RelationSample {
    try RelationSample(
      """
        a:
          get: /a/{id}
          path:
            id: string
          query:
            p?: string
          response: any
          links:
            \(at): \(target)
      """,
      api: api
    )
  }

  /// What the laws say of an exchange.
  func laws(
    _ json: String,
    _ parameters: KeyValuePairs<String, String> = [:]
  ) throws -> (findings: [RelationFinding], exercised: [Int]) {
    var plan = TapePlan()
    let laws = LawPlan(book, operation: 0, of: contracts[0], in: &plan)
    let read = try TapeSample(json, plan)
    var exercised = [Int](repeating: 0, count: book.entries.count)
    let judge = LawJudge(laws)
    let findings = judge.findings(
      in: read.tape,
      read.index,
      read.bytes.span.bytes,
      Self.request(parameters),
      exercised: &exercised
    )
    return (findings, exercised)
  }

  /// What an exchange leaves behind for the laws over whole listings.
  func page(
    of operation: Int,
    _ json: String,
    _ parameters: KeyValuePairs<String, String> = [:],
    chain: Int,
    isComplete: Bool = true,
    isUnfiltered: Bool = true
  ) throws -> LawPage {
    var plan = TapePlan()
    let laws = LawPlan(book, operation: operation, of: contracts[operation], in: &plan)
    let read = try TapeSample(json, plan)
    let columns = LawJudge(laws).columns(
      in: read.tape,
      read.index,
      read.bytes.span.bytes,
      Self.request(parameters)
    )
    return LawPage(
      operation: operation,
      chain: chain,
      isComplete: isComplete,
      isUnfiltered: isUnfiltered,
      columns: columns
    )
  }

  /// What the session says.
  func session(_ pages: [LawPage]) -> SessionVerdict {
    SessionLawJudge(book: book, contracts: contracts).judge(pages)
  }

  /// What the links say of an exchange; several bodies are read by one judge, the last one counts.
  func links(
    _ bodies: String...,
    parameters: KeyValuePairs<String, String> = [:],
    documented: [String] = []
  ) throws -> [RelationFinding] {
    var plan = TapePlan()
    var leads = LinkLeads(apis[0])
    let judge = LinkJudge(
      LinkPlan(contracts[0], of: apis[0], in: &plan, &leads),
      Router(operations: [])
    )
    var findings: [RelationFinding] = []
    for body in bodies {
      let read = try TapeSample(body, plan)
      findings = judge.findings(
        in: read.tape,
        read.index,
        read.bytes.span.bytes,
        Self.request(parameters)
      ) { bytes, url in
        documented.contains(bytes.text(url))
      }
    }
    return findings
  }

  private static func request(_ parameters: KeyValuePairs<String, String>) -> RequestValues {
    RequestValues(
      url: "https://api.example.org/v2/a/1",
      items: parameters.map { Query.Item(name: $0.key, value: $0.value) }
    )
  }
}

/// A body with its tape.
struct TapeSample {
  let bytes: [UInt8]
  let tape: BodyTape
  let index: TapeIndex

  /// Reads a body; what the plan names is put on the tape.
  init(_ json: String, _ plan: TapePlan) throws {
    let text = Array(json.utf8)
    let document = try JSONDocument(text)
    bytes = text + [UInt8](repeating: 0, count: 32)
    var found: [(slot: Int32, node: JSONNode)] = []
    for (slot, path) in plan.paths.enumerated() {
      for node in Self.nodes(path.steps[...], in: document.root) {
        found.append((Int32(slot), node))
      }
    }
    var tape = BodyTape()
    for (slot, node) in found.sorted(by: { $0.node.range.lowerBound < $1.node.range.lowerBound }) {
      tape.append(slot, Self.kind(node), Self.range(node))
    }
    self.tape = tape
    var index = TapeIndex()
    index.fill(tape, slots: plan.paths.count)
    self.index = index
  }

  private static func nodes(_ steps: ArraySlice<FieldPath.Step>, in node: JSONNode) -> [JSONNode] {
    switch steps.first {
    case nil: [node]
    case .member(let name): node[name].map { nodes(steps.dropFirst(), in: $0) } ?? []
    case .items: (node.elements ?? []).flatMap { nodes(steps.dropFirst(), in: $0) }
    }
  }

  private static func kind(_ node: JSONNode) -> BodyTape.Kind {
    switch node.kind {
    case .string: .string
    case .number: .number
    case .boolean: .boolean
    case .null: .null
    case .object: .object
    case .array: .list
    }
  }

  private static func range(_ node: JSONNode) -> Range<Int> {
    switch node.kind {
    case .string: (node.range.lowerBound + 1)..<(node.range.upperBound - 1)
    case .object, .array: node.range.lowerBound..<(node.range.lowerBound + 1)
    default: node.range
    }
  }
}
