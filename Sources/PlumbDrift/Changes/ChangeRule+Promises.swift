extension ChangeRule {
  /// The five rules of one sort of promise.
  struct Promise: Hashable, Sendable {
    /// The promise is new.
    let added: ChangeRule
    /// The promise is taken back.
    let removed: ChangeRule
    /// The promise reads otherwise.
    let changed: ChangeRule
    /// What was promised is not kept.
    let broken: ChangeRule
    /// What was promised is kept again.
    let mended: ChangeRule
    let kind: ChangeKind
    let noun: String

    /// How listings are divided.
    static let paging = Promise(
      added: .pagingAdded,
      removed: .pagingRemoved,
      changed: .pagingChanged,
      broken: .pagingBroken,
      mended: .pagingMended,
      kind: .paging,
      noun: "paging"
    )

    /// How listings are sorted.
    static let order = Promise(
      added: .orderAdded,
      removed: .orderRemoved,
      changed: .orderChanged,
      broken: .orderBroken,
      mended: .orderMended,
      kind: .order,
      noun: "sort order"
    )

    /// Where addresses lead.
    static let link = Promise(
      added: .linkAdded,
      removed: .linkRemoved,
      changed: .linkChanged,
      broken: .linkBroken,
      mended: .linkMended,
      kind: .link,
      noun: "link"
    )

    /// What relates the values of responses.
    static let law = Promise(
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
