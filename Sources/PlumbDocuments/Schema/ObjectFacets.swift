import PlumbModel
import PlumbNotation
import PlumbText

/// Turns what a schema demands of an object into rows.
struct ObjectFacets {
  private let around: FacetReader
  private var facets: SchemaFacets { around.facets }
  private var log: RemarkLog { around.log }

  init(_ around: FacetReader) {
    self.around = around
  }

  func read() throws(Diagnostic) -> ObjectType {
    let required = Set(facets.required.compactMap(\.string))
    var object = ObjectType(rows: [], others: try others())
    for (name, schemas) in facets.properties {
      guard !name.isEmpty, name != "......" else {
        log.unsaid("a member without a name; it is left out", schemas[0])
        continue
      }
      let isOptional = !required.contains(name)
      if schemas.contains(where: { $0["writeOnly"]?.boolean == true }) {
        log.repaired("`writeOnly` is never in a response; the row is left out", schemas[0])
        continue
      }
      if schemas[0].boolean == false, isOptional, object.others == nil { continue }
      var type = try around.reader.type(schemas, hint: name)
      if case .any = type.shape { type.isNullable = false }
      let place = around.reader.references.file.place(of: schemas[0].node)
      object.rows.append(Row(name: name, isOptional: isOptional, type: type, place: place))
    }
    addRequired(to: &object)
    return object
  }

  /// Adds rows for members that must be there, and of which nothing more is said.
  private func addRequired(to object: inout ObjectType) {
    for name in facets.required {
      guard let text = name.string, !text.isEmpty,
        !object.rows.contains(where: { $0.name == text }),
        !facets.properties.contains(where: { $0.name == text })
      else { continue }
      if object.others == nil {
        log.repaired("a member is `required` but not listed; a row of any type stands for it", name)
      }
      let place = around.reader.references.file.place(of: name.node)
      object.rows.append(Row(name: text, type: object.others ?? FieldType(.any), place: place))
    }
  }

  /// The type of members that no row names; `nil` when there must be none.
  private func others() throws(Diagnostic) -> FieldType? {
    if facets["patternProperties"] != nil { return FieldType(.any) }
    if opensByChoice { return FieldType(.any) }
    guard let first = facets.additional.first else {
      return around.reader.isClosed && !facets.properties.isEmpty ? nil : FieldType(.any)
    }
    if let closing = facets.additional.first(where: { $0.boolean == false }) {
      if facets.owners > 1, closing.pointer.tokens.last == "additionalProperties" {
        log.repaired("`allOf` joins a closed object with others; all their rows are taken", closing)
      }
      return nil
    }
    if first.boolean == true { return FieldType(.any) }
    var type = try around.reader.type(first, hint: around.hint)
    if case .any = type.shape { type.isNullable = false }
    return type
  }

  /// Whether a choice that the notation cannot say may bring further members.
  private var opensByChoice: Bool {
    ["oneOf", "anyOf", "then", "else", "dependentSchemas"].contains { facets[$0] != nil }
  }
}
