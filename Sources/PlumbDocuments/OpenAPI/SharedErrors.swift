import PlumbModel

/// Finds the refusals that operations share.
enum SharedErrors {
  /// Returns, for each status, the refusal that most operations document, when two or more do.
  static func shared(by contracts: [Contract]) -> [ResponseContract] {
    var counts: [ResponseContract: Int] = [:]
    var first: [ResponseContract: ResponseContract] = [:]
    var order: [ResponseContract] = []
    for error in contracts.flatMap(\.errors) {
      let key = error.placeless
      if first[key] == nil {
        first[key] = error
        order.append(key)
      }
      counts[key, default: 0] += 1
    }
    let statuses = Set(order.map(\.status)).sorted()
    return statuses.compactMap { status in
      let rivals = order.filter { $0.status == status }
      // Of several that are as frequent, the first.
      guard let best = rivals.max(by: { (counts[$0] ?? 0) < (counts[$1] ?? 0) }) else { return nil }
      let most = counts[best] ?? 0
      guard most > 1 || contracts.count == 1, let key = rivals.first(where: { counts[$0] == most })
      else { return nil }
      return first[key]
    }
  }
}
