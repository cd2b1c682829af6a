import PlumbModel
import PlumbText

/// The rows of an operation's successes that may hold an address, whether or not the documentation
/// says where it leads.
struct AddressRows {
  /// More rows than any documented table has; a table of types in types could have any number.
  private static let limit = 256

  private let types: [String: FieldType]
  private(set) var paths: [FieldPath] = []

  init(_ contract: Contract, of api: API) {
    types = api.types
    for response in contract.responses where (200..<300).contains(response.status) {
      if case .json(let type) = response.body { add(type, [], []) }
    }
  }

  private mutating func add(_ type: FieldType, _ steps: [FieldPath.Step], _ names: [String]) {
    guard paths.count < Self.limit else { return }
    switch type.shape {
    case .string:
      let path = FieldPath(steps: steps)
      if Self.mayBeAddress(type.narrowing), !paths.contains(path) { paths.append(path) }
    case .object(let object):
      for row in object.rows { add(row.type, steps + [.member(row.name)], names) }
    case .list(let items): add(items, steps + [.items], names)
    case .named(let name):
      guard !names.contains(name), let type = types[name] else { return }
      add(type, steps, names + [name])
    case .integer, .number, .boolean, .any: break
    }
  }

  private static func mayBeAddress(_ narrowing: Narrowing) -> Bool {
    narrowing.values.isEmpty && narrowing.pattern == nil && narrowing.format != .dateTime
  }
}
