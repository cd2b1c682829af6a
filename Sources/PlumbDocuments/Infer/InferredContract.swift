import PlumbChecking
import PlumbModel
import PlumbText

/// Makes contracts of operations that were seen.
struct InferredContract {
  /// What was named and noted so far.
  private(set) var types: InferredType

  private let place: SourcePlace
  private let api: String
  private var ids: Set<String> = []

  /// Makes contracts of an API.
  init(at place: SourcePlace, api: String, redactor: Redactor) {
    types = InferredType(at: place, redactor: redactor)
    self.place = place
    self.api = api
  }

  /// Returns the contract of an operation; `nil` when its path cannot be written.
  mutating func contract(
    _ operation: InferredOperation,
    _ naming: InferredNames
  ) -> Contract? {
    guard let path = try? PathTemplate(operation.path) else { return nil }
    let id = id(of: operation, naming)
    var contract = Contract(
      id: id,
      api: api,
      title: id,
      method: operation.method,
      path: path,
      examples: operation.examples(at: place),
      place: place
    )
    let key = operation.method.lowercased()
    types.note(operation.guesses, above: ["contracts", id, key])
    for (parameter, seen) in operation.parameters(at: place) {
      contract.parameters.append(parameter)
      guard !seen.isEmpty else { continue }
      types.note(seen, behind: ["contracts", id, parameter.location.rawValue, parameter.name])
    }
    let answers = operation.sketch.answers.sorted { $0.key < $1.key }
    let successes = answers.filter { $0.key < 400 }
    let isPlain = successes.count == 1 && successes.first?.key == 200
    for (status, answers) in successes {
      let path = ["contracts", id] + (isPlain ? ["response"] : ["responses", "\(status)"])
      contract.responses.append(response(status, answers, at: path, id: id))
    }
    for (status, answers) in answers where status >= 400 {
      let path = ["contracts", id, "errors", "\(status)"]
      contract.errors.append(response(status, answers, at: path, id: id))
    }
    return contract
  }

  private mutating func response(
    _ status: Int,
    _ answers: OperationSketch.Answers,
    at path: [String],
    id: String
  ) -> ResponseContract {
    var body = ResponseContract.Body.unspecified
    var seen = "\(answers.count) answer\(answers.count == 1 ? "" : "s")"
    let bodies = answers.bodies
    if answers.others == 0, bodies.count > 0 {
      let name = id.split(separator: ".").joined(separator: "_")
      body = .json(types.type(of: bodies, at: path, name: name))
    } else if answers.others > 0, bodies.count > 0 {
      seen += ", \(answers.others) of them no JSON"
    }
    types.note(seen, behind: path)
    return ResponseContract(status: status, body: body, place: place)
  }

  private mutating func id(of operation: InferredOperation, _ naming: InferredNames) -> String {
    let bodies = operation.sketch.answers.first { $0.key < 300 }?.value.bodies
    let isListing =
      bodies.map { bodies in
        bodies.lists > 0 || bodies.members.contains { $0.value.lists > 0 }
      } ?? false
    let wish = naming.name(
      operation.shape,
      method: operation.method,
      names: operation.names,
      isListing: isListing
    )
    let id = Text.unique(wish, isTaken: ids.contains)
    ids.insert(id)
    return id
  }
}
