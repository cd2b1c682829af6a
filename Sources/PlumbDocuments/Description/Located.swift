import PlumbText

/// A value of a description with the pointer to it.
struct Located {
  var node: JSONNode
  var pointer: JSONPointer

  /// The member of a name; `nil` when there is none.
  subscript(name: String) -> Located? {
    node[name].map { Located(node: $0, pointer: pointer.appending(name)) }
  }

  /// The members, each with its name; none when it is no object.
  var members: [(name: String, value: Located)] {
    (node.members ?? []).map { member in
      (member.name, Located(node: member.value, pointer: pointer.appending(member.name)))
    }
  }

  /// The elements; none when it is no array.
  var elements: [Located] {
    (node.elements ?? []).enumerated().map { index, node in
      Located(node: node, pointer: pointer.appending(String(index)))
    }
  }

  var string: String? { node.string }
  var boolean: Bool? { node.boolean }
  var number: JSONNumber? { node.number }
}

extension JSONNode {
  /// Whether another value is the same, wherever it stands: members in any order.
  func isSame(as other: JSONNode) -> Bool {
    switch (value, other.value) {
    case (.null, .null): true
    case (.boolean(let one), .boolean(let two)): one == two
    case (.number(let one), .number(let two)): one == two
    case (.string(let one), .string(let two)): one.utf8.elementsEqual(two.utf8)
    case (.array(let one), .array(let two)):
      one.count == two.count && zip(one, two).allSatisfy { $0.isSame(as: $1) }
    case (.object(let one), .object(let two)):
      one.count == two.count
        && one.allSatisfy { member in other[member.name]?.isSame(as: member.value) ?? false }
    default: false
    }
  }
}
