/// The hash function SHA-256, fed piece by piece.
///
/// ```swift
/// SHA256.hash(Array("abc".utf8)).hexadecimal.prefix(8)  // "ba7816bf"
/// ```
///
/// Source: FIPS 180-4, section 6.2.
package struct SHA256: Sendable {
  private var state: InlineArray<8, UInt32> = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a,
    0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]
  private var schedule = InlineArray<64, UInt32>(repeating: 0)
  private var pending: [UInt8] = []
  private var length: UInt64 = 0

  /// Creates a hash of nothing yet.
  package init() {
    pending.reserveCapacity(64)
  }

  /// Returns the digest of one text.
  package static func hash(_ bytes: [UInt8]) -> Digest {
    var hash = SHA256()
    hash.update(bytes)
    return hash.finalize()
  }

  /// Adds bytes.
  package mutating func update(_ bytes: [UInt8]) {
    let span = bytes.span
    update(span.bytes, 0..<bytes.count)
  }

  /// Adds a stretch of bytes.
  package mutating func update(_ bytes: RawSpan, _ range: Range<Int>) {
    length &+= UInt64(range.count)
    var offset = range.lowerBound
    if !pending.isEmpty {
      while pending.count < 64, offset < range.upperBound {
        pending.append(bytes.byte(offset))
        offset += 1
      }
      guard pending.count == 64 else { return }
      compressPending()
    }
    while offset + 64 <= range.upperBound {
      compress(bytes, at: offset)
      offset += 64
    }
    while offset < range.upperBound {
      pending.append(bytes.byte(offset))
      offset += 1
    }
  }

  /// Ends the text and returns its digest.
  package consuming func finalize() -> Digest {
    let bits = length &* 8
    pending.append(0x80)
    if pending.count > 56 {
      pending.append(contentsOf: repeatElement(0, count: 64 - pending.count))
      compressPending()
    }
    pending.append(contentsOf: repeatElement(0, count: 56 - pending.count))
    for shift in stride(from: UInt64(56), through: 0, by: -8) {
      pending.append(UInt8(truncatingIfNeeded: bits >> shift))
    }
    compressPending()
    var bytes: [UInt8] = []
    for index in state.indices {
      for shift in stride(from: UInt32(24), through: 0, by: -8) {
        bytes.append(UInt8(truncatingIfNeeded: state[index] >> shift))
      }
    }
    return Digest(bytes: bytes)
  }

  private mutating func compressPending() {
    let block = pending
    let span = block.span
    compress(span.bytes, at: 0)
    pending.removeAll(keepingCapacity: true)
  }

  private mutating func compress(_ bytes: RawSpan, at offset: Int) {
    for index in 0..<16 {
      let word = bytes.word32(offset + index * 4)
      schedule[index] = word.byteSwapped
    }
    for index in 16..<64 {
      let near = schedule[index - 2]
      let far = schedule[index - 15]
      let s0 = far.rotated(7) ^ far.rotated(18) ^ (far >> 3)
      let s1 = near.rotated(17) ^ near.rotated(19) ^ (near >> 10)
      schedule[index] = schedule[index - 16] &+ s0 &+ schedule[index - 7] &+ s1
    }
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for index in 0..<64 {
      let s1 = e.rotated(6) ^ e.rotated(11) ^ e.rotated(25)
      let choice = (e & f) ^ (~e & g)
      let first = h &+ s1 &+ choice &+ SHA256.constants[index] &+ schedule[index]
      let s0 = a.rotated(2) ^ a.rotated(13) ^ a.rotated(22)
      let majority = (a & b) ^ (a & c) ^ (b & c)
      (h, g, f, e) = (g, f, e, d &+ first)
      (d, c, b, a) = (c, b, a, first &+ s0 &+ majority)
    }
    state[0] &+= a
    state[1] &+= b
    state[2] &+= c
    state[3] &+= d
    state[4] &+= e
    state[5] &+= f
    state[6] &+= g
    state[7] &+= h
  }

  /// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
  private static let constants: InlineArray<64, UInt32> = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
    0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe,
    0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f,
    0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da, 0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
    0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc,
    0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
    0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070, 0x19a4_c116,
    0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
    0xc671_78f2,
  ]

  /// The 256 bits that stand for a text.
  package struct Digest: Hashable, Sendable {
    /// The 32 bytes.
    package let bytes: [UInt8]

    /// The bytes as 64 lower-case hexadecimal digits.
    package var hexadecimal: String { bytes.map { Hexadecimal.text($0) }.joined() }
  }
}

extension UInt32 {
  fileprivate func rotated(_ count: UInt32) -> UInt32 {
    (self >> count) | (self << (32 - count))
  }
}
