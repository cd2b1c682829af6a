import PlumbModel

/// The sort keys of all items of a chain, in one reading of the documentation.
///
/// Items whose keys are missing, or of another kind than most, are placed nowhere: they are not
/// *judged*. Positions count the judged items from 0.
struct ChainKeys {
  /// The keys of the reading.
  let keys: [SortKey]
  /// The items that can be placed, by their number in the chain, from 0.
  private(set) var judged: [Int] = []
  /// The number of items in the chain.
  let count: Int

  private let pages: [[KeyColumn]]
  private let columns: [CollatedColumn]
  /// The number of the first item of each page.
  private let starts: [Int]

  /// An item of a chain.
  struct Item: Hashable, Sendable {
    /// The page, from 0.
    var page: Int
    /// The item of the page, from 0.
    var index: Int
  }

  /// Makes the keys of a chain comparable.
  ///
  /// - Parameters:
  ///   - keys: The keys of the reading.
  ///   - pages: By page, then by key.
  init(_ keys: [SortKey], _ pages: [[KeyColumn]]) {
    self.keys = keys
    self.pages = pages
    columns = keys.indices.map { key in
      CollatedColumn(pages.map { $0[key] }, keys[key].collation)
    }
    var starts: [Int] = []
    var count = 0
    for page in pages {
      starts.append(count)
      count += page.first?.count ?? 0
    }
    self.starts = starts
    self.count = count
    judged.reserveCapacity(count)
    for item in 0..<count where columns.allSatisfy({ $0.states[item] == .usable }) {
      judged.append(item)
    }
  }

  /// The ways that the documentation leaves open: for each key, whether it falls.
  var directions: [[Bool]] {
    var all: [[Bool]] = [[]]
    for key in keys {
      switch key.direction {
      case .ascending: all = all.map { $0 + [false] }
      case .descending: all = all.map { $0 + [true] }
      case .either: all = all.map { $0 + [false] } + all.map { $0 + [true] }
      }
    }
    return all
  }

  /// The keys that have texts among their values.
  var textKeys: [Int] {
    keys.indices.filter { key in pages.contains { $0[key].holds(.text) } }
  }

  /// The same chain, with the texts of these keys compared in another way.
  func collated(_ collation: SortKey.Collation, _ textKeys: [Int]) -> ChainKeys {
    var others = keys
    for key in textKeys { others[key].collation = collation }
    return ChainKeys(others, pages)
  }

  /// Compares the items at two positions: more than 0 when the second must come first.
  func compare(_ lhs: Int, _ rhs: Int, _ falls: [Bool]) -> Int {
    for key in columns.indices {
      let order = columns[key].compare(judged[lhs], judged[rhs])
      if order != 0 { return falls[key] ? -order : order }
    }
    return 0
  }

  /// The positions of items that must come before their predecessor.
  ///
  /// - Parameters:
  ///   - falls: For each key, whether it falls.
  ///   - limit: The most positions to look for.
  func breaks(_ falls: [Bool], limit: Int = .max) -> [Int] {
    var breaks: [Int] = []
    for position in judged.indices.dropFirst()
    where compare(position - 1, position, falls) > 0 {
      breaks.append(position)
      if breaks.count == limit { break }
    }
    return breaks
  }

  /// The number of distinct keys of items that are in order.
  var distinct: Int {
    guard !judged.isEmpty else { return 0 }
    let falls = keys.map { _ in false }
    return judged.indices.dropFirst().reduce(1) { count, position in
      compare(position - 1, position, falls) == 0 ? count : count + 1
    }
  }

  /// The fewest positions without whose items the others are in order, rising.
  func fewestWrong(_ falls: [Bool]) -> [Int] {
    LongestOrdered.complement(count: judged.count) { compare($0, $1, falls) > 0 }
  }

  /// Whether a position is the first of its page that is judged.
  func isAtSeam(_ position: Int) -> Bool {
    position > 0 && place(judged[position - 1]).page != place(judged[position]).page
  }

  /// Whether each page holds at most one judged item, so that none can be in order by itself.
  var hasOnlySeams: Bool { judged.indices.dropFirst().allSatisfy(isAtSeam) }

  /// The items that stand between judged ones and cannot be placed.
  var unplaced: [(item: Int, isMissing: Bool)] {
    guard let first = judged.first, let last = judged.last else { return [] }
    guard last - first + 1 > judged.count else { return [] }
    return (first...last).compactMap { item in
      let states = columns.map { $0.states[item] }
      guard states.contains(where: { $0 != .usable }) else { return nil }
      return (item, states.contains(.missing))
    }
  }

  /// The first key that cannot be placed in an item.
  func unplacedKey(_ item: Int) -> Int {
    columns.firstIndex { $0.states[item] != .usable } ?? 0
  }

  /// The first key in which the items at two positions differ.
  func decisiveKey(_ lhs: Int, _ rhs: Int) -> Int {
    columns.firstIndex { $0.compare(judged[lhs], judged[rhs]) != 0 } ?? 0
  }

  /// Where an item of the chain is.
  func place(_ item: Int) -> Item {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= item { low = middle } else { high = middle }
    }
    return Item(page: low, index: item - starts[low])
  }

  /// The keys of an item, for a sentence.
  func shown(_ item: Int) -> String {
    let place = place(item)
    return pages[place.page].map { $0.shown(place.index) }.joined(separator: ", ")
  }
}

extension KeyColumn {
  /// A value, for a sentence: at most 60 scalars of it.
  func shown(_ index: Int) -> String {
    switch kind(index) {
    case .missing: return "nothing"
    case .number:
      let number = number(index)
      return Int(exactly: number).map(String.init) ?? String(number)
    case .text:
      let scalars = String(decoding: text(index), as: UTF8.self).unicodeScalars
      guard scalars.count > 60 else { return String(scalars) }
      return String(scalars.prefix(59)) + "…"
    }
  }
}
