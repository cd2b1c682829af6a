import PlumbModel
import PlumbText

/// Looks whether items are in order as they stand, making nothing of their keys.
///
/// It judges keys of one kind throughout, which is most of them; of others it says nothing, and
/// ``ChainKeys`` makes them comparable first.
struct QuickOrder {
  /// What it found.
  struct Verdict {
    /// Whether the items are in order, in a direction that the documentation leaves open.
    var holds: Bool
    /// The number of items, and of distinct keys when they are in order.
    var count: Int
    var distinct: Int
    /// How often neighbours rise and fall, when there is one key.
    var turns: OrderColumns.Turns?
  }

  /// How the values of one key are compared.
  fileprivate enum Way {
    case folded, bytes, numbers
  }

  /// Judges the items of some pages as one sequence; `nil` when it cannot.
  ///
  /// - Parameters:
  ///   - keys: The keys of one reading.
  ///   - pages: By page, then by key.
  static func verdict(_ keys: [SortKey], _ pages: [[KeyColumn]]) -> Verdict? {
    var ways: [Way] = []
    for (rank, key) in keys.enumerated() {
      guard let way = way(of: key, pages.reduce(0) { $0 | $1[rank].kindsSeen }) else { return nil }
      ways.append(way)
    }
    let count = pages.reduce(0) { $0 + ($1.first?.count ?? 0) }
    guard !ways.isEmpty, count > 0 else { return nil }
    var pairs = Pairs(count: count)
    var verdict = Verdict(holds: true, count: count, distinct: 1)
    for (rank, key) in keys.enumerated() {
      let turns = pairs.compare(ways[rank], pages.lazy.map { $0[rank] })
      verdict.add(turns, key)
      if keys.count == 1 { verdict.turns = turns }
    }
    return verdict
  }

  /// Judges pages whose own items were compared already; only the seams are left.
  static func verdict(
    ofCounted pages: [OrderPage],
    _ reading: Int,
    _ key: SortKey
  ) -> Verdict? {
    var turns = OrderColumns.Turns(rises: 0, falls: 0)
    var count = 0
    var kinds: UInt8 = 0
    for page in pages where page.columns.count > 0 {
      kinds |= page.columns.asked[reading][0].kindsSeen
      count += page.columns.count
      turns.rises += page.columns.turns[reading].rises
      turns.falls += page.columns.turns[reading].falls
    }
    guard count > 0, let way = way(of: key, kinds) else { return nil }
    var before: KeyColumn?
    for page in pages where page.columns.count > 0 {
      let column = page.columns.asked[reading][0]
      if let before {
        let order = way.compare(before, before.count - 1, column, 0)
        if order < 0 { turns.rises += 1 } else if order > 0 { turns.falls += 1 }
      }
      before = column
    }
    var verdict = Verdict(holds: true, count: count, distinct: 1)
    verdict.add(turns, key)
    return verdict
  }

  private static func way(of key: SortKey, _ kinds: UInt8) -> Way? {
    if kinds == 1 &<< KeyColumn.Kind.number.rawValue { return .numbers }
    guard kinds == 1 &<< KeyColumn.Kind.text.rawValue else { return nil }
    return switch key.collation {
    case .text, nil: .folded
    case .bytes: .bytes
    case .numeric: nil
    }
  }

  /// The neighbours in a sequence, key by key: only those that tie so far are compared again.
  private struct Pairs {
    /// Whether each item differs from the one before it.
    private var differ: [Bool]

    init(count: Int) { differ = [Bool](repeating: false, count: count) }

    /// Compares by one key; how many items come after the one before them, and how many before it.
    mutating func compare(
      _ way: Way,
      _ columns: some Sequence<KeyColumn>
    ) -> OrderColumns.Turns {
      var rises = 0
      var falls = 0
      var first = 0
      var before: KeyColumn?
      for column in columns where column.count > 0 {
        if let before, !differ[first] {
          let order = way.compare(before, before.count - 1, column, 0)
          if order != 0 { differ[first] = true }
          if order < 0 { rises += 1 } else if order > 0 { falls += 1 }
        }
        way.compare(within: column, &differ, from: first, &rises, &falls)
        first += column.count
        before = column
      }
      return OrderColumns.Turns(rises: rises, falls: falls)
    }
  }
}

