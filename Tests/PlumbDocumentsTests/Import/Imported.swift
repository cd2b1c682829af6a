import PlumbDocuments
import PlumbModel
import PlumbNotation

/// Small descriptions, and what importing them gives.
enum Imported {
  /// Imports a description.
  static func api(
    _ text: String,
    isClosed: Bool = false
  ) throws(Diagnostic) -> ImportedAPI {
    let file = try DescriptionFile(Array(text.utf8), path: "d.json")
    return try OpenAPIImport.read(file, OpenAPIImport.Options(id: "made", isClosed: isClosed))
  }

  /// A description with one operation, `GET /a`.
  static func description(
    response: String,
    parameters: String = "[]",
    schemas: String = "{}",
    version: String = "3.1.0"
  ) -> String {
    """
    { "openapi": "\(version)", "info": { "title": "Made", "version": "1" },
      "servers": [{ "url": "https://made.example/" }],
      "paths": { "/a": { "get": { "summary": "A", "parameters": \(parameters), "responses": { "200": {
        "description": "", "content": { "application/json": { "schema": \(response) } } } } } } },
      "components": { "schemas": \(schemas) } }
    """
  }

  /// What stands in the contract from `response` on, in the notation.
  static func response(
    _ schema: String,
    schemas: String = "{}",
    version: String = "3.1.0",
    isClosed: Bool = false
  ) throws(Diagnostic) -> (text: String, types: String, remarks: [String]) {
    let text = description(response: schema, schemas: schemas, version: version)
    let imported = try api(text, isClosed: isClosed)
    let contracts = NotationWriter.text(of: imported.files[0].contracts, api: imported.api)
    let types = NotationWriter.text(of: imported.api)
    return (
      part(of: contracts, from: "    response:", to: "    examples:"),
      part(of: types, from: "types:", to: "errors:"),
      imported.remarks.map { "\($0.kind.rawValue): \($0.reason) #\($0.pointer)" }
    )
  }

  private static func part(of text: String, from start: String, to end: String) -> String {
    let lines = text.split(separator: "\n").map(String.init)
    let rest = lines.drop { !$0.hasPrefix(start) }.prefix { !$0.hasPrefix(end) }
    let indent = start.prefix { $0 == " " }.count
    return rest.map { String($0.dropFirst(indent)) }.joined(separator: "\n")
  }
}
