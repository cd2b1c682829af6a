import PlumbModel
import PlumbText
import Testing

@testable import PlumbNotation

@Suite struct NotationReadingTests {
  private func row(_ text: String) throws -> FieldType {
    let contract = try Sample.only(Sample.table("a: \(text)"))
    guard case .json(let body) = contract.responses[0].body, case .object(let object) = body.shape
    else { throw NotationErrors([]) }
    return object.rows[0].type
  }

  @Test func `reads what narrows a type`() throws {
    let cases: [(String, FieldType)] = [
      ("string", FieldType(.string)),
      ("any", FieldType(.any)),
      ("code", FieldType(.named("code"))),
      ("object", FieldType(.object(ObjectType(rows: [], others: FieldType(.any))))),
      ("boolean | null", FieldType(.boolean, isNullable: true)),
      (
        "integer 1..5",
        FieldType(
          .integer,
          narrowing: Narrowing(minimum: JSONNumber("1"), maximum: JSONNumber("5"))
        )
      ),
      ("number -0.5..", FieldType(.number, narrowing: Narrowing(minimum: JSONNumber("-0.5")))),
      ("number ..1e3", FieldType(.number, narrowing: Narrowing(maximum: JSONNumber("1e3")))),
      ("string (a, b c)", FieldType(.string, narrowing: Narrowing(values: ["a", "b c"]))),
      (
        "string (\"a, b\", 'it''s', no)",
        FieldType(.string, narrowing: Narrowing(values: ["a, b", "it's", "no"]))
      ),
      (
        "string length 2..8 uri | null",
        FieldType(
          .string,
          isNullable: true,
          narrowing: Narrowing(format: .uri, minimumLength: 2, maximumLength: 8)
        )
      ),
      ("string date-time", FieldType(.string, narrowing: Narrowing(format: .dateTime))),
      ("string (\"\", a)", FieldType(.string, narrowing: Narrowing(values: ["", "a"]))),
      (
        #"string /[/\]]\/\d/"#,
        FieldType(.string, narrowing: Narrowing(pattern: try Pattern(#"[/\]]/\d"#)))
      ),
    ]
    for (text, expected) in cases {
      #expect(try row(text) == expected, "\(text)")
    }
  }

  @Test func `reads items that may be null, and an object without members`() throws {
    let contract = try Sample.only(
      Sample.table("list:\n  - a: integer\n  - null\nempty:\n  ...: none")
    )
    guard case .json(let body) = contract.responses[0].body, case .object(let object) = body.shape
    else { return #expect(Bool(false), "no object") }

    guard case .list(let item) = object.rows[0].type.shape else {
      return #expect(Bool(false), "no list")
    }
    #expect(item.isNullable)
    #expect(!object.rows[0].type.isNullable)
    #expect(object.rows[1].type.shape == .object(ObjectType(rows: [])))
  }

  @Test(
    arguments: [
      ("a", "a", false, false),
      ("a?", "a", true, false),
      ("a??", "a?", false, false),
      ("a???", "a?", true, false),
      ("a|null", "a", false, true),
      ("a?|null", "a", true, true),
      ("a||null", "a|null", false, false),
      ("a||null?", "a|null", true, false),
      ("......", "...", false, false),
      ("......?", "...", true, false),
    ]
  )
  func `reads the marks behind a name`(
    key: String,
    name: String,
    isOptional: Bool,
    isNullable: Bool
  ) {
    let marked = MarkedName(key)

    #expect(marked.name == name)
    #expect(marked.isOptional == isOptional)
    #expect(marked.isNullable == isNullable)
    #expect(!marked.isMisplaced)
  }

  @Test func `keeps the place of every row`() throws {
    let contract = try Sample.only(
      Sample.table("plain: string\nquoted: 'string'\nlist?:\n  - string\nobject:\n  a: integer")
    )
    guard case .json(let body) = contract.responses[0].body, case .object(let object) = body.shape,
      case .object(let inner) = object.rows[3].type.shape
    else {
      Issue.record("no object")
      return
    }

    #expect(
      object.rows.map { "\($0.name) \($0.isOptional) \($0.place)" } == [
        "plain false c.yaml:5:14", "quoted false c.yaml:6:15", "list true c.yaml:7:7",
        "object false c.yaml:9:7",
      ]
    )
    #expect(inner.rows[0].place == SourcePlace(file: "c.yaml", line: 10, column: 12))
    #expect(contract.place == SourcePlace(file: "c.yaml", line: 2, column: 3))
  }

  @Test func `counts columns in scalars`() {
    #expect(
      Sample.errors(Sample.table("\"ключ😀\": strin"))
        == ["c.yaml:5:16: error: `strin` is no type\n  fix: did you mean `string`?"]
    )
  }

  @Test func `reads parameters with lists and defaults`() throws {
    let contract = try Sample.only(
      Sample.contract(
        """
        query:
          ids: list of integer 1.., comma
          tags?: list of string, repeated
          sort?: string (a, b) = a
          start?: integer 1.. = 1
          end?: integer = start + 19
          back?: integer = end - 1
          same?: number = start
          word?: string = 'a + 1'
        header:
          X-Key: string secret
        response: any
        """
      )
    )

    #expect(
      contract.parameters.map(\.name) == [
        "ids", "tags", "sort", "start", "end", "back", "same", "word", "X-Key",
      ]
    )
    #expect(
      contract.parameters.map(\.list) == [.comma, .repeated] + Array(repeating: nil, count: 7)
    )
    #expect(
      contract.parameters.map(\.defaultValue) == [
        nil, nil, .text("a"), .text("1"), .relative(to: "start", plus: 19),
        .relative(to: "end", plus: -1), .relative(to: "start", plus: 0), .text("a + 1"), nil,
      ]
    )
    #expect(
      contract.parameters.map(\.isOptional) == [false] + Array(repeating: true, count: 7) + [false]
    )
    #expect(contract.parameters.map(\.isSecret) == Array(repeating: false, count: 8) + [true])
    #expect(contract.parameters.last?.location == .header)
  }

  @Test func `reads responses, headers and errors in all their forms`() throws {
    let contract = try Sample.only(
      Sample.contract(
        """
        errors:
          401: shared
          404: { reason: string }
          500:
            headers: [Retry-After]
        responses:
          200: any
          202:
            body: unspecified
            headers: [Location, Retry-After]
        """
      )
    )

    #expect(contract.responses.map(\.status) == [200, 202])
    #expect(contract.responses[0].body == .json(FieldType(.any)))
    #expect(contract.responses[1].body == .unspecified)
    #expect(contract.responses[1].headers == ["Location", "Retry-After"])
    #expect(contract.errors.map(\.status) == [401, 404, 500])
    #expect(contract.errors[0].place.file == "api.yaml")
    #expect(contract.errors[2].headers == ["Retry-After"])
    #expect(
      try Sample.only(Sample.contract("errors: [422]\nresponse: any")).errors.map(\.status) == [422]
    )
    #expect(try Sample.only(Sample.contract("response: any")).errors.map(\.status) == [401, 422])
    #expect(
      try Sample.only(Sample.contract("headers: [ETag]\nresponse: any")).responses[0].headers
        == ["ETag"]
    )
  }

  @Test func `puts notes on the rows they name`() throws {
    let contract = try Sample.only(
      Sample.contract(
        """
        response:
          token: string
          tags?:
            - string
        rows:
          token:
            secret: true
            source: Table 2
          tags: items 1..10 unique
        """
      )
    )
    guard case .json(let body) = contract.responses[0].body, case .object(let object) = body.shape
    else { return }

    #expect(object.rows.map(\.isSecret) == [true, false])
    #expect(object.rows[0].source == "Table 2")
    #expect(
      object.rows[1].type.narrowing
        == Narrowing(minimumLength: 1, maximumLength: 10, isUnique: true)
    )
  }

  @Test func `opens objects by three dots`() throws {
    let contract = try Sample.only(Sample.table("a: string\n...: integer | null"))
    guard case .json(let body) = contract.responses[0].body, case .object(let object) = body.shape
    else { return }

    #expect(object.rows.map(\.name) == ["a"])
    #expect(object.others == FieldType(.integer, isNullable: true))
  }

  @Test func `keeps numbers and booleans as they are written`() throws {
    let contract = try Sample.only(
      Sample.contract(
        "response: any\nexamples:\n  - { a: 012, b: no, c: 1:30, d: 0.10, e: true, f: [1, 2] }"
      )
    )

    #expect(
      contract.examples[0].values.map(\.value) == ["012", "no", "1:30", "0.10", "true", "1,2"]
    )
  }
}
