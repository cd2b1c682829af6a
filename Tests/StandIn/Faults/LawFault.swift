/// What can be wrong with values that belong together.
public enum LawFault: String, Hashable, Sendable, CaseIterable {
  /// Filters have no effect.
  case filterIgnored = "filter-ignored"
  /// The item at the place is of another family.
  case otherFamily = "other-family"
  /// The item at the place has a code that no other listing has.
  case unlisted
  /// The occupation type at the place has a code that the list of types does not have.
  case unlistedType = "unlisted-type"
  /// The task at the place is not one of the occupation's tasks.
  case unlistedTask = "unlisted-task"
  /// A closely related task of the item's tasks at the place is also less related.
  case relatedTwice = "related-twice"
  /// The median of the pay at the place is below the lower bound.
  case medianLow = "median-low"
  /// The median of the pay at the place is above the upper bound.
  case medianHigh = "median-high"

  /// Puts the fault into an answer's body.
  func apply(to answer: inout Answer, at pointer: String) {
    guard case .json(var tree, let escaping) = answer.body else { return }
    tree.edit(pointer) { value in
      guard case .object(var members) = value else { return }
      for index in members.indices { apply(to: &members[index], of: value) }
      value = .object(members)
    }
    answer.body = .json(tree, escaping)
  }

  private func apply(to member: inout JSONTree.Member, of owner: JSONTree) {
    switch (self, member.name) {
    case (.otherFamily, "job_family"):
      member.value = .members(["code": .string("51-0000"), "title": .string("Production")])
    case (.unlisted, "code"): member.value = .string("53-2011.00")
    case (.unlisted, "href"):
      guard let code = owner["code"]?.text, let href = member.value.text else { return }
      let parts = href.split(separator: "/", omittingEmptySubsequences: false)
      member.value = .string(parts.map { $0 == code ? "53-2011.00" : $0 }.joined(separator: "/"))
    case (.unlisted, "occupationCode"): member.value = .string("T99999")
    case (.unlistedType, "code"): member.value = .integer(9)
    case (.unlistedTask, "id"): member.value = .string("1")
    case (.relatedTwice, "less_related"):
      guard case .list(let less) = member.value,
        case .list(let close) = owner["closely_related"]
      else { return }
      member.value = .list(less + close.prefix(1))
    case (.medianLow, "payMedian"): member.value = .integer(1)
    case (.medianHigh, "payMedian"): member.value = .integer(900_000)
    default: break
    }
  }
}
