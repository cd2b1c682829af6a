import PlumbNotation
import PlumbText

/// Follows references inside one description.
struct References {
  let file: DescriptionFile

  /// Follows a chain of references to what is no reference.
  ///
  /// - Throws: When it leads to nothing, to another file, or to itself.
  func resolve(_ start: Located) throws(Diagnostic) -> Located {
    var value = start
    var seen: Set<JSONPointer> = []
    while let reference = value["$ref"], let text = reference.string {
      guard seen.insert(value.pointer).inserted else {
        throw Diagnostic(
          .error,
          "the reference `\(text)` leads back to itself",
          at: file.place(of: reference.node),
          remedy: "let one of the references in the circle say what is meant"
        )
      }
      value = try target(of: reference, text)
    }
    return value
  }

  /// What a reference names.
  func target(of reference: Located, _ text: String) throws(Diagnostic) -> Located {
    guard text.hasPrefix("#") else {
      throw Diagnostic(
        .error,
        "the reference `\(text)` leads to another file",
        at: file.place(of: reference.node),
        remedy: "join the files into one first"
      )
    }
    let fragment = PercentEncoding.decode(String(text.dropFirst()))
    let pointer = try? JSONPointer(fragment)
    if let pointer, let node = file.root[pointer] {
      return Located(node: node, pointer: pointer)
    }
    if pointer == nil, let found = anchored(fragment) { return found }
    throw Diagnostic(
      .error,
      "the reference `\(text)` leads to nothing",
      at: file.place(of: reference.node),
      remedy: nearest(to: pointer).map { "did you mean `#\($0)`?" } ?? "correct or remove it"
    )
  }

  /// The schema among the root's definitions with this `$anchor`, or draft 7's `$id` of that form.
  private func anchored(_ name: String) -> Located? {
    let root = Located(node: file.root, pointer: JSONPointer())
    for key in ["$defs", "definitions"] {
      for (_, schema) in root[key]?.members ?? []
      where schema["$anchor"]?.string == name || schema["$id"]?.string == "#\(name)" {
        return schema
      }
    }
    return nil
  }

  private func nearest(to pointer: JSONPointer?) -> JSONPointer? {
    guard let pointer, let last = pointer.tokens.last else { return nil }
    let parent = JSONPointer(tokens: pointer.tokens.dropLast())
    let names = file.root[parent]?.members?.map(\.name) ?? []
    return Suggestion.nearest(to: last, among: names).map { parent.appending($0) }
  }
}
