/// The hash function XXH64: fast, well spread, no defence against an attacker.
///
/// Source: the xxHash fast digest algorithm, version 0.1.1, section "XXH64".
package enum XXH64 {
  /// Returns the hash of one text.
  package static func hash(_ bytes: [UInt8], seed: UInt64 = 0) -> UInt64 {
    let span = bytes.span
    return hash(span.bytes, 0..<bytes.count, seed: seed)
  }

  /// Returns the hash of a stretch of bytes.
  package static func hash(_ bytes: RawSpan, _ range: Range<Int>, seed: UInt64 = 0) -> UInt64 {
    var offset = range.lowerBound
    var hash = start(seed: seed)
    if range.count >= 32 {
      var lanes = lanes(seed: seed)
      while offset + 32 <= range.upperBound {
        mix(&lanes, bytes, at: offset)
        offset += 32
      }
      hash = joined(lanes)
    }
    return end(hash &+ UInt64(range.count), bytes, offset..<range.upperBound)
  }

  /// The hash of a short text before its bytes.
  static func start(seed: UInt64) -> UInt64 { seed &+ prime5 }

  /// The four lanes before any bytes.
  static func lanes(seed: UInt64) -> InlineArray<4, UInt64> {
    [seed &+ prime1 &+ prime2, seed &+ prime2, seed, seed &- prime1]
  }

  /// Mixes 32 bytes into the lanes.
  @inline(__always)
  static func mix(_ lanes: inout InlineArray<4, UInt64>, _ bytes: RawSpan, at offset: Int) {
    lanes[0] = round(lanes[0], bytes.word64(offset))
    lanes[1] = round(lanes[1], bytes.word64(offset + 8))
    lanes[2] = round(lanes[2], bytes.word64(offset + 16))
    lanes[3] = round(lanes[3], bytes.word64(offset + 24))
  }

  /// Joins the lanes to one hash.
  static func joined(_ lanes: InlineArray<4, UInt64>) -> UInt64 {
    let sum =
      rotate(lanes[0], 1) &+ rotate(lanes[1], 7) &+ rotate(lanes[2], 12) &+ rotate(lanes[3], 18)
    return merge(merge(merge(merge(sum, lanes[0]), lanes[1]), lanes[2]), lanes[3])
  }

  /// Ends a hash with the bytes that fill no lanes, fewer than 32.
  static func end(_ hash: UInt64, _ bytes: RawSpan, _ range: Range<Int>) -> UInt64 {
    var hash = hash
    var offset = range.lowerBound
    let end = range.upperBound
    while offset + 8 <= end {
      hash = rotate(hash ^ round(0, bytes.word64(offset)), 27) &* prime1 &+ prime4
      offset += 8
    }
    if offset + 4 <= end {
      hash ^= UInt64(bytes.word32(offset)) &* prime1
      hash = rotate(hash, 23) &* prime2 &+ prime3
      offset += 4
    }
    while offset < end {
      hash = rotate(hash ^ (UInt64(bytes.byte(offset)) &* prime5), 11) &* prime1
      offset += 1
    }
    return avalanche(hash)
  }

  private static var prime1: UInt64 { 0x9E37_79B1_85EB_CA87 }
  private static var prime2: UInt64 { 0xC2B2_AE3D_27D4_EB4F }
  private static var prime3: UInt64 { 0x1656_67B1_9E37_79F9 }
  private static var prime4: UInt64 { 0x85EB_CA77_C2B2_AE63 }
  private static var prime5: UInt64 { 0x27D4_EB2F_1656_67C5 }

  @inline(__always)
  private static func rotate(_ value: UInt64, _ count: UInt64) -> UInt64 {
    (value &<< count) | (value &>> (64 &- count))
  }

  @inline(__always)
  private static func round(_ lane: UInt64, _ input: UInt64) -> UInt64 {
    rotate(lane &+ input &* prime2, 31) &* prime1
  }

  @inline(__always)
  private static func merge(_ hash: UInt64, _ lane: UInt64) -> UInt64 {
    (hash ^ round(0, lane)) &* prime1 &+ prime4
  }

  @inline(__always)
  private static func avalanche(_ value: UInt64) -> UInt64 {
    var hash = value
    hash = (hash ^ (hash &>> 33)) &* prime2
    hash = (hash ^ (hash &>> 29)) &* prime3
    return hash ^ (hash &>> 32)
  }
}
