extension UnjudgedTally {
  /// Writes the tally into a part.
  func write(to part: inout PartEncoder) {
    part.list(counts.sorted { $0.key < $1.key }) { kind, part in
      part.said(kind.key)
      kind.value.write(to: &part)
    }
    part.optional(others) { $0.write(to: &$1) }
    part.optional(last) { $1.said($0) }
  }

  /// Reads a tally out of a part.
  init(from part: inout PartDecoder, _ bounds: PartBounds) throws(PartFault) {
    var counts: [String: Count] = [:]
    let kinds = try part.length()
    for _ in 0..<kinds {
      let what = try part.text()
      let count = try Count(from: &part, bounds)
      // Two kinds that differed in a credential are one without it.
      if counts[what] == nil { counts[what] = count } else { counts[what]?.add(count) }
    }
    self.init(
      counts: counts,
      others: try part.optional { part throws(PartFault) in try Count(from: &part, bounds) },
      last: try part.optional { part throws(PartFault) in try part.text() }
    )
  }
}

extension UnjudgedTally.Count {
  fileprivate func write(to part: inout PartEncoder) {
    part.count(count)
    first.write(to: &part)
  }

  fileprivate init(from part: inout PartDecoder, _ bounds: PartBounds) throws(PartFault) {
    self.init(count: try part.count(), first: try LogPlace(from: &part, bounds))
  }
}
