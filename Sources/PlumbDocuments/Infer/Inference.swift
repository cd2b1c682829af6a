public import PlumbModel
import PlumbText

/// What contracts can be inferred from exchanges: the second look at them.
///
/// ```swift
/// var survey = AddressSurvey()
/// for exchange in exchanges { survey.add(exchange) }
/// var inference = Inference(survey)
/// for exchange in exchanges { inference.add(exchange) }
/// inference.apis()  // one for each server
/// ```
///
/// Its size depends on the number of operations and rows, not on how many exchanges there are.
public struct Inference {
  private struct Key: Hashable {
    var origin: String
    var method: String
    var shape: PathTree.Shape
  }

  private let trees: [String: PathTree]
  private let redactor: Redactor
  private var operations: [Key: OperationSketch] = [:]

  /// How many exchanges belong to no operation: what they show is no JSON, or weather.
  public private(set) var ignored = 0

  /// Begins with the addresses that were surveyed.
  ///
  /// - Parameter redactor: What knows credentials: none becomes a listed value or an example.
  public init(_ survey: AddressSurvey, redactor: Redactor = Redactor(secrets: [])) {
    trees = survey.trees
    self.redactor = redactor
    for tree in trees.values { tree.settle() }
  }

  /// Adds an exchange.
  public mutating func add(_ exchange: Exchange) {
    guard let address = RequestAddress(exchange.request.url),
      let shape = trees[address.origin]?.shape(of: address.parts[...])
    else {
      ignored += 1
      return
    }
    let key = Key(origin: address.origin, method: exchange.request.method, shape: shape)
    let values = zip(shape, address.parts).filter { $0.0 == nil }.map(\.1)
    operations[key, default: OperationSketch(parameters: values.count)].add(
      ObservedAnswer(exchange),
      status: exchange.response.status,
      address: address,
      pathValues: values,
      mayShow: redactor.redacted(exchange.request.url) == exchange.request.url
    )
  }

  /// Returns the APIs, one for each server, in the order of their names.
  public func apis() -> [InferredAPI] {
    var apis: [InferredAPI] = []
    var names: Set<String> = []
    for (origin, tree) in trees.sorted(by: { $0.key < $1.key }) {
      let found = operations.filter { $0.key.origin == origin && $0.value.isShown }
        .map { key, sketch in
          InferredOperation(
            method: key.method,
            shape: key.shape,
            sketch: sketch,
            values: tree.values(of: key.shape[...]),
            redactor: redactor
          )
        }
        .sorted { ($0.path, $0.method) < ($1.path, $1.method) }
      guard !found.isEmpty else { continue }
      let wish = InferredNames.api(RequestAddress(origin + "/")?.host ?? origin)
      let name = Text.unique(wish, isTaken: names.contains)
      names.insert(name)
      let api = InferredAPI(name: name, origin: origin, operations: found, redactor: redactor)
      apis.append(api)
    }
    return apis
  }
}
