/// What can be wrong with the cursors of a page, and with its total.
public enum CursorFault: String, Hashable, Sendable, CaseIterable {
  /// The next cursor is left out.
  case missing
  /// There is a next cursor although nothing follows.
  case unexpected
  /// The next cursor is the page's own.
  case loop
  /// The page says that it begins at another cursor than the one asked for.
  case otherCurrent = "other-current"
  /// The total is three too high.
  case totalHigh = "total-high"
  /// The total is three too low.
  case totalLow = "total-low"

  /// Puts the fault into an answer's body.
  func apply(to answer: inout Answer) {
    guard case .json(var tree, let escaping) = answer.body, tree["totalCount"] != nil else {
      return
    }
    let hasNext = tree["nextCursor"] != nil
    switch self {
    case .missing: tree["nextCursor"] = nil
    case .unexpected where !hasNext: tree["nextCursor"] = .string("T99998")
    case .loop where hasNext: tree["nextCursor"] = tree["currentCursor"]
    case .otherCurrent: tree["currentCursor"] = .string("T00001")
    case .totalHigh: tree.add(3, to: "totalCount")
    case .totalLow: tree.add(-3, to: "totalCount")
    case .unexpected, .loop: break
    }
    answer.body = .json(tree, escaping)
  }
}
