import PlumbModel
import PlumbText

/// Reads the parameter tables of an operation.
struct ParameterReader {
  let reading: NodeReading
  let names: Set<String>

  /// Reads the parameters under `path`, `query` or `header`.
  func read(_ node: NotationNode, _ location: Parameter.Location) -> [Parameter] {
    guard let entries = reading.map(node, "`\(location.rawValue)`") else { return [] }
    if node.isFlow, !reading.file.isJSON {
      reading.log.error(
        "a parameter table is not written in brackets, where YAML splits a type such as "
          + "`string (a, b)`",
        at: node.place,
        remedy: "one parameter a line"
      )
      return []
    }
    var places: [String: Int] = [:]
    var parameters: [Parameter] = []
    for entry in entries {
      let marked = MarkedName(entry.key)
      // Header fields are spelt in any case, RFC 9110 section 5.1.
      let name = location == .header ? marked.name.lowercased() : marked.name
      if let line = places[name] {
        reading.log.error(
          "the parameter `\(marked.name)` stands here already, in line \(line)",
          at: entry.keyPlace,
          remedy: "remove one of them"
        )
        continue
      }
      places[name] = entry.keyPlace.line
      if let parameter = parameter(entry, marked, location) { parameters.append(parameter) }
    }
    return parameters
  }

  private func parameter(
    _ entry: NotationEntry,
    _ marked: MarkedName,
    _ location: Parameter.Location
  ) -> Parameter? {
    if case .nothing = entry.value.content {
      reading.log.error("`\(marked.name)` has no type", at: entry.keyPlace)
      return nil
    }
    if marked.isNullable {
      reading.log.error("a parameter is never `null`", at: entry.keyPlace)
      return nil
    }
    if location == .path, marked.isOptional {
      reading.log.error(
        "a path parameter cannot be left out",
        at: entry.keyPlace,
        remedy: "remove the `?`"
      )
      return nil
    }
    let reader = TypeReader(names: names, use: .parameter)
    let found = reading.parse(entry.value, "`\(marked.name)`") { scanner throws(NotationProblem) in
      try reader.read(&scanner)
    }
    guard let found else { return nil }
    if found.type.isNullable {
      reading.log.error("a parameter is never `null`", at: entry.value.place)
      return nil
    }
    return Parameter(
      name: marked.name,
      location: location,
      type: found.type,
      list: found.list,
      isOptional: marked.isOptional,
      defaultValue: found.defaultValue,
      isSecret: found.isSecret,
      place: entry.value.place.line == entry.keyPlace.line ? entry.value.place : entry.keyPlace
    )
  }
}
