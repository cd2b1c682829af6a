import PlumbDocuments
import PlumbModel
import PlumbNotation
import Testing

@Suite struct SchemaFileTests {
  private func read(_ text: String) throws(Diagnostic) -> (text: String, unsaid: [String]) {
    let file = try DescriptionFile(Array(text.utf8), path: "s.json")
    let imported = try SchemaImport.read(file, name: "book")
    let api = NotationWriter.text(of: imported.api).split(separator: "\n")
    let types = api.drop { $0 != "types:" }.joined(separator: "\n")
    let contract = NotationWriter.text(of: imported.files[0].contracts, api: imported.api)
    return (
      types + contract.split(separator: "\n").dropFirst(3).joined(separator: "\n"),
      imported.remarks.filter { $0.kind == .unsaid }.map(\.reason)
    )
  }

  @Test(
    arguments: [
      (
        #"{"$schema":"http://json-schema.org/draft-07/schema#","type":"integer"}"#,
        "    response: integer"
      ),
      ("true", "    response: any"),
      // The root is a schema here, so that `#` means what it says.
      (
        ##"{"type":"object","additionalProperties":false,"properties":{"a":{"type":"object","additionalProperties":false,"properties":{"b":{"$ref":"#"}}}}}"##,
        "types:\n  b:\n    a?:\n      b?: b    response: b"
      ),
      (
        ##"{"$schema":"http://json-schema.org/draft-07/schema#","$ref":"#/definitions/a","type":"integer","definitions":{"a":{"type":"string"}}}"##,
        "types:\n  a: string    response: a"
      ),
      (
        ##"{"$ref":"#/$defs/a","maxLength":3,"$defs":{"a":{"type":"string","minLength":1}}}"##,
        "    response: string length 1..3"
      ),
      (
        ##"{"$ref":"#word","$defs":{"x":{"$anchor":"word","type":"boolean"}}}"##,
        "types:\n  x: boolean    response: x"
      ),
      (
        #"{"type":"object","unevaluatedProperties":false,"allOf":[{"properties":{"a":{"type":"integer"}}}]}"#,
        "    response:\n      a?: integer"
      ),
      (
        ##"{"type":["array","null"],"items":{"type":"string"}}"##,
        "types:\n  book:\n    - string    response: book | null"
      ),
    ]
  )
  func `reads schemas of both drafts`(schema: String, text: String) throws {
    let read = try read(schema)

    #expect(read.text == text)
    #expect(read.unsaid == [])
  }

  @Test(
    arguments: [
      ("[]", "a schema is an object, here is array"),
      (#"{"openapi":"3.1.0"}"#, "this is a description of an API, not a JSON Schema"),
      (
        #"{"$schema":"http://json-schema.org/draft-04/schema#"}"#,
        "the schema follows http://json-schema.org/draft-04/schema#; draft 7 and 2020-12 can be read"
      ),
      ("{", "not JSON: "),
    ]
  )
  func `refuses what is no schema of these`(text: String, message: String) throws {
    do {
      _ = try read(text)
      Issue.record("it was read")
    } catch {
      #expect(error.message.hasPrefix(message))
    }
  }
}
