extension JSONWriter {
  /// Writes a value with all that it holds; numbers as they were written.
  package mutating func value(_ node: JSONNode) {
    // What is still to be written waits in a list: values may be nested too deep for recursion.
    var steps: [Step] = [.value(node)]
    while let step = steps.popLast() {
      switch step {
      case .endObject: endObject()
      case .endArray: endArray()
      case .member(let member):
        name(member.name)
        steps.append(.value(member.value))
      case .value(let node):
        begin(node, &steps)
      }
    }
  }

  private enum Step {
    case value(JSONNode)
    case member(JSONMember)
    case endObject, endArray
  }

  private mutating func begin(_ node: JSONNode, _ steps: inout [Step]) {
    switch node.value {
    case .null: null()
    case .boolean(let isTrue): value(isTrue)
    case .number(let number): value(number)
    case .string(let text): value(text)
    case .array(let elements):
      beginArray()
      steps.append(.endArray)
      for element in elements.reversed() { steps.append(.value(element)) }
    case .object(let members):
      beginObject()
      steps.append(.endObject)
      for member in members.reversed() { steps.append(.member(member)) }
    }
  }
}
