import PlumbDrift
import PlumbModel
import PlumbText
import Testing

/// Two documents that differ in one thing: one change, and its mirror the other way round.
@Suite struct DocumentDriftTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var rule: ChangeRule
    var before: String
    var after: String
    /// The change, after its rule and operation.
    var says: String
    var testDescription: String { rule.rawValue }

    init(_ rule: ChangeRule, _ before: String, _ after: String, _ says: String) {
      self.rule = rule
      self.before = before
      self.after = after
      self.says = says
    }
  }

  private static func response(_ rows: String) -> String {
    "response:\n" + rows.split(separator: "\n").map { "  \($0)\n" }.joined()
  }

  private static let list = """
    query:
      sort?: string (title, code)
      start?: integer = 1
      end?: integer = start + 19
    response:
      start: integer
      end: integer
      total: integer
      book:
        - code: string
          title: string
          href: string

    """

  private static let window = "{ start: start, end: end, total: total }"

  private static func rows(
    _ rule: ChangeRule,
    _ before: String,
    _ after: String,
    _ says: String
  ) -> Case {
    Case(rule, response(before), response(after), says)
  }

  static let cases =
    ofRows + ofTypes + ofParameters + ofPromises + [
      Case(
        .responseAdded,
        "errors:\n  401: unspecified\nresponse:\n  a: string",
        "errors:\n  401: unspecified\n  422: unspecified\nresponse:\n  a: string",
        "status 422: not documented -> documented"
      )
    ]

  private static let ofRows = [
    rows(
      .rowAdded,
      "a: string",
      "a: string\nb?: integer",
      "/b: not documented -> integer, optional"
    ),
    rows(
      .rowRenamed,
      "job_family: string",
      "jobFamily: string",
      "/job_family: job_family -> jobFamily"
    ),
    rows(
      .rowMoved,
      "a: string\nshelf: integer\nplace:\n  b: string",
      "a: string\nplace:\n  b: string\n  shelf: integer",
      "/shelf: /shelf -> /place/shelf"
    ),
    rows(.rowOptional, "a: string", "a?: string", "/a: string -> string, optional"),
    rows(
      .objectOpened,
      "a: string",
      "a: string\n...: any",
      "the body: no other members -> other members too"
    ),
  ]

  private static let ofTypes = [
    rows(.typeChanged, "a: string", "a: boolean", "/a: string -> boolean"),
    rows(.typeWidened, "a: integer", "a: number", "/a: integer -> number"),
    rows(.nullAdded, "a: integer", "a: integer | null", "/a: integer -> integer or null"),
    rows(
      .valueAdded,
      "a: string (x, y)",
      "a: string (x, y, z)",
      "/a: string (x, y) -> string (x, y, z)"
    ),
    rows(.formLoosened, #"a: string /\d\d/"#, "a: string", #"/a: string /\d\d/ -> string"#),
    rows(
      .formChanged,
      #"a: string /\d\d/"#,
      #"a: string /\d/"#,
      #"/a: string /\d\d/ -> string /\d/"#
    ),
    rows(.rangeWidened, "a: integer 1..5", "a: integer 1..6", "/a: integer 1..5 -> integer 1..6"),
    rows(
      .typeChanged,
      "a:\n  - b: string",
      "a:\n  b: string",
      "/a: list of objects -> object"
    ),
  ]

  private static func query(
    _ rule: ChangeRule,
    _ before: String,
    _ after: String,
    _ says: String
  ) -> Case {
    let rest = "\nresponse:\n  a: string"
    func text(_ rows: String) -> String {
      rows.isEmpty ? "response:\n  a: string" : "query:\n  \(rows)\(rest)"
    }
    return Case(rule, text(before), text(after), says)
  }

  private static let ofParameters = [
    query(.parameterAdded, "", "q?: string", "parameter q: not documented -> string, optional"),
    query(.parameterOptional, "q: string", "q?: string", "parameter q: string -> string, optional"),
    query(
      .parameterWidened,
      "q: integer 1..5",
      "q: integer",
      "parameter q: integer 1..5 -> integer"
    ),
    query(.parameterChanged, "q: integer", "q: boolean", "parameter q: integer -> boolean"),
    query(
      .parameterDefault,
      "q?: integer = 1",
      "q?: integer = 2",
      "parameter q: integer = 1, optional -> integer = 2, optional"
    ),
  ]

  private static func promise(
    _ rule: ChangeRule,
    _ before: String,
    _ after: String,
    _ says: String
  ) -> Case { Case(rule, list + before, list + after, says) }

  private static let ofPromises = [
    promise(
      .pagingAdded,
      "",
      "pages:\n  items: book\n  window: \(window)",
      "pages: not promised -> book by window (start, end)"
    ),
    promise(
      .pagingChanged,
      "pages:\n  items: book\n  window: \(window)",
      "pages:\n  items: book\n  offset: { offset: start, limit: end }",
      "pages: book by window (start, end) -> book by offset (start, end)"
    ),
    promise(
      .orderAdded,
      "",
      "order:\n  parameter: sort\n  keys:\n    title: title",
      "order of sort=title: not promised -> title"
    ),
    promise(
      .orderChanged,
      "order:\n  parameter: sort\n  keys:\n    title: title",
      "order:\n  parameter: sort\n  keys:\n    title: title bytes",
      "order of sort=title: title -> title bytes"
    ),
    promise(
      .linkAdded,
      "",
      "links:\n  book[].href: /books/{.code}",
      "link book[].href: not promised -> /books/{.code}"
    ),
    promise(
      .linkChanged,
      "links:\n  book[].href: /books/{.code}",
      "links:\n  book[].href: /books/{.title}",
      "link book[].href: /books/{.code} -> /books/{.title}"
    ),
    promise(
      .lawAdded,
      "",
      "laws:\n  codes: book[].code unique",
      "law codes: not promised -> book[].code unique"
    ),
    promise(
      .lawChanged,
      "laws:\n  few: book[].code at most 10",
      "laws:\n  few: book[].code at most 20",
      "law few: book[].code at most 10 -> book[].code at most 20"
    ),
  ]

  @Test(arguments: cases)
  func `finds one change, and its mirror`(_ change: Case) throws {
    let before = DriftSide.Content.documented(try Compared.documents(change.before))
    let after = DriftSide.Content.documented(try Compared.documents(change.after))

    let there = Compared.report(before, after).changes
    let back = Compared.report(after, before).changes

    #expect(there.map(Compared.line) == ["\(change.rule.rawValue) library/list \(change.says)"])
    #expect(back.map(\.rule) == [change.rule.mirror])
  }

  @Test(arguments: cases)
  func `finds nothing in the same documents`(_ change: Case) throws {
    let documents = DriftSide.Content.documented(try Compared.documents(change.after))

    #expect(Compared.report(documents, documents).changes == [])
  }

  @Test func `tries every rule that documents can break`() {
    let tried = Set(Self.cases.flatMap { [$0.rule, $0.rule.mirror] })
    let operations: Set<ChangeRule> = [.operationAdded, .operationRemoved]
    // What only answers can break is tried with answers.
    let observed: Set<ChangeRule> = [
      .operationRequest, .responseBroken, .responseMended, .presenceFell, .presenceRose,
      .pagingBroken, .pagingMended, .orderBroken, .orderMended, .linkBroken, .linkMended,
      .lawBroken, .lawMended,
    ]

    #expect(Set(ChangeRule.allCases) == tried.union(operations).union(observed))
  }

  @Test func `tells operations that are new from what a page leaves out`() throws {
    let one = try Compared.documents("response:\n  a: string")
    let two = try Compared.documents(
      file: """
        contracts:
          list:
            get: /books
            response:
              a: string
          one:
            get: /books/{code}
            path:
              code: string
            response:
              a: string
        """
    )
    var page = one
    page.isWhole = false

    #expect(
      Compared.report(.documented(one), .documented(two)).changes.map(Compared.line)
        == ["operation-added library/one operation: no such operation -> GET /books/{code}"]
    )
    #expect(
      Compared.report(.documented(two), .documented(one)).changes.map(\.rule) == [.operationRemoved]
    )
    #expect(Compared.report(.documented(two), .documented(page)).changes == [])
  }

  @Test func `does not take back what a description has no words for`() throws {
    let contract = try Compared.documents(Self.list + "links:\n  book[].href: /books/{.code}")
    var description = try Compared.documents(Self.list)
    description.speaksOfPromises = false

    #expect(Compared.report(.documented(contract), .documented(description)).changes == [])
  }

  @Test func `compares trees to their end`() throws {
    func api(_ type: String) -> String {
      Compared.api + "\ntypes:\n  tree:\n    name: \(type)\n    child?:\n      - tree\n"
    }
    let rows = "response:\n  top: tree"
    let before = try Compared.documents(rows, api: api("string"))
    let after = try Compared.documents(rows, api: api("integer"))

    let report = Compared.report(.documented(before), .documented(after))

    #expect(
      report.changes.map(Compared.line)
        == ["type-changed library/list /top/name: string -> integer"]
    )
  }

  @Test func `compares types that all hold each other`() throws {
    func api(_ leaf: String) -> String {
      let names = (0..<10).map { "s\($0)" }
      let types = names.map { name in
        "  \(name):\n" + names.map { "    \($0)?: \($0)\n" }.joined() + "    leaf: \(leaf)\n"
      }
      return Compared.api + "\ntypes:\n" + types.joined()
    }
    let one = try Compared.documents("response: s0", api: api("string"))
    let other = try Compared.documents("response: s0", api: api("integer"))

    #expect(Compared.report(.documented(one), .documented(one)).changes == [])
    let changes = Compared.report(.documented(one), .documented(other)).changes
    #expect(
      changes.first.map(Compared.line) == "type-changed library/list /leaf: string -> integer"
    )
    #expect(changes.count < 1_000)
  }

  @Test func `names operations as the contracts do, whichever side they are`() throws {
    let contract = try Compared.documents(Self.response("a: string"))
    var description = try Compared.documents(Self.response("a: integer\n...: any"))
    description.contracts[0].id = "getBooks"
    description.speaksOfPromises = false

    let there = Compared.report(.documented(contract), .documented(description))
    let back = Compared.report(.documented(description), .documented(contract))

    // That a description leaves objects open says nothing.
    #expect(there.changes.map(Compared.line) == ["type-changed library/list /a: string -> integer"])
    #expect(back.changes.map(Compared.line) == ["type-changed library/list /a: integer -> string"])
    #expect(back.tables.map(\.operation) == ["library/list"])
  }

  @Test func `names what only a description has by the API of the contracts`() throws {
    let file = "contracts:\n  list:\n    get: /books\n    response:\n      a: string\n"
    let more = "  getAuthors:\n    get: /authors\n    response:\n      b: string\n"
    let contract = try Compared.documents(file: file)
    var description = try Compared.documents(file: file + more)
    for index in description.contracts.indices {
      description.contracts[index].api = "the_library_api"
    }
    description.apis[0].id = "the_library_api"
    description.speaksOfPromises = false

    let there = Compared.report(.documented(contract), .documented(description))
    let back = Compared.report(.documented(description), .documented(contract))

    #expect(there.changes.map(\.operation) == ["library/getAuthors"])
    #expect(back.changes.map(\.operation) == ["library/getAuthors"])
  }

  @Test func `takes nothing back of an API that the other side does not speak of`() throws {
    let library = try Compared.documents(Self.response("a: string"))
    var both = library
    both.apis.append(both.apis[0])
    both.apis[1].id = "harbour"
    var other = both.contracts[0]
    (other.api, other.id) = ("harbour", "lights")
    other.path = try PathTemplate("/lights")
    both.contracts.append(other)

    let there = Compared.report(.documented(both), .documented(library))
    let back = Compared.report(.documented(library), .documented(both))

    #expect(there.changes == [])
    #expect(back.changes == [])
    #expect(there.compared == 1)
  }
}
