import PlumbChecking
import PlumbModel
import PlumbText

/// What was seen of one operation.
struct OperationSketch {
  /// The answers of one status.
  struct Answers {
    /// How many there were.
    var count = 0
    /// How many of them were no JSON, or lacked a body.
    var others = 0
    /// What gathers the bodies.
    var gatherer = ValueGatherer(depthLimit: 512)

    /// What was seen of the bodies.
    var bodies: ObservedValue { gatherer.observed }

    /// Adds an answer; whether its body is JSON, or there is none and none is expected.
    mutating func add(_ answer: ObservedAnswer) -> Bool {
      count += 1
      let isJSON = answer.body.map { gatherer.add($0, rank: count) } ?? !answer.isOther
      if !isJSON { others += 1 }
      return isJSON
    }
  }

  /// A request that was answered with a success.
  struct Request {
    /// The same for the same request.
    var key: String
    /// The values in the path, in order.
    var pathValues: [String]
    /// The query.
    var query: [Query.Item]
  }

  /// How many requests were answered with a success.
  private(set) var successes = 0

  /// The answers by status.
  private(set) var answers: [Int: Answers] = [:]

  /// What was seen of the path's parameters, in order.
  private(set) var path: [ParameterSketch]

  /// What was seen of the query's parameters, by name.
  private(set) var query: [String: ParameterSketch] = [:]

  /// Their names, in the order in which they were first seen.
  private(set) var queryNames: [String] = []

  private var requests: [Request] = []
  /// The requests that were refused, of those that ask for something; `nil` once they are many.
  private var refused: Set<String>? = []

  /// Whether a success was seen that shows the operation at all.
  private(set) var isShown = false

  /// Begins with nothing seen.
  init(parameters: Int) {
    path = Array(repeating: ParameterSketch(), count: parameters)
  }

  /// Adds an exchange.
  ///
  /// - Parameter mayShow: Whether the request holds no credential, and may be an example.
  mutating func add(
    _ answer: ObservedAnswer,
    status: Int,
    address: RequestAddress,
    pathValues: [String],
    mayShow: Bool
  ) {
    guard answer.outcome != .weather else { return }
    let isJSON = answers[status, default: Answers()].add(answer)
    guard answer.outcome == .success else {
      if (refused?.count ?? 0) >= 1_000 { refused = nil }
      refused?.insert(address.key)
      return
    }
    successes += 1
    isShown = isShown || isJSON
    for (index, value) in pathValues.enumerated() { path[index].add([value]) }
    var values: [String: [String]] = [:]
    for item in address.query {
      if query[item.name] == nil {
        guard queryNames.count < Thresholds.parameterNames else { continue }
        query[item.name] = ParameterSketch()
        queryNames.append(item.name)
      }
      values[item.name, default: []].append(item.value)
    }
    for (name, values) in values { query[name]?.add(values) }
    if mayShow, requests.count < 50, !requests.contains(where: { $0.key == address.key }) {
      requests.append(Request(key: address.key, pathValues: pathValues, query: address.query))
    }
  }

  /// Some requests that were answered with a success, and never refused; at most so many.
  func examples(_ most: Int) -> [Request] {
    guard let refused else { return [] }
    let good = requests.filter { request in
      let names = request.query.map(\.name)
      return !refused.contains(request.key) && Set(names).count == names.count
    }
    return Array(good.prefix(most))
  }
}
