/// One way in which two tables can differ: a row of the catalogue of drift.
///
/// Each has a mirror, which is what it is when the two tables change places. A rule that is its own
/// mirror has no direction.
public enum ChangeRule: String, Hashable, Sendable, CaseIterable {
  case operationAdded = "operation-added"
  case operationRemoved = "operation-removed"
  case operationRequest = "operation-request"
  case responseAdded = "response-added"
  case responseRemoved = "response-removed"
  case responseBroken = "response-broken"
  case responseMended = "response-mended"

  case rowAdded = "row-added"
  case rowRemoved = "row-removed"
  case rowRenamed = "row-renamed"
  case rowMoved = "row-moved"
  case rowOptional = "row-optional"
  case rowRequired = "row-required"
  case objectOpened = "object-opened"
  case objectClosed = "object-closed"

  case typeChanged = "type-changed"
  case typeWidened = "type-widened"
  case typeNarrowed = "type-narrowed"
  case nullAdded = "null-added"
  case nullRemoved = "null-removed"
  case valueAdded = "value-added"
  case valueRemoved = "value-removed"
  case formLoosened = "form-loosened"
  case formTightened = "form-tightened"
  case formChanged = "form-changed"
  case rangeWidened = "range-widened"
  case rangeNarrowed = "range-narrowed"
  case presenceFell = "presence-fell"
  case presenceRose = "presence-rose"

  case parameterAdded = "parameter-added"
  case parameterRemoved = "parameter-removed"
  case parameterOptional = "parameter-optional"
  case parameterRequired = "parameter-required"
  case parameterWidened = "parameter-widened"
  case parameterNarrowed = "parameter-narrowed"
  case parameterChanged = "parameter-changed"
  case parameterDefault = "parameter-default"

  case pagingAdded = "paging-added"
  case pagingRemoved = "paging-removed"
  case pagingChanged = "paging-changed"
  case pagingBroken = "paging-broken"
  case pagingMended = "paging-mended"

  case orderAdded = "order-added"
  case orderRemoved = "order-removed"
  case orderChanged = "order-changed"
  case orderBroken = "order-broken"
  case orderMended = "order-mended"

  case linkAdded = "link-added"
  case linkRemoved = "link-removed"
  case linkChanged = "link-changed"
  case linkBroken = "link-broken"
  case linkMended = "link-mended"

  case lawAdded = "law-added"
  case lawRemoved = "law-removed"
  case lawChanged = "law-changed"
  case lawBroken = "law-broken"
  case lawMended = "law-mended"
}

/// What a change is about.
public enum ChangeKind: String, Hashable, Sendable, CaseIterable {
  case added, removed, renamed, moved, type, optional, null, values, range, presence
  case order, paging, link, law, parameter, response
}

/// What a change means for a client that was written for the table before.
public enum Consequence: String, Hashable, Sendable, CaseIterable, Comparable {
  /// A client goes on working.
  case compatible
  /// A strict client may fail.
  case risky
  /// A client fails, or takes the answer for something that it is not.
  case breaking

  /// Returns whether `lhs` is the milder.
  public static func < (lhs: Self, rhs: Self) -> Bool { lhs.rank < rhs.rank }

  private var rank: Int {
    switch self {
    case .compatible: 0
    case .risky: 1
    case .breaking: 2
    }
  }
}
