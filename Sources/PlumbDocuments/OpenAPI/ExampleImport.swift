import PlumbModel
import PlumbText

/// Puts together requests that the API must answer, from the examples of parameters.
enum ExampleImport {
  /// Reads the examples of an operation.
  ///
  /// Examples of one name belong together. A request without parameters is documented where none is
  /// required.
  static func read(
    _ nodes: [(parameter: Parameter, node: Located)],
    place: SourcePlace
  ) -> [Example] {
    let required = nodes.filter { !$0.parameter.isOptional }
    var names: [String] = []
    for (_, node) in nodes {
      for (name, _) in node["examples"]?.members ?? [] where !names.contains(name) {
        names.append(name)
      }
    }
    names.sort { number(in: $0) < number(in: $1) }
    var examples: [Example] = []
    for name in names.isEmpty ? [""] : names {
      var values: [Example.Value] = []
      for (parameter, node) in nodes {
        let named = node["examples"]?[name]?["value"]
        let other = parameter.isOptional ? nil : node["example"] ?? firstExample(node)
        guard let text = (named ?? other).flatMap(text) else { continue }
        values.append(Example.Value(name: parameter.name, value: text))
      }
      let given = Set(values.map(\.name))
      guard required.allSatisfy({ given.contains($0.parameter.name) }) else { continue }
      if !examples.contains(where: { $0.values == values }) {
        examples.append(Example(values: values, place: place))
      }
    }
    return examples
  }

  private static func firstExample(_ node: Located) -> Located? {
    node["examples"]?.members.first?.value["value"] ?? node["schema"]?["example"]
      ?? node["schema"]?["examples"]?.elements.first
  }

  /// The number at the end of a name, so that `example-10` comes behind `example-9`.
  private static func number(in name: String) -> Int {
    Int(String(name.reversed().prefix { $0.isNumber }.reversed())) ?? 0
  }

  private static func text(_ value: Located) -> String? {
    let texts = (value.node.elements ?? [value.node]).map { node -> String? in
      switch node.value {
      case .string(let text): text
      case .number(let number): number.text
      case .boolean(let isTrue): isTrue ? "true" : "false"
      default: nil
      }
    }
    guard texts.allSatisfy({ $0?.isEmpty == false }) else { return nil }
    return texts.compactMap(\.self).joined(separator: ",")
  }
}
