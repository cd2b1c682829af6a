/// Takes bytes out of DEFLATE, as gzip and zlib wrap it.
///
/// Source: RFC 1950, RFC 1951 and RFC 1952.
package struct Inflate {
  /// Why bytes cannot be taken out.
  package enum Failure: Error, Hashable, Sendable {
    /// The data ends too early.
    case cutShort
    /// The data breaks its form, or its checksum does not match.
    case broken
    /// More comes out than was allowed.
    case tooLarge
  }

  private let input: [UInt8]
  private let limit: Int
  private var offset: Int
  private var bits: UInt32 = 0
  private var bitCount = 0
  private var output: [UInt8] = []

  /// Returns what gzip wraps: all members, one after the other.
  ///
  /// - Parameter limit: The most bytes that may come out.
  package static func gzip(_ bytes: [UInt8], limit: Int) throws(Failure) -> [UInt8] {
    var result: [UInt8] = []
    var offset = 0
    repeat {
      let start = try headerEnd(bytes, from: offset)
      var inflate = Inflate(bytes, from: start, limit: limit - result.count)
      try inflate.run()
      offset = inflate.offset + 8
      guard offset <= bytes.count else { throw .cutShort }
      guard
        word(bytes, at: offset - 8) == CRC32.hash(inflate.output),
        word(bytes, at: offset - 4) == UInt32(truncatingIfNeeded: inflate.output.count)
      else { throw .broken }
      result += inflate.output
    } while offset < bytes.count
    return result
  }

  /// Returns what zlib wraps, or DEFLATE without a wrapping, as some servers send it.
  package static func deflate(_ bytes: [UInt8], limit: Int) throws(Failure) -> [UInt8] {
    guard bytes.count >= 2 else { throw .cutShort }
    let isWrapped =
      bytes[0] & 15 == 8 && (UInt16(bytes[0]) << 8 | UInt16(bytes[1])) % 31 == 0
      && bytes[1] & 32 == 0
    var inflate = Inflate(bytes, from: isWrapped ? 2 : 0, limit: limit)
    try inflate.run()
    return inflate.output
  }

  private init(_ input: [UInt8], from offset: Int, limit: Int) {
    self.input = input
    self.offset = offset
    self.limit = limit
  }

  private static func word(_ bytes: [UInt8], at offset: Int) -> UInt32 {
    bytes[offset..<(offset + 4)].reversed().reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// Where the data of a gzip member begins.
  private static func headerEnd(_ bytes: [UInt8], from start: Int) throws(Failure) -> Int {
    guard start + 10 <= bytes.count else { throw .cutShort }
    guard bytes[start] == 0x1F, bytes[start + 1] == 0x8B, bytes[start + 2] == 8 else {
      throw .broken
    }
    let flags = bytes[start + 3]
    var offset = start + 10
    if flags & 4 != 0 {
      guard offset + 2 <= bytes.count else { throw .cutShort }
      offset += 2 + Int(bytes[offset]) + Int(bytes[offset + 1]) << 8
    }
    for flag in [UInt8(8), 16] where flags & flag != 0 {
      guard offset < bytes.count, let end = bytes[offset...].firstIndex(of: 0) else {
        throw .cutShort
      }
      offset = end + 1
    }
    if flags & 2 != 0 { offset += 2 }
    guard offset <= bytes.count else { throw .cutShort }
    return offset
  }

  private mutating func run() throws(Failure) {
    var isLast = false
    while !isLast {
      isLast = try take(1) == 1
      switch try take(2) {
      case 0: try copyStored()
      case 1: try copyCoded(literals: .fixedLiterals, distances: .fixedDistances)
      case 2:
        let tables = try readTables()
        try copyCoded(literals: tables.literals, distances: tables.distances)
      default: throw .broken
      }
    }
    // Whole bytes that were read ahead belong to what follows.
    offset -= bitCount / 8
  }

  private mutating func take(_ count: Int) throws(Failure) -> Int {
    while bitCount < count {
      guard offset < input.count else { throw .cutShort }
      bits |= UInt32(input[offset]) << UInt32(bitCount)
      offset += 1
      bitCount += 8
    }
    let value = bits & (1 << UInt32(count) - 1)
    bits >>= UInt32(count)
    bitCount -= count
    return Int(value)
  }

  private mutating func copyStored() throws(Failure) {
    _ = try take(bitCount % 8)
    let count = try take(16)
    guard try take(16) == ~count & 0xFFFF else { throw .broken }
    guard output.count + count <= limit else { throw .tooLarge }
    for _ in 0..<count { output.append(UInt8(try take(8))) }
  }

  private mutating func symbol(_ code: PrefixCode) throws(Failure) -> Int {
    var walk = PrefixCode.Walk()
    while true {
      if let symbol = code.step(&walk, bit: try take(1)) { return symbol }
      guard walk.length < 15 else { throw .broken }
    }
  }

  private mutating func copyCoded(
    literals: PrefixCode,
    distances: PrefixCode
  ) throws(Failure) {
    while true {
      let symbol = try symbol(literals)
      if symbol == 256 { return }
      guard output.count < limit else { throw .tooLarge }
      if symbol < 256 {
        output.append(UInt8(symbol))
        continue
      }
      guard symbol - 257 < Self.lengths.count else { throw .broken }
      let (base, extra) = Self.lengths[symbol - 257]
      let length = base + (try take(extra))
      let place = try self.symbol(distances)
      guard place < Self.distances.count else { throw .broken }
      let (nearest, more) = Self.distances[place]
      let distance = nearest + (try take(more))
      guard distance <= output.count else { throw .broken }
      guard output.count + length <= limit else { throw .tooLarge }
      for _ in 0..<length { output.append(output[output.count - distance]) }
    }
  }

  private mutating func readTables() throws(Failure) -> (
    literals: PrefixCode, distances: PrefixCode
  ) {
    let literals = try take(5) + 257
    let distances = try take(5) + 1
    let count = try take(4) + 4
    var orders = [Int](repeating: 0, count: 19)
    for index in 0..<count { orders[Self.order[index]] = try take(3) }
    let code = PrefixCode(lengths: orders)
    var lengths: [Int] = []
    while lengths.count < literals + distances {
      switch try symbol(code) {
      case 16:
        guard let last = lengths.last else { throw .broken }
        lengths += Array(repeating: last, count: try take(2) + 3)
      case 17: lengths += Array(repeating: 0, count: try take(3) + 3)
      case 18: lengths += Array(repeating: 0, count: try take(7) + 11)
      case let length: lengths.append(length)
      }
    }
    guard lengths.count == literals + distances else { throw .broken }
    return (
      PrefixCode(lengths: Array(lengths[..<literals])),
      PrefixCode(lengths: Array(lengths[literals...]))
    )
  }

  private static let order = [
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
  ]

  /// The shortest length and the number of further bits of each code from 257 on.
  private static let lengths: [(Int, Int)] =
    (0..<28).map { (code: Int) -> (Int, Int) in
      guard code >= 8 else { return (code + 3, 0) }
      let more = code / 4 - 1
      let base = (4 + code % 4) << more
      return (base + 3, more)
    } + [(258, 0)]

  /// The shortest distance and the number of further bits of each code.
  private static let distances: [(Int, Int)] = (0..<30).map { (code: Int) -> (Int, Int) in
    guard code >= 4 else { return (code + 1, 0) }
    let more = code / 2 - 1
    let base = (2 + code % 2) << more
    return (base + 1, more)
  }
}
