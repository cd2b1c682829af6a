import PlumbNotation
import Testing

@Suite struct SchemaImportTests {
  @Test(
    arguments: [
      ("{}", "response: any"),
      ("true", "response: any"),
      (#"{"type":"string"}"#, "response: string"),
      (#"{"type":["string","null"]}"#, "response: string | null"),
      (#"{"type":["integer","number"]}"#, "response: number"),
      (#"{"type":"integer","minimum":1,"maximum":5}"#, "response: integer 1..5"),
      (#"{"type":"integer","exclusiveMinimum":0}"#, "response: integer 1.."),
      (#"{"type":"integer","minimum":5,"exclusiveMinimum":0}"#, "response: integer 5.."),
      (#"{"type":"integer","exclusiveMaximum":10,"multipleOf":1}"#, "response: integer ..9"),
      (#"{"type":"number","minimum":-0.5}"#, "response: number -0.5.."),
      (#"{"type":"string","minLength":0,"maxLength":3}"#, "response: string length ..3"),
      (#"{"type":"string","format":"date-time"}"#, "response: string date-time"),
      (#"{"type":"string","pattern":"^\\d+$"}"#, #"response: string /\d+/"#),
      (#"{"type":"string","pattern":"a"}"#, #"response: string /[\s\S]*a[\s\S]*/"#),
      (#"{"type":"string","pattern":"^a|b$"}"#, #"response: string /a[\s\S]*|[\s\S]*b/"#),
      (#"{"type":"string","pattern":"^(?:a|b)$"}"#, "response: string /a|b/"),
      (
        #"{"type":"string","pattern":"^(?:a)|(?:b)$"}"#,
        #"response: string /(?:a)[\s\S]*|[\s\S]*(?:b)/"#
      ),
      (#"{"type":"string","pattern":"^a\\/b[/]\\$"}"#, #"response: string /a\/b[/]\$[\s\S]*/"#),
      (#"{"enum":["a","b, c",""]}"#, #"response: string (a, "b, c", "")"#),
      (#"{"enum":[1,2.5]}"#, "response: number (1, 2.5)"),
      (#"{"type":["string","null"],"enum":["a",null]}"#, "response: string (a) | null"),
      (#"{"type":["string","null"],"enum":["a"]}"#, "response: string (a)"),
      (#"{"const":true}"#, "response: boolean (true)"),
      (#"{"enum":["a","b"],"const":"b"}"#, "response: string (b)"),
      (#"{"type":"object"}"#, "response: object"),
      (#"{"type":"object","additionalProperties":false}"#, "response:\n  ...: none"),
      (
        #"{"type":"object","additionalProperties":{"type":"integer"}}"#, "response:\n  ...: integer"
      ),
      (
        #"{"type":"object","required":["b"],"properties":{"a":{"type":"string"},"b":{"type":"object"}}}"#,
        "response:\n  a?: string\n  b: object\n  ...: any"
      ),
      (
        #"{"type":"object","additionalProperties":false,"properties":{"a?":{"type":"array","items":{"type":["object","null"],"additionalProperties":false,"properties":{"b":{}}}}}}"#,
        "response:\n  a???:\n    - b?: any\n    - null"
      ),
      (
        #"{"type":"array","minItems":1,"uniqueItems":true,"items":{"type":"array","items":true,"maxItems":2}}"#,
        "response:\n  - - any\nrows:\n  $: items 1.. unique\n  $[]: items ..2"
      ),
      (#"{"oneOf":[{"type":"integer"},{"type":"null"}]}"#, "response: integer | null"),
      (#"{"anyOf":[{"enum":["a"]},{"enum":["b","a"]}]}"#, "response: string (a, b)"),
      (#"{"oneOf":[{"const":1,"title":"One"},{"const":2}]}"#, "response: number (1, 2)"),
      (
        #"{"allOf":[{"type":"object","required":["a"],"properties":{"a":{"type":"integer","minimum":1}}},{"properties":{"a":{"minimum":3},"b":{"type":"string"}}}]}"#,
        "response:\n  a: integer 3..\n  b?: string\n  ...: any"
      ),
      (
        #"{"type":"object","additionalProperties":false,"required":["z"],"properties":{"w":{"type":"string","writeOnly":true},"r":{"type":"string","readOnly":true}}}"#,
        "response:\n  r?: string\n  z: any"
      ),
    ]
  )
  func `reads what the notation has words for`(schema: String, text: String) throws {
    let read = try Imported.response(schema)

    #expect(read.text == text)
    #expect(read.remarks.filter { $0.hasPrefix("unsaid") } == [])
  }

  @Test(
    arguments: [
      (
        #"{"oneOf":[{"type":"string"},{"type":"integer"}]}"#, "any",
        "`oneOf` of 2 schemas; any value may stand"
      ),
      (
        #"{"type":["string","integer"]}"#, "any",
        "values of several types (`string` or `integer`); any value may stand"
      ),
      (#"{"type":"null"}"#, "any", "only `null` may stand here; any value may"),
      (
        #"{"type":"number","exclusiveMinimum":0}"#, "number 0..",
        "`exclusiveMinimum` has no words in the notation; the bound itself is let through"
      ),
      (
        #"{"type":"integer","multipleOf":5}"#, "integer",
        "`multipleOf` has no words in the notation; it is left out"
      ),
      (#"{"type":"string","format":"uuid"}"#, "string", "the format `uuid` is not checked"),
      (#"{"type":"string","pattern":"(?=a)b"}"#, "string", "the pattern is left out: look-ahead"),
      (
        #"{"type":"string","not":{"const":"a"}}"#, "string",
        "`not` has no words in the notation; it is left out"
      ),
      (
        #"{"type":"string","colour":"red"}"#, "string",
        "`colour` is no keyword known here; it is left out"
      ),
      (
        #"{"type":"array","prefixItems":[{"type":"string"}]}"#, "\n  - any",
        "a list whose items differ by their place; any item may stand"
      ),
      (
        #"{"type":"object","patternProperties":{"^x":{}}}"#, "object",
        "`patternProperties` has no words in the notation; it is left out"
      ),
      (
        #"{"type":"object","minProperties":1}"#, "object",
        "`minProperties` has no words in the notation; it is left out"
      ),
      (#"{"type":"text"}"#, "any", "`text` is no type of a schema; any value may stand"),
      (
        #"{"type":"integer","minimum":5,"maximum":1}"#, "integer",
        "the range ends before it begins; it is left out"
      ),
      (
        #"{"type":"array","items":{"type":"object"},"contains":{}}"#, "\n  - object",
        "`contains` has no words in the notation; it is left out"
      ),
      (
        #"{"enum":[[1],[2]]}"#, "any",
        "a list of values that are lists or objects; any value may stand"
      ),
      (#"{"enum":["a",1]}"#, "any", "a list of values of several types; any value may stand"),
    ]
  )
  func `lists what the notation has no words for`(
    schema: String,
    text: String,
    reason: String
  ) throws {
    let read = try Imported.response(schema)

    #expect(read.text == "response:" + (text.hasPrefix("\n") ? text : " \(text)"))
    let place = "#/paths/~1a/get/responses/200/content/application~1json/schema"
    let unsaid = read.remarks.filter { $0.hasPrefix("unsaid: \(reason)") }
    #expect(unsaid.count == 1 && unsaid[0].contains(place), "\(read.remarks)")
  }

  @Test(
    arguments: [
      (
        #"{"properties":{"a":{"type":"string"}},"required":["a"],"additionalProperties":false}"#,
        "response:\n  a: string", "`type` is missing; an object is meant"
      ),
      (
        #"{"items":{"type":"string"}}"#, "response:\n  - string",
        "`type` is missing; a list is meant"
      ),
      (
        #"{"type":"integer","pattern":"^\\d$"}"#, "response: integer",
        "`pattern` says nothing of integer; it is left out"
      ),
      (
        #"{"type":"integer","enum":[1,"2"]}"#, "response: integer (1)",
        "values that are not of the type are left out"
      ),
      (
        #"{"type":"object","additionalProperties":false,"required":["a"]}"#,
        "response:\n  a: any",
        "a member is `required` but not listed; a row of any type stands for it"
      ),
    ]
  )
  func `mends what is evidently meant, and says so`(
    schema: String,
    text: String,
    reason: String
  ) throws {
    let read = try Imported.response(schema)

    #expect(read.text == text)
    #expect(read.remarks.contains { $0.hasPrefix("repaired: \(reason)") }, "\(read.remarks)")
  }

  @Test func `reads the ways of version 3·0`() throws {
    let nullable = try Imported.response(#"{"type":"string","nullable":true}"#, version: "3.0.3")
    let bound = try Imported.response(
      #"{"type":"integer","minimum":1,"exclusiveMinimum":true,"maximum":9,"exclusiveMaximum":false}"#,
      version: "3.0.3"
    )
    let named = try Imported.response(
      ##"{"allOf":[{"$ref":"#/components/schemas/Book"}],"nullable":true}"##,
      schemas: #"{"Book":{"type":"object","properties":{"a":{"type":"string"}}}}"#,
      version: "3.0.3"
    )

    #expect(nullable.text == "response: string | null")
    #expect(bound.text == "response: integer 2..9")
    #expect(named.text == "response: Book | null")
  }

  @Test func `closes objects that say nothing, when asked to`() throws {
    let schema = #"{"type":"object","properties":{"a":{"type":"object"}}}"#

    #expect(try Imported.response(schema, isClosed: true).text == "response:\n  a?: object")
  }
}
