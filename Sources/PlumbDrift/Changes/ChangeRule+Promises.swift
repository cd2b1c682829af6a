extension ChangeRule {
  /// The five rules of one sort of promise.
  public struct Promise: Hashable, Sendable {
    /// The promise is new.
    public let added: ChangeRule
    /// The promise is taken back.
    public let removed: ChangeRule
    /// The promise reads otherwise.
    public let changed: ChangeRule
    /// What was promised is not kept.
    public let broken: ChangeRule
    /// What was promised is kept again.
    public let mended: ChangeRule
    let kind: ChangeKind
    let noun: String

    /// How listings are divided.
    public static let paging = Promise(
      added: .pagingAdded,
      removed: .pagingRemoved,
      changed: .pagingChanged,
      broken: .pagingBroken,
      mended: .pagingMended,
      kind: .paging,
      noun: "paging"
    )

    /// How listings are sorted.
    public static let order = Promise(
      added: .orderAdded,
      removed: .orderRemoved,
      changed: .orderChanged,
      broken: .orderBroken,
      mended: .orderMended,
      kind: .order,
      noun: "sort order"
    )

    /// Where addresses lead.
    public static let link = Promise(
      added: .linkAdded,
      removed: .linkRemoved,
      changed: .linkChanged,
      broken: .linkBroken,
      mended: .linkMended,
      kind: .link,
      noun: "link"
    )

    /// What relates the values of responses.
    public static let law = Promise(
      added: .lawAdded,
      removed: .lawRemoved,
      changed: .lawChanged,
      broken: .lawBroken,
      mended: .lawMended,
      kind: .law,
      noun: "law"
    )
  }

  /// The catalogue's row of a rule about a promise.
  var ofPromise: Facts {
    for promise in [Promise.paging, .order, .link, .law] {
      let (kind, noun) = (promise.kind, promise.noun)
      switch self {
      case promise.added:
        return Facts(kind, .compatible, promise.removed, "A \(noun) is promised that was not.")
      case promise.removed:
        return Facts(kind, .risky, promise.added, "A \(noun) is promised no longer.")
      case promise.changed:
        return Facts(kind, .breaking, promise.changed, "Another \(noun) is promised.")
      case promise.broken:
        return Facts(kind, .breaking, promise.mended, "A promised \(noun) is not kept.")
      case promise.mended:
        return Facts(kind, .compatible, promise.broken, "A promised \(noun) is kept again.")
      default: continue
      }
    }
    preconditionFailure("no row of the catalogue for \(rawValue)")
  }
}