extension QuickOrder.Verdict {
  /// Takes in what a key decides.
  fileprivate mutating func add(_ turns: OrderColumns.Turns, _ key: SortKey) {
    switch key.direction {
    case .ascending: holds = holds && turns.falls == 0
    case .descending: holds = holds && turns.rises == 0
    case .either: holds = holds && (turns.rises == 0 || turns.falls == 0)
    }
    distinct += turns.rises + turns.falls
  }
}

extension QuickOrder.Way {
  /// Compares the values of one column with their neighbours.
  fileprivate func compare(
    within column: KeyColumn,
    _ differ: inout [Bool],
    from first: Int,
    _ rises: inout Int,
    _ falls: inout Int
  ) {
    guard column.count > 1 else { return }
    if self == .numbers {
      let numbers = column.numbers.span
      for item in 1..<column.count where !differ[first &+ item] {
        let (one, other) = (numbers[item &- 1], numbers[item])
        note(one < other ? -1 : one == other ? 0 : 1, &differ, first &+ item, &rises, &falls)
      }
      return
    }
    let ends = column.ends.span
    let arena = column.arena.span.bytes
    var start = 0
    var middle = Int(ends[0])
    for item in 1..<column.count {
      let end = Int(ends[item])
      if !differ[first &+ item] {
        let order =
          compare(arena, start, middle &- start, arena, middle, end &- middle)
          ?? CollatedText.compare(column.text(item &- 1), column.text(item))
        note(order, &differ, first &+ item, &rises, &falls)
      }
      start = middle
      middle = end
    }
  }

  @inline(__always)
  private func note(
    _ order: Int,
    _ differ: inout [Bool],
    _ item: Int,
    _ rises: inout Int,
    _ falls: inout Int
  ) {
    if order == 0 { return }
    differ[item] = true
    if order < 0 { rises &+= 1 } else { falls &+= 1 }
  }

  /// Less than 0 when the first value comes first, 0 when they tie, more than 0 otherwise.
  fileprivate func compare(
    _ left: KeyColumn,
    _ leftIndex: Int,
    _ right: KeyColumn,
    _ rightIndex: Int
  ) -> Int {
    guard self == .numbers else {
      let (one, other) = (left.range(leftIndex), right.range(rightIndex))
      let (arena, otherArena) = (left.arena.span.bytes, right.arena.span.bytes)
      return compare(
        arena,
        one.lowerBound,
        one.count,
        otherArena,
        other.lowerBound,
        other.count
      ) ?? CollatedText.compare(left.text(leftIndex), right.text(rightIndex))
    }
    let (one, other) = (left.numbers[leftIndex], right.numbers[rightIndex])
    return one < other ? -1 : one == other ? 0 : 1
  }

  /// Compares texts up to their first difference; `nil` when that lies outside ASCII and the texts
  /// must be folded first.
  @inline(__always)
  private func compare(
    _ one: RawSpan,
    _ start: Int,
    _ length: Int,
    _ other: RawSpan,
    _ otherStart: Int,
    _ otherLength: Int
  ) -> Int? {
    let count = min(length, otherLength)
    var offset = 0
    while offset &+ 8 <= count,
      one.word64(start &+ offset) == other.word64(otherStart &+ offset)
    {
      offset &+= 8
    }
    while offset < count {
      var (byte, otherByte) = (one.byte(start &+ offset), other.byte(otherStart &+ offset))
      offset &+= 1
      if byte == otherByte { continue }
      if self == .folded {
        if (byte | otherByte) >= 0x80 { return nil }
        if byte &- 0x41 < 26 { byte |= 0x20 }
        if otherByte &- 0x41 < 26 { otherByte |= 0x20 }
        if byte == otherByte { continue }
      }
      return byte < otherByte ? -1 : 1
    }
    return length &- otherLength
  }
}

extension CollatedText {
  /// Compares two texts scalar by scalar in lower case; 0 when they tie.
  static func compare(_ left: some Collection<UInt8>, _ right: some Collection<UInt8>) -> Int {
    let (one, other) = (folded(left), folded(right))
    if one.lexicographicallyPrecedes(other) { return -1 }
    return other.lexicographicallyPrecedes(one) ? 1 : 0
  }
}
