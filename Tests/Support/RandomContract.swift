package import PlumbModel
import PlumbText

/// Makes contracts out of everything that the notation has words for, traps of YAML included.
package struct RandomContract {
  private static let place = SourcePlace(file: "made", line: 1, column: 1)

  private static let names = [
    "code", "title", "job_family", "a b", "a?", "really??", "...", "x|null", "x|null?", "été", "-",
    "12", "true", "null", "a: b", "#x", "a.b", "it's", "say \"so\"", "[]", "{}", "~", "@type",
    "$ref",
    "tab\there", "line\nbreak", " padded ", "日本", "no", "?", "!x", "&a", "*b", "a #b", "%", "`",
  ]
  private static let texts = [
    "Books", "All of it: a to z", "# not a comment", "no", "12", "1e3", "true", "it's \"quoted\"",
    "ends with:", "- dashed", "? asked", "line\nbreak", "tab\t", " padded ", "{ braces }",
    "é – “x”",
    "back\\slash", "", "null", "~", "a, b", "@at", "\u{85}\u{2028}\u{FEFF}\u{7F}", "😀", "'", "\"",
  ]
  private static let patterns = [
    #"\d\d-\d{4}"#, "[a/b]+/x", #"a\\/b"#, "", #"[^\]/]*"#, "(a|b)c?", " x ", "#y", "é: z",
    #"[\\/]"#,
  ]

  var random: SplitMix64

  /// Makes the same contracts for the same seed.
  package init(seed: UInt64) { random = SplitMix64(seed: seed) }

  /// An API with named types, and contracts that use them.
  package mutating func make() -> (api: API, contracts: [Contract]) {
    var api = API(id: "made", title: text(), server: "https://made.example", place: Self.place)
    if random.chance(50) { api.version = text() }
    api.isComplete = random.chance(30)
    if random.chance(40) { api.hosts = ["a.example", "*.b.example"] }
    if random.chance(40) { api.keys = [API.Key(header: "X-Key", environment: "MADE_KEY")] }
    if random.chance(40) {
      let rate = random.pick([5, 0.5, 1.0 / 60, 30.0 / 60, 7.0 / 3600, 2.25])
      api.pace = API.Pace(requestsPerSecond: rate, retryAfterMilliseconds: 200)
    }
    for name in ["tree", "soc-code", "list_of_codes"] where random.chance(60) {
      api.types[name] = FieldType(.any)
    }
    let known = api.types.keys.sorted()
    for name in known {
      var type = self.type(depth: 2, named: known, isNoted: true)
      while case .named = type.shape { type = self.type(depth: 2, named: known, isNoted: true) }
      type.isNullable = type.isNullable && isOneLine(type)
      api.types[name] = type
    }
    if random.chance(60) {
      api.errors = [401, 422].map { status in
        response(status, named: known, isNoted: false)
      }
    }
    if random.chance(60) { api.paging = dialect() }
    let count = 1 + random.below(3)
    var contracts = (0..<count).map { index in contract("made.op\(index)", api, known) }
    let page = random.chance(50) ? text() : nil
    for index in contracts.indices { contracts[index].page = page }
    return (api, contracts)
  }

  private mutating func contract(_ id: String, _ api: API, _ known: [String]) -> Contract {
    let template = (try? PathTemplate("/made/{code}/x/")) ?? PathTemplate.root
    var contract = Contract(
      id: id,
      api: api.id,
      title: text(),
      path: template,
      place: Self.place
    )
    contract.method = random.pick(["GET", "POST", "DELETE"])
    for location in Parameter.Location.allCases {
      for name in random.sample(Self.names, random.below(4)) {
        contract.parameters.append(parameter(name, location, known))
      }
    }
    let isOne = random.chance(70)
    contract.responses =
      isOne
      ? [response(200, named: known, isNoted: true)]
      : [200, 202, 204].map { response($0, named: known, isNoted: false) }
    switch random.below(4) {
    case 0: contract.errors = api.errors
    case 1: contract.errors = Array(api.errors.prefix(1))
    case 2: contract.errors = []
    default: contract.errors = api.errors.prefix(1) + [response(409, named: known, isNoted: false)]
    }
    if random.chance(50) {
      contract.paging = Paging(dialect: api.paging ?? dialect(), items: path(in: "book"))
      if random.chance(30) { contract.paging?.dialect = dialect() }
    }
    if random.chance(50) { contract.identity = path(in: "code") }
    if random.chance(50) { contract.order = order() }
    contract.links = [
      Link(
        at: FieldPath(steps: [.member("book"), .items, .member("href")]),
        target: "/made/{.code}?a={code}",
        parts: [.text("/made/"), .member(levelsUp: 0, FieldPath(steps: [.member("code")]))]
          + [.text("?a="), .parameter("code")],
        place: Self.place
      )
    ]
    contract.laws = [
      Law(
        name: text().isEmpty ? "x" : "low: high",
        text: "each book, low < \"a: b # c\"",
        each: FieldPath(steps: [.member("book")]),
        left: .path(FieldPath(steps: [.member("low")])),
        relation: .less,
        right: .literal("\"a: b # c\""),
        place: Self.place
      )
    ]
    contract.examples = (0..<random.below(3)).map { _ in
      let names = random.sample(Self.names, random.below(3))
      return Example(
        values: names.map { Example.Value(name: $0, value: text()) },
        place: Self.place
      )
    }
    return contract
  }

  private mutating func parameter(
    _ name: String,
    _ location: Parameter.Location,
    _ known: [String]
  ) -> Parameter {
    var type = scalar(named: known)
    type.isNullable = false
    var parameter = Parameter(name: name, location: location, type: type, place: Self.place)
    parameter.isOptional = location != .path && random.chance(50)
    parameter.isSecret = random.chance(10)
    if random.chance(30) { parameter.list = random.pick(Parameter.ListStyle.allCases) }
    if random.chance(40) {
      parameter.defaultValue = .text(random.pick(["20", "a, b", "'x'", " y ", "", "start", "# z"]))
      if type.shape == .integer, random.chance(50) {
        parameter.defaultValue = .relative(to: "start", plus: random.below(5) - 2)
      }
    }
    return parameter
  }

  // MARK: - Bodies

  private mutating func response(
    _ status: Int,
    named known: [String],
    isNoted: Bool
  ) -> ResponseContract {
    var body = ResponseContract.Body.unspecified
    if random.chance(85) {
      var type = type(depth: 4, named: known, isNoted: isNoted)
      type.isNullable = type.isNullable && isOneLine(type)
      body = .json(type)
    }
    let headers = random.chance(30) ? ["Location", "Retry-After"] : []
    return ResponseContract(status: status, body: body, headers: headers, place: Self.place)
  }

  private func isOneLine(_ type: FieldType) -> Bool {
    switch type.shape {
    case .list: false
    case .object(let object): object.rows.isEmpty && object.others == FieldType(.any)
    default: true
    }
  }

  private mutating func type(depth: Int, named known: [String], isNoted: Bool) -> FieldType {
    guard depth > 0, random.chance(65) else { return scalar(named: known) }
    var type: FieldType
    if random.chance(40) {
      type = FieldType(.list(self.type(depth: depth - 1, named: known, isNoted: isNoted)))
      if isNoted, random.chance(30) {
        type.narrowing = Narrowing(
          minimumLength: random.chance(50) ? 1 : nil,
          maximumLength: 4,
          isUnique: random.chance(50)
        )
      }
    } else {
      var rows: [Row] = []
      for name in random.sample(Self.names, random.below(5)) {
        let inner = self.type(depth: depth - 1, named: known, isNoted: isNoted)
        var row = Row(name: name, isOptional: random.chance(40), type: inner, place: Self.place)
        if isNoted, random.chance(10) { row.isSecret = true }
        if isNoted, random.chance(10) { row.source = text() }
        rows.append(row)
      }
      let others = random.chance(30) ? scalar(named: known) : nil
      type = FieldType(.object(ObjectType(rows: rows, others: others)))
    }
    type.isNullable = random.chance(20)
    return type
  }

  private mutating func scalar(named known: [String]) -> FieldType {
    var type = FieldType(.any)
    switch random.below(7) {
    case 0: type.shape = .integer
    case 1: type.shape = .number
    case 2: type = FieldType(.boolean)
    case 3: type = FieldType(.object(ObjectType(rows: [], others: FieldType(.any))))
    case 4 where !known.isEmpty: type = FieldType(.named(random.pick(known)))
    case 5: type = FieldType(.any)
    default: type.shape = .string
    }
    narrow(&type)
    type.isNullable = random.chance(15)
    return type
  }

  private mutating func narrow(_ type: inout FieldType) {
    switch type.shape {
    case .integer, .number:
      if random.chance(40) { type.narrowing.minimum = JSONNumber(random.pick(["-5", "0", "1e2"])) }
      if random.chance(40) { type.narrowing.maximum = JSONNumber(random.pick(["100", "2E2"])) }
      if random.chance(20) { type.narrowing.values = ["1", "-2", "3e0"] }
    case .string:
      if random.chance(25) {
        type.narrowing.values = random.sample(Self.texts, 1 + random.below(4))
      }
      if random.chance(25) {
        type.narrowing.pattern = try? Pattern(random.pick(Self.patterns))
      }
      if random.chance(10) { type.narrowing.format = random.pick(Narrowing.Format.allCases) }
      if random.chance(20) { type.narrowing.minimumLength = 1 }
      if random.chance(20) { type.narrowing.maximumLength = 40 }
    default: break
    }
  }

  // MARK: - Listings

  private mutating func dialect() -> PagingDialect {
    let atMost = random.chance(50) ? 50 : nil
    return switch random.below(5) {
    case 0:
      .window(.init(start: "start", end: "end", total: "to tal", next: "next", atMost: atMost))
    case 1: .cursor(.init(cursor: "Cursor", nextCursor: "a, b", total: "no", atMost: atMost))
    case 2: .offset(.init(offset: "from", limit: "count", atMost: atMost))
    case 3: .page(.init(page: "page", size: "per: page", pages: "12"))
    default: .linkHeader(.init(size: random.chance(50) ? "size" : nil))
    }
  }

  private mutating func path(in name: String) -> FieldPath {
    random.chance(20)
      ? FieldPath(steps: []) : FieldPath(steps: [.member(random.pick(Self.names)), .member(name)])
  }

  private mutating func order() -> SortOrder {
    let isChosen = random.chance(60)
    let count = isChosen ? 1 + random.below(3) : 1
    let choices = (0..<count).map { index in
      SortOrder.Choice(
        value: isChosen ? "\(index)\(text())" : nil,
        readings: (0...random.below(2)).map { _ in keys() },
        place: Self.place
      )
    }
    return SortOrder(parameter: isChosen ? "sort" : nil, choices: choices, place: Self.place)
  }

  private mutating func keys() -> [SortKey] {
    (0...random.below(2)).map { _ in
      let path = path(in: "count")
      let terms: [SortKey.Term] = [.value(path), .count(path), .first(path), .least(path)]
      return SortKey(
        terms: random.sample(terms, 1 + random.below(2)),
        direction: random.pick([.ascending, .descending, .either]),
        collation: random.pick([nil, .text, .bytes, .numeric])
      )
    }
  }

  private mutating func text() -> String { random.pick(Self.texts) }
}

extension PathTemplate {
  /// `/`
  fileprivate static var root: PathTemplate {
    guard let root = try? PathTemplate("/") else { preconditionFailure("`/` is a path") }
    return root
  }
}
