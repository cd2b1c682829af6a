/// A code in which no symbol's bits begin another's, told by the lengths of its symbols.
///
/// Source: RFC 1951, section 3.2.2.
struct PrefixCode {
  /// How far a symbol was read.
  struct Walk {
    var length = 0
    var code = 0
    var first = 0
    var index = 0
  }

  private var counts = [Int](repeating: 0, count: 16)
  private var symbols: [Int] = []

  /// The code of literals and lengths that needs no table.
  static let fixedLiterals = PrefixCode(
    lengths: (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 }
  )

  /// The code of distances that needs no table.
  static let fixedDistances = PrefixCode(lengths: Array(repeating: 5, count: 30))

  /// Creates a code; symbols of length 0 do not occur.
  init(lengths: [Int]) {
    for length in lengths where length > 0 { counts[length] += 1 }
    for length in 1...15 {
      symbols += lengths.indices.filter { lengths[$0] == length }
    }
  }

  /// Reads one bit more; returns the symbol when that was its last.
  func step(_ walk: inout Walk, bit: Int) -> Int? {
    walk.length += 1
    walk.code |= bit
    let count = counts[walk.length]
    if walk.code - walk.first < count { return symbols[walk.index + walk.code - walk.first] }
    walk.index += count
    walk.first = (walk.first + count) << 1
    walk.code <<= 1
    return nil
  }
}
