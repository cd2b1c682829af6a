import PlumbNotation
import PlumbText
import Testing

@Suite struct ReferenceImportTests {
  @Test func `names what is referred to, and follows references into each other`() throws {
    let read = try Imported.response(
      ##"{"type":"array","items":{"$ref":"#/components/schemas/Book.v1"}}"##,
      schemas: ##"""
        { "Book.v1": { "type": "object", "additionalProperties": false, "properties": {
            "code": { "$ref": "#/components/schemas/string" },
            "parts": { "type": "array", "items": { "$ref": "#/components/schemas/Book.v1" } },
            "next": { "$ref": "#/components/schemas/Maybe" } } },
          "string": { "type": "string", "pattern": "^\\d$" },
          "Maybe": { "type": ["object", "null"], "properties": { "a": { "type": "integer" } } },
          "Unused": { "type": "string" } }
        """##
    )

    #expect(read.text == "response:\n  - Book_v1")
    #expect(
      read.types == """
        types:
          Book_v1:
            code?: string_type
            parts?:
              - Book_v1
            next?: Maybe | null
          Maybe:
            a?: integer
            ...: any
          string_type: string /\\d/
        """
    )
  }

  @Test func `takes a reference to the whole document as one to the schema around it`() throws {
    let tree = ##"""
      { "type": "array", "items": { "properties": { "name": { "type": "string" },
        "child": { "type": "array", "items": { "$ref": "#" } } }, "additionalProperties": false } }
      """##
    let read = try Imported.response(
      "{\"type\":\"object\",\"properties\":{\"a\":\(tree),\"b\":\(tree)}}",
      isClosed: true
    )

    #expect(read.text == "response:\n  a?:\n    - child\n  b?:\n    - child")
    #expect(read.types == "types:\n  child:\n    name?: string\n    child?:\n      - child")
    let repaired = read.remarks.filter { $0.contains("`#` is the whole document") }
    #expect(repaired.count == 2)
    #expect(repaired[0].hasSuffix("/properties/a/items/properties/child/items/$ref"))
  }

  @Test func `follows references into paths, with escapes`() throws {
    let read = try Imported.response(
      ##"""
      { "type": "object", "additionalProperties": false, "properties": {
        "a": { "type": "integer" },
        "b": { "$ref": "#/paths/~1a/get/responses/200/content/application~1json/schema" },
        "c": { "$ref":
          "#/paths/~1a/get/responses/200/content/application%2Fjson/schema/properties/a" } } }
      """##.replacing("application%2Fjson", with: "application~1json")
    )

    #expect(read.text == "response: b")
    #expect(read.types == "types:\n  b:\n    a?: integer\n    b?: b\n    c?: c\n  c: integer")
  }

  @Test(
    arguments: [
      (
        ##"{"$ref":"#/components/schemas/Bok"}"##,
        "the reference `#/components/schemas/Bok` leads to nothing",
        "did you mean `#/components/schemas/Book`?"
      ),
      (
        ##"{"$ref":"other.yaml#/Book"}"##, "the reference `other.yaml#/Book` leads to another file",
        "join the files into one first"
      ),
      (
        ##"{"$ref":"#/components/schemas/A"}"##,
        "the reference `#/components/schemas/B` leads back to itself",
        "let one of the references in the circle say what is meant"
      ),
      (
        ##"{"$ref":"#/components/schemas/C"}"##,
        "the schema is made of itself by `allOf` or `$ref`",
        "break the circle"
      ),
      (##"{"$ref":12}"##, "`$ref` is text, here is number", nil),
      ("[]", "a schema is an object, here is array", nil),
    ]
  )
  func `refuses what leads nowhere`(schema: String, message: String, remedy: String?) throws {
    let schemas = ##"""
      {"Book":{},"A":{"$ref":"#/components/schemas/B"},"B":{"$ref":"#/components/schemas/A"},
       "C":{"allOf":[{"$ref":"#/components/schemas/C"}, {"type":"object"}]}}
      """##
    do {
      _ = try Imported.response(schema, schemas: schemas)
      Issue.record("it was read")
    } catch {
      #expect(error.message == message)
      #expect(error.remedy == remedy)
      #expect(error.place.file == "d.json" && error.place.line >= 4)
    }
  }
}
