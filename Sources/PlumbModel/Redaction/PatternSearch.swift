import PlumbText

/// Finds any of many byte patterns in one pass over a text.
///
/// A space and `+` count as the same byte: forms write one for the other.
///
/// Source: Aho, Corasick: "Efficient string matching: an aid to bibliographic search", 1975; the
/// automaton is written out as a table, so that each byte costs one step.
struct PatternSearch: Sendable {
  /// A pattern that was found.
  struct Match: Hashable, Sendable {
    /// The index of the pattern.
    var pattern: Int
    /// Where it stands.
    var range: Range<Int>
  }

  private static let acceptance: UInt32 = 1 << 31

  /// The column of each byte in the table.
  private let columns: [UInt8]
  private let width: Int
  /// The row to go to, for each row and column; the highest bit says that a pattern ends there.
  private let table: [UInt32]
  /// For each row the patterns that end there.
  private let endings: [Int: [Int]]
  private let lengths: [Int]

  /// Whether there is nothing to find.
  var isEmpty: Bool { lengths.isEmpty }

  /// The length of the longest pattern, in bytes.
  var longest: Int { lengths.max() ?? 0 }

  /// Creates a search.
  ///
  /// - Parameters:
  ///   - patterns: What to find, in any order; empty ones are never found.
  ///   - foldsCase: Whether ASCII letters are found in either case; the patterns are in lower case.
  init(_ patterns: [[UInt8]], foldsCase: Bool = false) {
    lengths = patterns.map(\.count)
    var (columns, width) = Self.columns(of: patterns)
    if foldsCase {
      for letter in UInt8(ascii: "a")...UInt8(ascii: "z") {
        columns[Int(letter ^ 0x20)] = columns[Int(letter)]
      }
    }
    var tree = PatternTree(width: width)
    for (index, pattern) in patterns.enumerated() where !pattern.isEmpty {
      tree.add(pattern.map { Int(columns[Int($0)]) }, index)
    }
    tree.link()
    self.columns = columns
    self.width = width
    endings = tree.endings
    var isEnding = [Bool](repeating: false, count: tree.next.count / width)
    for row in tree.endings.keys { isEnding[row] = true }
    table = tree.next.map { row in UInt32(row * width) | (isEnding[row] ? Self.acceptance : 0) }
  }

  /// Gives each byte of the patterns a column of its own; all others share column 0.
  private static func columns(of patterns: [[UInt8]]) -> ([UInt8], Int) {
    var columns = [UInt8](repeating: 0, count: 256)
    var width = 1
    for byte in patterns.joined() where columns[Int(byte)] == 0 && width < 256 {
      columns[Int(byte)] = UInt8(width)
      if byte == 0x20 { columns[0x2b] = UInt8(width) }
      if byte == 0x2b { columns[0x20] = UInt8(width) }
      width += 1
    }
    return (columns, width)
  }

  /// Calls `visit` with each match in a stretch, ordered by where it ends, until it returns `false`.
  @inline(__always)
  func search(_ bytes: RawSpan, _ range: Range<Int>, visit: (Match) -> Bool) {
    var row: UInt32 = 0
    for offset in range {
      row = table[Int(row) + Int(columns[Int(bytes.byte(offset))])]
      guard row & Self.acceptance != 0 else { continue }
      row &= ~Self.acceptance
      for pattern in endings[Int(row) / width] ?? [] {
        let end = offset + 1
        guard visit(Match(pattern: pattern, range: (end - lengths[pattern])..<end)) else { return }
      }
    }
  }

  /// Whether any pattern stands in a stretch.
  func isFound(in bytes: RawSpan, _ range: Range<Int>) -> Bool {
    guard !isEmpty else { return false }
    var row: UInt32 = 0
    for offset in range {
      row = table[Int(row) + Int(columns[Int(bytes.byte(offset))])]
      if row & Self.acceptance != 0 { return true }
    }
    return false
  }

  /// The matches in a stretch, in order of their ends.
  func matches(in bytes: RawSpan, _ range: Range<Int>) -> [Match] {
    guard !isEmpty else { return [] }
    var matches: [Match] = []
    search(bytes, range) { match in
      matches.append(match)
      return true
    }
    return matches
  }
}

/// The patterns as a tree of rows, which is then linked to an automaton.
private struct PatternTree {
  let width: Int
  /// The row to go to for each row and column; 0 for none while the tree grows.
  private(set) var next: [Int]
  private(set) var endings: [Int: [Int]] = [:]
  private var count = 1

  init(width: Int) {
    self.width = width
    next = [Int](repeating: 0, count: width)
  }

  mutating func add(_ columns: [Int], _ index: Int) {
    var row = 0
    for column in columns {
      if next[row * width + column] == 0 {
        next[row * width + column] = count
        next.append(contentsOf: repeatElement(0, count: width))
        count += 1
      }
      row = next[row * width + column]
    }
    endings[row, default: []].append(index)
  }

  /// Fills in where to go on when a pattern breaks off, in order of depth.
  mutating func link() {
    var fallback = [Int](repeating: 0, count: count)
    var queue = (0..<width).map { next[$0] }.filter { $0 > 0 }
    var position = 0
    while position < queue.count {
      let row = queue[position]
      position += 1
      let shorter = fallback[row]
      if let more = endings[shorter] { endings[row, default: []] += more }
      for column in 0..<width {
        let child = next[row * width + column]
        if child == 0 {
          next[row * width + column] = next[shorter * width + column]
        } else {
          fallback[child] = next[shorter * width + column]
          queue.append(child)
        }
      }
    }
  }
}
