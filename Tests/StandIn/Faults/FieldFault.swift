import PlumbText

/// What can be wrong with the value at a place.
public enum FieldFault: String, Hashable, Sendable, CaseIterable {
  /// The member is left out.
  case dropped
  /// The member has another spelling: `job_family` becomes `jobFamily`.
  case renamed
  /// The member stands one level higher.
  case moved
  /// The value is `null`.
  case null
  /// A number or truth value is sent as a string.
  case stringified
  /// The value stands in a list of its own.
  case wrapped
  /// A list is replaced by its first item.
  case unwrapped
  /// The object has an undocumented member.
  case extra
  /// The value is of another type.
  case wrongType = "wrong-type"
  /// The value is outside every range and pattern.
  case outOfRange = "out-of-range"

  /// Puts the fault into an answer's body.
  func apply(to answer: inout Answer, at pointer: String) {
    guard case .json(var tree, let escaping) = answer.body else { return }
    apply(to: &tree, at: pointer)
    answer.body = .json(tree, escaping)
  }

  private func apply(to tree: inout JSONTree, at pointer: String) {
    switch self {
    case .dropped: tree.editOwner(pointer) { $0.remove(at: $1) }
    case .renamed: tree.editOwner(pointer) { $0[$1].name = Self.otherSpelling(of: $0[$1].name) }
    case .moved: Self.move(pointer, in: &tree)
    case .null: tree.edit(pointer) { $0 = .null }
    case .stringified: tree.edit(pointer) { $0 = Self.stringified($0) }
    case .wrapped: tree.edit(pointer) { $0 = .list([$0]) }
    case .unwrapped:
      tree.edit(pointer) { value in
        if case .list(let items) = value { value = items.first ?? .null }
      }
    case .extra:
      tree.edit(pointer) { value in
        guard case .object(let members) = value else { return }
        value = .object(members + [.init("x_trace", .string("7f3a"))])
      }
    case .wrongType: tree.edit(pointer) { $0 = Self.otherType(than: $0) }
    case .outOfRange: tree.edit(pointer) { $0 = Self.outOfRange($0) }
    }
  }

  private static func move(_ pointer: String, in tree: inout JSONTree) {
    guard let slash = pointer.lastIndex(of: "/") else { return }
    var moved: JSONTree.Member?
    tree.editOwner(pointer) { moved = $0.remove(at: $1) }
    guard let moved else { return }
    tree.editOwner(String(pointer[..<slash])) { members, _ in members.append(moved) }
  }

  private static func otherSpelling(of name: String) -> String {
    guard name.contains("_") else { return name + "s" }
    let words = name.split(separator: "_")
    return words.dropFirst().reduce(String(words[0])) { text, word in
      text + word.prefix(1).uppercased() + word.dropFirst()
    }
  }

  private static func stringified(_ value: JSONTree) -> JSONTree {
    switch value {
    case .number(let text): .string(text)
    case .boolean(let truth): .string(truth ? "true" : "false")
    default: value
    }
  }

  private static func otherType(than value: JSONTree) -> JSONTree {
    switch value {
    case .string, .number: .boolean(true)
    default: .number("7")
    }
  }

  private static func outOfRange(_ value: JSONTree) -> JSONTree {
    switch value {
    case .number: .number("-999999999999")
    case .string: .string("!")
    default: value
    }
  }
}
