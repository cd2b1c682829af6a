import PlumbText

/// Finds what has the shape of a credential.
struct ShapeFinder: Sendable {
  /// Something of that shape.
  struct Found: Hashable, Sendable {
    /// The shape.
    var shape: CredentialShape
    /// Where the credential stands.
    var range: Range<Int>
  }

  private let shapes = CredentialShape.all
  private let search: PatternSearch

  /// The one that is enough for all.
  static let standard = ShapeFinder()

  private init() {
    search = PatternSearch(shapes.map { Array($0.prefix.utf8) })
  }

  /// The first bytes of all shapes.
  static var prefixes: [String] { CredentialShape.all.map(\.prefix) }

  /// What stands in a text.
  func found(in bytes: [UInt8]) -> [Found] {
    let span = bytes.span
    // How far the text was read for a shape; a run that is none holds no other one of the kind.
    var read: [String: Int] = [:]
    return search.matches(in: span.bytes, 0..<bytes.count).compactMap { match in
      let shape = shapes[match.pattern]
      guard !Self.isWord(bytes, match.range.lowerBound - 1),
        read[shape.name, default: 0] <= match.range.lowerBound
      else { return nil }
      let found = shape.tail.range(after: match.range, in: bytes)
      read[shape.name] = found?.upperBound ?? shape.tail.end(of: match.range, in: bytes)
      return found.map { Found(shape: shape, range: $0) }
    }
  }

  fileprivate static func isWord(_ bytes: [UInt8], _ index: Int) -> Bool {
    bytes.indices.contains(index) && isAlphanumeric(bytes[index])
  }

  fileprivate static func isAlphanumeric(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
  }
}

extension CredentialShape.Tail {
  /// Where the credential stands whose prefix was found; `nil` when what follows is something else.
  func range(after prefix: Range<Int>, in bytes: [UInt8]) -> Range<Int>? {
    let start = prefix.upperBound
    let isDash = { (byte: UInt8) in byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") }
    func run(_ isPart: (UInt8) -> Bool) -> Range<Int> {
      start..<(bytes[start...].firstIndex { !isPart($0) } ?? bytes.count)
    }
    let isDigit = { (byte: UInt8) in byte &- 0x30 < 10 }
    switch self {
    case .word(let count), .letters(let count):
      let allowsDash = self == .word(count)
      let tail = run { ShapeFinder.isAlphanumeric($0) || allowsDash && isDash($0) }
      let isLong = tail.count >= count && bytes[tail].contains(where: isDigit)
      return isLong ? prefix.lowerBound..<tail.upperBound : nil
    case .capitals(let count):
      let tail = run { isDigit($0) || $0 &- 0x41 < 26 }
      let isWhole = tail.count == count && !ShapeFinder.isWord(bytes, tail.upperBound)
      return isWhole ? prefix.lowerBound..<tail.upperBound : nil
    case .hexadecimal(let count):
      let tail = run { Hexadecimal.value(of: $0) >= 0 }
      let isWhole = tail.count == count && !ShapeFinder.isWord(bytes, tail.upperBound)
      return isWhole ? prefix.lowerBound..<tail.upperBound : nil
    case .scheme(let count):
      let tail = run { $0 > 0x20 && $0 < 0x7f && !"\"'\\<>,;{}".utf8.contains($0) }
      let hasDigit = bytes[tail].contains(where: isDigit)
      return tail.count >= count && hasDigit ? tail : nil
    case .jsonWebToken:
      return Self.jsonWebToken(from: prefix.lowerBound, in: bytes)
    case .privateKey:
      return Self.privateKey(from: prefix.lowerBound, in: bytes)
    }
  }

  /// How far a run was read that is none of the shape.
  func end(of prefix: Range<Int>, in bytes: [UInt8]) -> Int {
    switch self {
    case .word:
      bytes[prefix.upperBound...].firstIndex { byte in
        !ShapeFinder.isAlphanumeric(byte) && byte != UInt8(ascii: "_") && byte != UInt8(ascii: "-")
      } ?? bytes.count
    case .jsonWebToken: prefix.lowerBound + Self.tokenStep
    default: prefix.upperBound
    }
  }

  /// Token after token is tried only so densely, and so far.
  private static let tokenStep = 64
  private static let longestPart = 1 << 13

  private static func jsonWebToken(from start: Int, in bytes: [UInt8]) -> Range<Int>? {
    let isPart = { (byte: UInt8) in
      ShapeFinder.isAlphanumeric(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
    }
    var ends: [Int] = []
    var offset = start
    while ends.count < 5 {
      let limit = min(offset + longestPart, bytes.count)
      offset = bytes[offset..<limit].firstIndex { !isPart($0) } ?? limit
      ends.append(offset)
      guard offset < bytes.count, bytes[offset] == UInt8(ascii: ".") else { break }
      offset += 1
    }
    guard ends.count >= 2, let headEnd = ends.first, ends[1] - headEnd > 8 || ends.count == 5 else {
      return nil
    }
    let head = Base64.decoded(bytes[start..<headEnd]) ?? []
    let holdsAlgorithm = String(decoding: head, as: UTF8.self).contains("\"alg\"")
    return holdsAlgorithm ? start..<(ends.last ?? headEnd) : nil
  }

  private static func privateKey(from start: Int, in bytes: [UInt8]) -> Range<Int>? {
    let line = bytes[start...].prefix(64)
    let title = String(decoding: line, as: UTF8.self)
    guard title.contains("PRIVATE KEY") else { return nil }
    let search = PatternSearch([Array("-----END ".utf8)])
    let span = bytes.span
    var end: Int?
    search.search(span.bytes, start..<bytes.count) { match in
      end = match.range.upperBound
      return false
    }
    guard let end else { return start..<bytes.count }
    let rest = bytes[end...].prefix(64)
    let isMark = { (byte: UInt8) in byte == UInt8(ascii: "-") }
    let words = rest.firstIndex(where: isMark) ?? rest.endIndex
    return start..<(bytes[words...].firstIndex { !isMark($0) } ?? bytes.count)
  }
}
