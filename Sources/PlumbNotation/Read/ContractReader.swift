import PlumbModel
import PlumbText

/// Reads a contract file: a page of the documentation with its operations.
struct ContractReader {
  let reading: NodeReading
  let api: API

  static let methods = ["get", "head", "post", "put", "patch", "delete", "options"]

  private static let keys =
    ["title"] + methods + [
      "path", "query", "header", "errors", "response", "responses", "headers", "pages", "id",
      "order", "links", "laws", "rows", "examples",
    ]

  /// The places of what the model keeps no place for, by operation and key.
  typealias Places = [KeyPlace: SourcePlace]

  /// Reads all operations of a file.
  func read(_ node: NotationNode, places: inout Places) -> [Contract] {
    guard let known = reading.keys(node, "a contract file", ["page", "source", "contracts"]) else {
      return []
    }
    guard let contracts = known["contracts"] else {
      reading.log.error("a contract file has `contracts`", at: node.place)
      return []
    }
    let page = known["page"].flatMap { reading.string($0.value, "`page`") }
    let source = known["source"].flatMap { reading.string($0.value, "`source`") }
    var read: [Contract] = []
    for entry in reading.map(contracts.value, "`contracts`") ?? [] {
      guard var contract = contract(entry, &places) else { continue }
      contract.page = page
      contract.source = source
      read.append(contract)
    }
    return read
  }

  private func contract(_ entry: NotationEntry, _ places: inout Places) -> Contract? {
    guard let known = reading.keys(entry.value, "a contract", Self.keys),
      let request = request(known, entry)
    else { return nil }
    var contract = Contract(
      id: entry.key,
      api: api.id,
      title: entry.key,
      method: request.method,
      path: request.path,
      place: entry.keyPlace
    )
    for (key, value) in known {
      places[KeyPlace(api.id, entry.key, key)] = value.keyPlace
    }
    if let title = known["title"] {
      contract.title = reading.string(title.value, "`title`") ?? contract.title
    }
    readParameters(known, into: &contract)
    readResponses(known, into: &contract)
    readListing(known, into: &contract)
    if let links = known["links"] {
      contract.links = LinkReader(reading: reading).read(links.value)
    }
    if let laws = known["laws"] { contract.laws = LawReader(reading: reading).read(laws.value) }
    if let examples = known["examples"] {
      contract.examples = ExampleReader(reading: reading).read(examples.value)
    }
    return contract
  }

  // MARK: - The request

  private func request(
    _ known: [String: NotationEntry],
    _ entry: NotationEntry
  ) -> (method: String, path: PathTemplate)? {
    let lines = Self.methods.compactMap { known[$0] }
    guard let line = lines.first, lines.count == 1 else {
      reading.log.error(
        lines.isEmpty
          ? "`\(entry.key)` has no request line" : "`\(entry.key)` has more than one request line",
        at: lines.isEmpty ? entry.keyPlace : lines[1].keyPlace,
        remedy: lines.isEmpty
          ? "write `get:` and the path below the server"
          : "give each request a contract of its own"
      )
      return nil
    }
    guard let text = reading.string(line.value, "`\(line.key)`") else { return nil }
    do {
      return (line.key.uppercased(), try PathTemplate(text))
    } catch {
      var place = line.value.place
      place.column += error.offset
      reading.log.error(error.message, at: place)
      return nil
    }
  }

  private func readParameters(_ known: [String: NotationEntry], into contract: inout Contract) {
    let reader = ParameterReader(reading: reading, names: Set(api.types.keys))
    for location in Parameter.Location.allCases {
      guard let entry = known[location.rawValue] else { continue }
      contract.parameters += reader.read(entry.value, location)
    }
  }

  // MARK: - The responses

  private func readResponses(_ known: [String: NotationEntry], into contract: inout Contract) {
    let reader = ResponseReader(reading: reading, names: Set(api.types.keys))
    switch (known["response"], known["responses"]) {
    case (let one?, nil):
      contract.responses = reader.response(200, one, allowsFlow: false).map { [$0] } ?? []
      if let headers = known["headers"], !contract.responses.isEmpty {
        contract.responses[0].headers += reader.headers(headers.value)
      }
    case (nil, let many?):
      contract.responses = reader.map(many.value, "`responses`", allowsFlow: false)
      if let headers = known["headers"] {
        reading.log.error(
          "`headers` stands beside the body of its own status",
          at: headers.keyPlace,
          remedy: "write `200:` with `body:` and `headers: […]` below it"
        )
      }
    case (let one?, .some):
      reading.log.error(
        "a contract has `response` or `responses`, not both",
        at: one.keyPlace,
        remedy: "write `200:` under `responses`"
      )
    case (nil, nil):
      reading.log.error(
        "`\(contract.id)` has no `response`",
        at: contract.place,
        remedy: "write `response: unspecified` where the documentation says nothing of it"
      )
    }
    if let rows = known["rows"] {
      RowNotes(reading: reading).apply(rows.value, to: &contract.responses)
    }
    contract.errors = errors(known["errors"], reader)
  }

  private func errors(_ entry: NotationEntry?, _ reader: ResponseReader) -> [ResponseContract] {
    guard let entry else { return api.errors }
    if case .list(let items) = entry.value.content { return reader.list(items, of: api.errors) }
    return reader.map(entry.value, "`errors`", allowsFlow: true, shared: api.errors)
  }

  // MARK: - The listing

  private func readListing(_ known: [String: NotationEntry], into contract: inout Contract) {
    if let pages = known["pages"] {
      contract.paging = PagingReader(reading: reading).pages(pages, api.paging)
    }
    if let identity = known["id"] {
      contract.identity = reading.parse(identity.value, "`id`") {
        scanner throws(NotationProblem) in try scanner.path()
      }
    }
    if let order = known["order"] { contract.order = OrderReader(reading: reading).read(order) }
  }
}

/// A key of a contract, for finding its place.
struct KeyPlace: Hashable {
  var api: String
  var contract: String
  var key: String

  init(_ api: String, _ contract: String, _ key: String) {
    self.api = api
    self.contract = contract
    self.key = key
  }
}
