extension JSONNode {
  /// The members, when it is an object.
  package var members: [JSONMember]? {
    if case .object(let members) = value { members } else { nil }
  }

  /// The elements, when it is an array.
  package var elements: [JSONNode]? {
    if case .array(let elements) = value { elements } else { nil }
  }

  /// The text, when it is a string.
  package var string: String? {
    if case .string(let text) = value { text } else { nil }
  }

  /// The number, when it is one.
  package var number: JSONNumber? {
    if case .number(let number) = value { number } else { nil }
  }

  /// The number, when it is an integer that fits.
  package var integer: Int? { number?.integer }

  /// The truth value, when it is one.
  package var boolean: Bool? {
    if case .boolean(let isTrue) = value { isTrue } else { nil }
  }

  /// Whether it is `null`.
  package var isNull: Bool { kind == .null }

  /// Returns the value of the last member of this name, compared byte by byte.
  ///
  /// Source: RFC 8259, section 4, on what most readers do with duplicates.
  package subscript(name: String) -> JSONNode? {
    members?.last { $0.name.utf8.elementsEqual(name.utf8) }?.value
  }

  /// Returns the element at an index from 0.
  package subscript(index: Int) -> JSONNode? {
    guard let elements, elements.indices.contains(index) else { return nil }
    return elements[index]
  }

  /// Returns the value at a pointer; `nil` when there is none.
  ///
  /// Source: RFC 6901, section 4.
  package subscript(pointer: JSONPointer) -> JSONNode? {
    var node = self
    for token in pointer.tokens {
      let isIndex =
        token == "0" || (token.first != "0" && token.utf8.allSatisfy { $0 &- 0x30 < 10 })
      let next = isIndex && node.kind == .array ? Int(token).flatMap { node[$0] } : node[token]
      guard let next else { return nil }
      node = next
    }
    return node
  }

  /// Returns the pointer to the innermost value that holds a byte; a name counts with its value.
  package func pointer(at offset: Int) -> JSONPointer? {
    guard range.contains(offset) else { return nil }
    var pointer = JSONPointer()
    var node = self
    while true {
      switch node.value {
      case .array(let elements):
        guard let index = elements.firstIndex(where: { $0.range.contains(offset) }) else {
          return pointer
        }
        pointer.tokens.append(String(index))
        node = elements[index]
      case .object(let members):
        guard
          let member = members.first(where: {
            $0.nameRange.lowerBound <= offset && offset < $0.value.range.upperBound
          })
        else { return pointer }
        pointer.tokens.append(member.name)
        node = member.value
      default: return pointer
      }
      guard node.range.contains(offset) else { return pointer }
    }
  }
}
