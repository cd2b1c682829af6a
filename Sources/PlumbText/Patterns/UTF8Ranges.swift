/// Stretches of Unicode scalars as stretches of their UTF-8 bytes.
enum UTF8Ranges {
  /// Returns sequences of byte ranges that together stand for just the scalars of a range.
  static func sequences(_ range: ClosedRange<UInt32>) -> [[ClosedRange<UInt8>]] {
    var result: [[ClosedRange<UInt8>]] = []
    add(range.lowerBound, range.upperBound, to: &result)
    return result
  }

  private static func add(_ low: UInt32, _ high: UInt32, to result: inout [[ClosedRange<UInt8>]]) {
    guard low <= high else { return }
    if low <= 0xDFFF, high >= 0xD800 {
      // Surrogates are no scalars, and have no UTF-8.
      if low < 0xD800 { add(low, 0xD7FF, to: &result) }
      add(0xE000, high, to: &result)
      return
    }
    // A sequence covers one length, and all of its last bytes wherever an earlier one varies.
    for last: UInt32 in [0x7F, 0x7FF, 0xFFFF] where low <= last && last < high {
      add(low, last, to: &result)
      add(last + 1, high, to: &result)
      return
    }
    let length = encode(low).count
    for index in 1..<max(1, length) {
      let mask = (UInt32(1) << UInt32(6 * index)) - 1
      guard low & ~mask != high & ~mask else { continue }
      if low & mask != 0 {
        add(low, low | mask, to: &result)
        add((low | mask) + 1, high, to: &result)
        return
      }
      if high & mask != mask {
        add(low, (high & ~mask) - 1, to: &result)
        add(high & ~mask, high, to: &result)
        return
      }
    }
    result.append(zip(encode(low), encode(high)).map { $0...$1 })
  }

  private static func encode(_ value: UInt32) -> [UInt8] {
    Unicode.Scalar(value).flatMap(UTF8.encode).map(Array.init) ?? []
  }
}
