import PlumbText

/// Which standard a schema follows, where they differ.
enum SchemaDialect: Hashable, Sendable {
  /// The Schema Object of OpenAPI 3.0, section 4.7.24.
  case openAPI30
  /// OpenAPI 3.1, whose schemas are JSON Schema 2020-12.
  case openAPI31
  /// JSON Schema draft 7.
  case draft7
  /// JSON Schema 2020-12, and 2019-09 as far as it is the same.
  case draft2020

  /// Whether what stands beside a `$ref` counts.
  var readsBesideReference: Bool { self == .openAPI31 || self == .draft2020 }

  /// Whether the schema stands in a larger document, whose root is no schema.
  var isInDocument: Bool { self == .openAPI30 || self == .openAPI31 }

  /// The keywords that promise nothing of a value.
  static let annotations: Set<String> = [
    "title", "description", "default", "example", "examples", "deprecated", "readOnly", "writeOnly",
    "externalDocs", "xml", "$comment", "$schema", "$id", "id", "$anchor", "$defs", "definitions",
    "$vocabulary", "contentMediaType", "contentEncoding", "contentSchema",
  ]

  /// Whether a keyword promises nothing of a value.
  static func isAnnotation(_ keyword: String) -> Bool {
    annotations.contains(keyword) || keyword.hasPrefix("x-")
  }
}
