import PlumbModel
import PlumbText

/// Makes requests of contracts and the values of their parameters.
struct RequestMaker {
  /// The contract.
  let contract: Contract
  /// The root of every path, without a slash at the end.
  let base: String

  /// The request with these values; `nil` when a parameter of the path has none.
  func request(_ values: [Example.Value]) -> Exchange.Request? {
    let all = Dictionary(values.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
    guard let path = contract.path.expand(all) else { return nil }
    var query = Query()
    var fields = [HTTPField(name: "Accept", value: "application/json")]
    for value in values {
      let parameter = contract.parameters.first { $0.name == value.name }
      switch parameter?.location {
      case .path: continue
      case .header: fields.append(HTTPField(name: value.name, value: value.value))
      case .query, nil:
        for part in parts(of: value, parameter) {
          query.items.append(Query.Item(name: value.name, value: part))
        }
      }
    }
    let text = query.items.isEmpty ? "" : "?\(query)"
    return Exchange.Request(method: contract.method, url: base + path + text, fields: fields)
  }

  /// Whether a request can be made without any value.
  var needsNoValues: Bool { contract.parameters.allSatisfy(\.isOptional) }

  /// A list is written as one text in examples, whatever its style.
  private func parts(of value: Example.Value, _ parameter: Parameter?) -> [String] {
    guard parameter?.list == .repeated else { return [value.value] }
    return value.value.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
  }
}
