import PlumbModel
import PlumbText

/// What a fault changes in the bodies of a session, value by value.
enum ProofChanges {
  /// Returns each value that is another, as `/end: 60 -> 59`, by pointer; `-` for no value.
  static func between(_ left: Exchange.Response, _ right: Exchange.Response) throws -> [String] {
    let left = try leaves(of: JSONDocument(left.body).root)
    let right = try leaves(of: JSONDocument(right.body).root)
    return Set(left.keys).union(right.keys).sorted().compactMap { pointer in
      let (old, new) = (left[pointer] ?? "-", right[pointer] ?? "-")
      return old == new ? nil : "\(pointer): \(old) -> \(new)"
    }
  }

  /// The codes of the items of a page, in order.
  static func codes(of response: Exchange.Response) throws -> [String] {
    let body = try JSONDocument(response.body).root
    let items = (body["occupation"] ?? body["data"])?.elements ?? []
    return items.compactMap { ($0["code"] ?? $0["occupationCode"])?.string }
  }

  /// What a page says of itself, as `1-20 of 84`.
  static func window(of response: Exchange.Response) throws -> String {
    let body = try JSONDocument(response.body).root
    let numbers = ["start", "end", "total"].map { body[$0]?.integer.map(String.init) ?? "?" }
    return "\(numbers[0])-\(numbers[1]) of \(numbers[2])"
  }

  private static func leaves(of root: JSONNode) -> [String: String] {
    var leaves: [String: String] = [:]
    collect(root, at: "", into: &leaves)
    return leaves
  }

  private static func collect(
    _ node: JSONNode,
    at pointer: String,
    into leaves: inout [String: String]
  ) {
    switch node.value {
    case .object(let members):
      for member in members {
        collect(member.value, at: "\(pointer)/\(member.name)", into: &leaves)
      }
    case .array(let elements):
      if elements.isEmpty { leaves[pointer] = "[]" }
      for (index, element) in elements.enumerated() {
        collect(element, at: "\(pointer)/\(index)", into: &leaves)
      }
    case .string(let text): leaves[pointer] = shortened(text)
    case .number: leaves[pointer] = node.integer.map(String.init) ?? "a number"
    case .null: leaves[pointer] = "null"
    default: leaves[pointer] = "a truth value"
    }
  }

  private static func shortened(_ text: String) -> String {
    text.replacing("https://api-v2.onetcenter.org/online/", with: "~/")
  }
}
