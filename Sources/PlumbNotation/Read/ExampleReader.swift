import PlumbModel
import PlumbText

/// Reads requests that the API must answer.
struct ExampleReader {
  let reading: NodeReading

  /// Reads the list under `examples`.
  func read(_ node: NotationNode) -> [Example] {
    (reading.list(node, "`examples`") ?? []).compactMap(example)
  }

  private func example(_ node: NotationNode) -> Example? {
    guard let entries = reading.map(node, "an example") else { return nil }
    var values: [Example.Value] = []
    for entry in entries {
      switch entry.value.content {
      case .text(let text):
        values.append(Example.Value(name: entry.key, value: text.string))
      case .list(let items):
        let texts = items.compactMap { reading.string($0, "an item of `\(entry.key)`") }
        values.append(Example.Value(name: entry.key, value: texts.joined(separator: ",")))
      case .nothing:
        reading.log.error("`\(entry.key)` has no value", at: entry.keyPlace)
        return nil
      case .map:
        reading.log.error(
          "the value of `\(entry.key)` is text, here is a map",
          at: entry.value.place
        )
        return nil
      }
    }
    return Example(values: values, place: node.place)
  }
}
