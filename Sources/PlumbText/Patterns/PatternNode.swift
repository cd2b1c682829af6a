/// What a pattern says, before it is compiled.
indirect enum PatternNode {
  case set(ScalarSet)
  case sequence([PatternNode])
  case alternatives([PatternNode])
  /// So many times and no more; without an end when `most` is `nil`.
  case repetition(PatternNode, least: Int, most: Int?)
  /// `^` or `$`, with its place.
  case anchor(isStart: Bool, offset: Int)

  /// Returns the node without its anchors, which may stand only where the value begins or ends.
  func withoutAnchors(atStart: Bool = true, atEnd: Bool = true) throws(SyntaxError) -> PatternNode {
    switch self {
    case .set: return self
    case .anchor(let isStart, let offset):
      guard isStart ? atStart : atEnd else {
        let (sign, side) = isStart ? ("^", "begins") : ("$", "ends")
        throw SyntaxError(
          message: "\"\(sign)\" can stand only where the value \(side): leave it out, since a "
            + "pattern matches the whole value, or write \"\\\(sign)\" for the character",
          offset: offset
        )
      }
      return .sequence([])
    case .repetition(let node, let least, let most):
      let body = try node.withoutAnchors(atStart: false, atEnd: false)
      return .repetition(body, least: least, most: most)
    case .alternatives(let nodes):
      var branches: [PatternNode] = []
      for node in nodes {
        branches.append(try node.withoutAnchors(atStart: atStart, atEnd: atEnd))
      }
      return .alternatives(branches)
    case .sequence(let nodes):
      let first = nodes.firstIndex { !$0.isAnchor } ?? nodes.count
      let last = nodes.lastIndex { !$0.isAnchor } ?? -1
      var items: [PatternNode] = []
      for (index, node) in nodes.enumerated() {
        items.append(
          try node.withoutAnchors(
            atStart: atStart && index <= first,
            atEnd: atEnd && index >= last
          )
        )
      }
      return .sequence(items)
    }
  }

  private var isAnchor: Bool {
    if case .anchor = self { true } else { false }
  }
}
