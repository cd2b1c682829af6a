import PlumbModel
import PlumbText

/// What can be wrong with a body as text.
public enum BodyFault: String, Hashable, Sendable, CaseIterable {
  /// The body is cut off in the middle.
  case truncated
  /// Something stands behind the body.
  case trailingText = "trailing-text"
  /// The string at the place holds a byte that is never in UTF-8.
  case badUTF8 = "bad-utf8"
  /// The string at the place holds half of a surrogate pair.
  case loneSurrogate = "lone-surrogate"
  /// The member at the place is there twice.
  case duplicateMember = "duplicate-member"
  /// The body is nested 600 lists deep.
  case tooDeep = "too-deep"
  /// The body is not JSON.
  case notJSON = "not-json"

  /// Puts the fault into an answer's values.
  func apply(to answer: inout Answer, at pointer: String) {
    guard case .json(var tree, let escaping) = answer.body else { return }
    switch self {
    case .badUTF8: tree.edit(pointer) { $0 = Self.string($0, with: [0xFF], escaping) }
    case .loneSurrogate:
      tree.edit(pointer) { $0 = Self.string($0, with: Array("\\ud83d".utf8), escaping) }
    case .duplicateMember: tree.editOwner(pointer) { $0.insert($0[$1], at: $1 + 1) }
    case .truncated, .trailingText, .tooDeep, .notJSON: break
    }
    answer.body = .json(tree, escaping)
  }

  /// Puts the fault into a response's bytes.
  func apply(to response: inout Exchange.Response) {
    switch self {
    case .truncated: response.body.removeLast(response.body.count / 2)
    case .trailingText: response.body += Array("<!-- 12 ms -->".utf8)
    case .tooDeep:
      let open = [UInt8](repeating: UInt8(ascii: "["), count: 600)
      let close = [UInt8](repeating: UInt8(ascii: "]"), count: 600)
      response.body = open + close
    case .notJSON: response.body = Array("{start: 1}".utf8)
    case .badUTF8, .loneSurrogate, .duplicateMember: break
    }
  }

  private static func string(
    _ value: JSONTree,
    with bytes: [UInt8],
    _ escaping: JSONTree.Escaping
  ) -> JSONTree {
    guard case .string = value else { return value }
    return .raw(value.bytes(escaping: escaping).dropLast() + bytes + [UInt8(ascii: "\"")])
  }
}
