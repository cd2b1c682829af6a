import PlumbText

/// A hash that tells one body from another within a run; it is never written anywhere.
///
/// The sum of products of NH, RFC 4418 section 5.2: each pair of 32-bit words, with a key added to
/// both, is multiplied to 64 bits. It is fast because each step is one vector multiplication.
enum BodyDigest {
  private static let prime: UInt64 = 0x9e37_79b1_85eb_ca87

  /// The hash of a stretch of a buffer; at least 16 bytes must follow it.
  static func of(_ body: Range<Int>, in bytes: RawSpan) -> UInt64 {
    var sums = SIMD8<UInt64>.zero
    var key = SIMD2<UInt64>(0xbe4b_a423_396c_feb8, 0x1cad_21f7_2c81_017c)
    var offset = body.lowerBound
    while offset &+ 64 <= body.upperBound {
      let block = bytes.vector64(offset)
      sums.lowHalf.lowHalf &+= product(block.lowHalf.lowHalf, key)
      sums.lowHalf.highHalf &+= product(block.lowHalf.highHalf, key)
      sums.highHalf.lowHalf &+= product(block.highHalf.lowHalf, key)
      sums.highHalf.highHalf &+= product(block.highHalf.highHalf, key)
      // Another key for the next 64 bytes, so that blocks cannot trade places unseen.
      key &+= SIMD2(prime, prime &<< 1 | 1)
      offset &+= 64
    }
    var hash = UInt64(truncatingIfNeeded: body.count) &* prime
    for lane in sums.indices { hash = mixed(hash ^ sums[lane]) }
    while offset < body.upperBound {
      let left = body.upperBound &- offset
      var word = bytes.word64(offset)
      if left < 8 { word &= (1 &<< UInt64(left &* 8)) &- 1 }
      hash = mixed(hash ^ word)
      offset &+= 8
    }
    return hash
  }

  @inline(__always)
  private static func product(_ block: SIMD2<UInt64>, _ key: SIMD2<UInt64>) -> SIMD2<UInt64> {
    let mixed = block ^ key
    let low = SIMD2<UInt64>(repeating: 0xffff_ffff)
    // The block itself is added crosswise, so that a product of 0 hides nothing.
    return (mixed & low) &* (mixed &>> SIMD2<UInt64>(repeating: 32)) &+ SIMD2(block.y, block.x)
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: prime)
    return product.high ^ product.low ^ (value >> 29)
  }
}
