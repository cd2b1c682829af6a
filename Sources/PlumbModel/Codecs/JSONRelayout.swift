/// Moves the white space between the tokens of a JSON text, and touches nothing else.
///
/// Numbers, escapes, the order of members and duplicates stay as they are, because tokens are
/// copied byte for byte and never read.
struct JSONRelayout {
  /// The deepest nesting that is laid out.
  static let depthLimit = 512

  private let rule: BodyLayout.Rule
  private var result: [UInt8] = []
  private var open: [UInt8] = []

  private init(_ rule: BodyLayout.Rule) {
    self.rule = rule
  }

  /// Returns a stretch of `text` laid out by a rule; `nil` when it is not a list or an object, or
  /// something between its tokens is neither white space nor punctuation.
  static func bytes(
    of text: Span<UInt8>,
    in range: Range<Int>,
    by rule: BodyLayout.Rule
  ) -> [UInt8]? {
    var relayout = JSONRelayout(rule)
    relayout.result.reserveCapacity(range.count + range.count / 4)
    guard relayout.run(over: text, in: range) else { return nil }
    return relayout.result
  }

  private mutating func run(over text: Span<UInt8>, in range: Range<Int>) -> Bool {
    var index = Self.skipSpace(text, from: range.lowerBound, to: range.upperBound)
    guard index < range.upperBound, Self.closer(of: text[index]) != nil else { return false }
    while index < range.upperBound {
      guard let next = token(in: text, from: index, to: range.upperBound) else { return false }
      index = Self.skipSpace(text, from: next, to: range.upperBound)
      if open.isEmpty { return index == range.upperBound }
    }
    return false
  }

  /// Copies the token at `index` with its white space; returns where it ends.
  private mutating func token(in text: Span<UInt8>, from index: Int, to end: Int) -> Int? {
    let byte = text[index]
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      return opening(byte, in: text, from: index, to: end)
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      guard open.popLast() == byte else { return nil }
      breakLine()
      result.append(byte)
      return index + 1
    case UInt8(ascii: ","):
      result.append(byte)
      if case .spaced = rule { result.append(UInt8(ascii: " ")) } else { breakLine() }
      return index + 1
    case UInt8(ascii: ":"):
      result.append(byte)
      if rule != .compact { result.append(UInt8(ascii: " ")) }
      return index + 1
    case UInt8(ascii: "\""):
      return string(in: text, from: index, to: end)
    default:
      return scalar(in: text, from: index, to: end)
    }
  }

  private mutating func opening(
    _ byte: UInt8,
    in text: Span<UInt8>,
    from index: Int,
    to end: Int
  ) -> Int? {
    guard let closer = Self.closer(of: byte), open.count < Self.depthLimit else { return nil }
    result.append(byte)
    let next = Self.skipSpace(text, from: index + 1, to: end)
    if next < end, text[next] == closer {
      result.append(closer)
      return next + 1
    }
    open.append(closer)
    breakLine()
    return next
  }

  private mutating func string(in text: Span<UInt8>, from start: Int, to end: Int) -> Int? {
    var index = start + 1
    while index < end, text[index] != UInt8(ascii: "\"") {
      guard text[index] >= 0x20 else { return nil }
      index += text[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard index < end else { return nil }
    for copied in start...index { result.append(text[copied]) }
    return index + 1
  }

  private mutating func scalar(in text: Span<UInt8>, from start: Int, to end: Int) -> Int? {
    var index = start
    while index < end, Self.isScalar(text[index]) {
      result.append(text[index])
      index += 1
    }
    return index > start ? index : nil
  }

  /// Begins a new line, when the rule has lines.
  private mutating func breakLine() {
    guard case .indented(let width) = rule else { return }
    result.append(UInt8(ascii: "\n"))
    for _ in 0..<(width * open.count) { result.append(UInt8(ascii: " ")) }
  }

  private static func closer(of byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "{"): UInt8(ascii: "}")
    case UInt8(ascii: "["): UInt8(ascii: "]")
    default: nil
    }
  }

  private static func isScalar(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."):
      true
    default: false
    }
  }

  private static func skipSpace(_ text: Span<UInt8>, from start: Int, to end: Int) -> Int {
    var index = start
    while index < end {
      switch text[index] {
      case 0x20, 0x0A, 0x0D, 0x09: index += 1
      default: return index
      }
    }
    return index
  }
}
