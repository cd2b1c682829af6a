import PlumbDocuments
import PlumbModel
import PlumbText
import TestSupport
import Testing

@Suite struct SchemaDocumentTests {
  private func schema(_ rows: String, api: String = Made.api) throws -> (JSONValue, [ExportLoss]) {
    let indented = rows.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n")
    let (contract, its) = try Made.contract(api: api, "get: /lights\nresponse:\n\(indented)")
    let document = try #require(SchemaDocument(contract: contract, api: its))
    return (try JSONValue(text: String(decoding: document.bytes, as: UTF8.self)), document.losses)
  }

  @Test(
    arguments: [
      ("string", #"{"type": "string"}"#),
      ("string | null", #"{"type": ["string", "null"]}"#),
      ("integer 1..5", #"{"type": "integer", "minimum": 1, "maximum": 5}"#),
      ("number ..0.5", #"{"type": "number", "maximum": 0.5}"#),
      ("string (a, b) | null", #"{"type": ["string", "null"], "enum": ["a", "b", null]}"#),
      ("integer (1, 2)", #"{"type": "integer", "enum": [1, 2]}"#),
      ("boolean (true)", #"{"type": "boolean", "enum": [true]}"#),
      ("string /[a-z]\\d|x/", #"{"type": "string", "pattern": "^(?:[a-z]\\d|x)$"}"#),
      ("string date-time", #"{"type": "string", "format": "date-time"}"#),
      ("string length 1..5", #"{"type": "string", "minLength": 1, "maxLength": 5}"#),
      ("any", "{}"),
      ("object", #"{"type": "object", "additionalProperties": true}"#),
    ]
  )
  func `says each type`(type: String, expected: String) throws {
    let (schema, _) = try schema("row: \(type)")

    #expect(schema["properties"]?["row"] == (try JSONValue(text: expected)))
  }

  @Test func `closes objects, opens them, and marks what is required`() throws {
    let (schema, _) = try schema(
      """
      closed:
        a: string
        b?: string
      open?:
        a: string
        ...: any
      counts?:
        ...: integer
      """
    )

    #expect(
      schema
        == (try JSONValue(
          text: #"""
            {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "lights.list",
             "type": "object", "required": ["closed"], "additionalProperties": false,
             "properties": {
               "closed": {"type": "object", "required": ["a"], "additionalProperties": false,
                 "properties": {"a": {"type": "string"}, "b": {"type": "string"}}},
               "open": {"type": "object", "required": ["a"], "additionalProperties": true,
                 "properties": {"a": {"type": "string"}}},
               "counts": {"type": "object", "properties": {},
                 "additionalProperties": {"type": "integer"}}}}
            """#
        ))
    )
  }

  @Test func `refers to named types, to themselves too, and to no others`() throws {
    let api = """
      \(Made.api)
      types:
        tree:
          name: code | null
          child?:
            - tree
        code: string /\\d+/
        unused: string
      """
    let (schema, _) = try schema("root: tree | null", api: api)

    #expect(
      schema["properties"]
        == (try JSONValue(
          text: ##"{"root": {"anyOf": [{"$ref": "#/$defs/tree"}, {"type": "null"}]}}"##
        ))
    )
    #expect(
      schema["$defs"]
        == (try JSONValue(
          text: ##"""
            {"code": {"type": "string", "pattern": "^(?:\\d+)$"},
             "tree": {"type": "object", "required": ["name"], "additionalProperties": false,
               "properties": {
                 "name": {"anyOf": [{"$ref": "#/$defs/code"}, {"type": "null"}]},
                 "child": {"type": "array", "items": {"$ref": "#/$defs/tree"}}}}}
            """##
        ))
    )
  }

  @Test func `says what lists hold`() throws {
    let (contract, api) = try Made.contract(
      "get: /lights\nresponse:\n  - integer 1..\nrows:\n  $: items 1..3 unique"
    )
    let document = try #require(SchemaDocument(contract: contract, api: api))

    let schema = try JSONValue(text: String(decoding: document.bytes, as: UTF8.self))
    #expect(schema["type"] == .string("array"))
    #expect(schema["items"] == (try JSONValue(text: #"{"type": "integer", "minimum": 1}"#)))
    #expect(schema["minItems"] == .number(1))
    #expect(schema["maxItems"] == .number(3))
    #expect(schema["uniqueItems"] == .boolean(true))
  }

  @Test(
    arguments: [
      (
        "row: string /a.b/",
        "in its pattern, `.` does not match a carriage return, U+2028 and U+2029 there"
      ),
      ("row: string /\\s+[.]\\./", "in its pattern, `\\s` counts spaces beyond ASCII there"),
      ("row: any | null", "`any` holds null anyway, so `| null` is not written"),
    ]
  )
  func `lists what it cannot say of a row`(row: String, reason: String) throws {
    let (_, losses) = try schema(row)

    let loss = try #require(losses.last)
    #expect(losses.count == 2)
    #expect(loss.subject == "row `row` of response 200 of `lights.list`")
    #expect(loss.reason == reason)
    #expect(loss.place.line == 5)
  }

  @Test func `lists what the contract says besides one body`() throws {
    let (contract, api) = try Made.contract(
      """
      get: /lights/{coast}
      path:
        coast: string
      query:
        sort?: string (name)
      headers: [X-Count]
      response:
        light:
          - name: string
      errors:
        404: unspecified
      id: name
      order: name
      links:
        light[].name: /lights/{.name}
      laws:
        named: light[].name unique
      examples:
        - { coast: north }
      """
    )
    let document = try #require(SchemaDocument(contract: contract, api: api))

    #expect(
      document.losses.map(\.subject) == [
        "GET /lights/{coast} of `lights.list`",
        "`id` of `lights.list`",
        "parameter `coast` of `lights.list`",
        "parameter `sort` of `lights.list`",
        "header field `X-Count` of `lights.list`",
        "response 404 of `lights.list`",
        "`order` of `lights.list`",
        "`links` of `lights.list`",
        "`laws` of `lights.list`",
        "`examples` of `lights.list`",
      ]
    )
  }

  @Test func `describes another status, and none without a body`() throws {
    let (contract, api) = try Made.contract(
      "get: /lights\nresponse: unspecified\nerrors:\n  404: { error: string }\n  500: unspecified"
    )

    let error = try #require(SchemaDocument(contract: contract, api: api, status: 404))
    #expect(String(decoding: error.bytes, as: UTF8.self).contains("\"error\""))
    #expect(SchemaDocument(contract: contract, api: api, status: 200) == nil)
    #expect(SchemaDocument(contract: contract, api: api, status: 500) == nil)
  }
}
