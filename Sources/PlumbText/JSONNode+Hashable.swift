// Without recursion, which values nested thousands deep would exhaust the stack with.
extension JSONNode: Hashable {
  /// Returns whether both hold the same at the same places: numbers by value, text byte by byte,
  /// members in the same order.
  package static func == (lhs: Self, rhs: Self) -> Bool {
    var pairs = [(lhs, rhs)]
    while let (left, right) = pairs.popLast() {
      guard left.range == right.range else { return false }
      switch (left.value, right.value) {
      case (.null, .null): break
      case (.boolean(let one), .boolean(let two)) where one == two: break
      case (.number(let one), .number(let two)) where one == two: break
      case (.string(let one), .string(let two)) where one.utf8.elementsEqual(two.utf8): break
      case (.array(let one), .array(let two)) where one.count == two.count:
        pairs += zip(one, two)
      case (.object(let one), .object(let two)) where one.count == two.count:
        for (first, second) in zip(one, two) {
          guard first.name.utf8.elementsEqual(second.name.utf8),
            first.nameRange == second.nameRange
          else { return false }
          pairs.append((first.value, second.value))
        }
      default: return false
      }
    }
    return true
  }

  /// Hashes all that the value holds.
  package func hash(into hasher: inout Hasher) {
    var nodes = [self]
    while let node = nodes.popLast() {
      hasher.combine(node.kind)
      hasher.combine(node.range)
      switch node.value {
      case .null: break
      case .boolean(let isTrue): hasher.combine(isTrue)
      case .number(let number): hasher.combine(number)
      case .string(let text): hasher.combine(text)
      case .array(let elements): nodes += elements
      case .object(let members):
        for member in members {
          hasher.combine(member.name)
          nodes.append(member.value)
        }
      }
    }
  }
}
