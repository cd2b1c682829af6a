import PlumbModel
import PlumbText

/// Writes one operation.
struct ContractWriter {
  let api: API

  /// Writes a contract under its name.
  func write(_ contract: Contract, to lines: inout NotationLines) {
    lines.block(contract.id) { lines in
      if contract.title != contract.id {
        lines.entry("title", YAMLText.written(contract.title, .prose))
      }
      lines.entry(contract.method.lowercased(), YAMLText.written(contract.path.text, .value))
      for location in Parameter.Location.allCases {
        parameters(contract.parameters.filter { $0.location == location }, location, to: &lines)
      }
      let responses = ResponseWriter(api: api)
      responses.writeErrors(contract.errors, to: &lines)
      responses.write(contract.responses, to: &lines)
      rows(contract.responses, to: &lines)
      if let paging = contract.paging {
        ListingWriter.write(paging, shared: api.paging, to: &lines)
      }
      if let identity = contract.identity {
        lines.entry("id", YAMLText.written(identity.description, .value))
      }
      if let order = contract.order { ListingWriter.write(order, to: &lines) }
      relations(contract, to: &lines)
      examples(contract.examples, to: &lines)
    }
  }

  private func parameters(
    _ parameters: [Parameter],
    _ location: Parameter.Location,
    to lines: inout NotationLines
  ) {
    guard !parameters.isEmpty else { return }
    lines.block(location.rawValue) { lines in
      for parameter in parameters {
        let key = MarkedName(parameter.name, isOptional: parameter.isOptional).key
        let text = YAMLText.written(TypeWriter.text(parameter), .value)
        lines.entry(key, text, step: parameter.name)
      }
    }
  }

  private func rows(_ responses: [ResponseContract], to lines: inout NotationLines) {
    var notes = RowNotesWriter()
    for response in responses {
      guard case .json(let type) = response.body else { continue }
      notes.collect(type, at: FieldPath(steps: []))
    }
    notes.write(to: &lines)
  }

  private func relations(_ contract: Contract, to lines: inout NotationLines) {
    if !contract.links.isEmpty {
      lines.block("links") { lines in
        for link in contract.links {
          lines.entry(link.at.description, YAMLText.written(link.target, .value))
        }
      }
    }
    if !contract.laws.isEmpty {
      lines.block("laws") { lines in
        for law in contract.laws { lines.entry(law.name, YAMLText.written(law.text, .value)) }
      }
    }
  }

  private func examples(_ examples: [Example], to lines: inout NotationLines) {
    guard !examples.isEmpty else { return }
    lines.block("examples") { lines in
      for example in examples { lines.lineItem(Self.text(example)) }
    }
  }

  /// An example as one line: `{ code: 1, sort: title }`.
  static func text(_ example: Example) -> String {
    guard !example.values.isEmpty else { return "{}" }
    let values = example.values.map { value in
      "\(YAMLText.written(value.name, .flow)): \(YAMLText.written(value.value, .flow))"
    }
    return "{ \(values.joined(separator: ", ")) }"
  }
}
