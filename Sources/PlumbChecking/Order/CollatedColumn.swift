import PlumbModel

/// The values of one sort key over a whole chain, made comparable.
struct CollatedColumn {
  /// Whether a value can be compared with the others.
  enum State: UInt8 {
    case usable, missing
    /// Of another kind than most.
    case mixed
  }

  /// The state of each value.
  private(set) var states: [State] = []
  /// How the values compare.
  private let collation: SortKey.Collation
  private var numbers: [Double] = []
  private var prefixes: [UInt64] = []
  private var arena: [UInt8] = []
  private var ends: [Int] = []

  /// Makes the values of a key comparable.
  ///
  /// - Parameters:
  ///   - pages: The key's column of each page.
  ///   - collation: How they compare; `nil` for the default of the kind that most of them have.
  init(_ pages: [KeyColumn], _ collation: SortKey.Collation?) {
    let kind = Self.commonKind(pages)
    if kind == .number {
      self.collation = .numeric
    } else {
      self.collation = collation ?? .text
    }
    let count = pages.reduce(0) { $0 + $1.count }
    states.reserveCapacity(count)
    if self.collation == .numeric {
      numbers.reserveCapacity(count)
    } else {
      prefixes.reserveCapacity(count)
      ends.reserveCapacity(count)
      arena.reserveCapacity(pages.reduce(0) { $0 + $1.arena.count })
    }
    for page in pages {
      for index in 0..<page.count { append(page, index) }
    }
  }

  /// Returns less than 0 when the first value comes first, 0 when they tie, more than 0 otherwise.
  func compare(_ lhs: Int, _ rhs: Int) -> Int {
    guard collation != .numeric else {
      let (left, right) = (numbers[lhs], numbers[rhs])
      return left < right ? -1 : left == right ? 0 : 1
    }
    let (left, right) = (prefixes[lhs], prefixes[rhs])
    guard left == right else { return left < right ? -1 : 1 }
    return compareTexts(range(lhs), range(rhs))
  }

  private func compareTexts(_ lhs: Range<Int>, _ rhs: Range<Int>) -> Int {
    for offset in 0..<min(lhs.count, rhs.count) {
      let (left, right) = (arena[lhs.lowerBound + offset], arena[rhs.lowerBound + offset])
      guard left == right else { return left < right ? -1 : 1 }
    }
    return lhs.count - rhs.count
  }

  private func range(_ index: Int) -> Range<Int> {
    (index == 0 ? 0 : ends[index - 1])..<ends[index]
  }

  private mutating func append(_ page: KeyColumn, _ index: Int) {
    let kind = page.kind(index)
    if collation == .numeric {
      let number =
        switch kind {
        case .number: Double?.some(page.number(index))
        case .text: CollatedText.number(Array(page.text(index)))
        case .missing: Double?.none
        }
      numbers.append(number ?? 0)
      states.append(number != nil ? .usable : kind == .missing ? .missing : .mixed)
      return
    }
    let start = arena.count
    switch kind {
    case .text:
      if collation == .text {
        CollatedText.fold(page.text(index), into: &arena)
      } else {
        arena.append(contentsOf: page.text(index))
      }
      states.append(.usable)
    case .missing: states.append(.missing)
    case .number: states.append(.mixed)
    }
    ends.append(arena.count)
    prefixes.append(prefix(start))
  }

  /// The first eight bytes, as a number that compares as they do.
  private func prefix(_ start: Int) -> UInt64 {
    var prefix: UInt64 = 0
    for offset in 0..<8 {
      let byte = start + offset < arena.count ? arena[start + offset] : 0
      prefix = prefix << 8 | UInt64(byte)
    }
    return prefix
  }

  /// The kind that most of the values have; texts when there are as many of both.
  private static func commonKind(_ pages: [KeyColumn]) -> KeyColumn.Kind {
    var texts = 0
    var numbers = 0
    for page in pages {
      for index in 0..<page.count {
        let kind = page.kind(index)
        if kind == .text { texts += 1 } else if kind == .number { numbers += 1 }
      }
    }
    return numbers > texts ? .number : .text
  }
}
