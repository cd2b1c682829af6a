import PlumbText

extension BodyWalker {
  /// Says that a value is not of the documented kind, by the most specific rule that fits.
  func noteMismatch(_ bytes: RawSpan, _ node: Int32, _ value: Range<Int>) {
    let kind = JSONKind(of: value, in: bytes)
    table.presence.add(node, as: kind)
    let rule = ruleForMismatch(bytes, node, value, kind)
    let isContainer = kind == .object || kind == .list
    let shown = isContainer ? value.lowerBound..<(value.lowerBound + 1) : value
    log.note(
      rule,
      node: node,
      kind: kind.word,
      found: isContainer || kind == .null
        ? kind.word : "\(kind.word) (\(ByteText.excerpt(bytes, value)))",
      at: .value(shown)
    )
  }

  private func ruleForMismatch(
    _ bytes: RawSpan,
    _ node: Int32,
    _ value: Range<Int>,
    _ kind: JSONKind
  ) -> RuleID {
    let plan = table.plan.nodes[Int(node)]
    switch (plan.kind, kind) {
    case (_, .null):
      return .fieldNull
    case (.integer, .string), (.number, .string), (.boolean, .string):
      let inside = (value.lowerBound + 1)..<(value.upperBound - 1)
      return isSpelled(bytes, inside, as: plan.kind) ? .fieldStringified : .fieldType
    case (.object, .list):
      let first = ListItems.ranges(bytes, in: value, limit: 1).first
      guard let first else { return .fieldWrapped }
      return bytes.byte(first.lowerBound) == 0x7b ? .fieldWrapped : .fieldType
    case (.list, .object):
      if table.plan.nodes[Int(plan.inner)].kind == .object { return .fieldWrapped }
      return ListItems.holdsList(bytes, object: value) ? .fieldWrapped : .fieldType
    case (.list, _):
      return fits(kind, table.plan.nodes[Int(plan.inner)].kind) ? .fieldWrapped : .fieldType
    default:
      return .fieldType
    }
  }

  /// Whether a text between quotes spells a number or boolean of the documented kind.
  private func isSpelled(_ bytes: RawSpan, _ text: Range<Int>, as kind: TablePlan.Kind) -> Bool {
    guard text.count <= 64 else { return false }
    let word = bytes.text(text)
    if kind == .boolean { return word == "true" || word == "false" }
    guard let number = JSONNumber(word) else { return false }
    return kind == .number || number.isInteger
  }

  /// Whether a value of this kind may stand where that kind is documented.
  func fits(_ kind: JSONKind, _ documented: TablePlan.Kind) -> Bool {
    switch (documented, kind) {
    case (.any, _), (.string, .string), (.integer, .integer), (.number, .integer),
      (.number, .number), (.boolean, .boolean), (.object, .object), (.list, .list):
      true
    default:
      false
    }
  }
}
