import PlumbText

/// A value that laws compare. Values of different kinds are not comparable: that is the business of
/// the field rules.
enum LawValue: Hashable, Sendable {
  case text(String)
  case number(JSONNumber)
  case boolean(Bool)

  /// The value of an entry; `nil` for null, objects and lists, which count as absent.
  init?(_ entry: BodyTape.Entry, in bytes: RawSpan) {
    self.init(entry.kind, entry.range, in: bytes)
  }

  /// The value of a cell; `nil` for null, objects and lists, which count as absent.
  init?(_ cell: SlotTape.Cell, in bytes: RawSpan) {
    self.init(cell.kind, cell.range, in: bytes)
  }

  private init?(_ kind: BodyTape.Kind, _ range: Range<Int>, in bytes: RawSpan) {
    switch kind {
    case .string: self = .text(NameText.decode(bytes, range))
    case .number:
      guard let number = JSONNumber(in: bytes, range) else { return nil }
      self = .number(number)
    case .boolean: self = .boolean(bytes.byte(range.lowerBound) == UInt8(ascii: "t"))
    case .null, .object, .list: return nil
    }
  }

  /// The value that a text is, compared with values of a kind; `nil` when it is none of that kind.
  init?(_ text: String, as kind: BodyTape.Kind) {
    switch kind {
    case .string: self = .text(text)
    case .number:
      guard let number = JSONNumber(text) else { return nil }
      self = .number(number)
    case .boolean:
      guard text == "true" || text == "false" else { return nil }
      self = .boolean(text == "true")
    case .null, .object, .list: return nil
    }
  }

  /// The value of a law's literal: a number, or a text in its quotes.
  init(literal: String) {
    if literal.utf8.first == UInt8(ascii: "\"") {
      self = .text(String(literal.dropFirst().dropLast()))
    } else if let number = JSONNumber(literal) {
      self = .number(number)
    } else {
      self = .text(literal)
    }
  }

  /// The kind on a tape.
  var kind: BodyTape.Kind {
    switch self {
    case .text: .string
    case .number: .number
    case .boolean: .boolean
    }
  }

  /// The hash that ``ValueHash`` gives the same value on a tape.
  var valueHash: UInt64 {
    switch self {
    case .text(let text): ValueHash.of(text: Array(text.utf8))
    case .number(let number): ValueHash.of(number)
    case .boolean(let isTrue): ValueHash.of(isTrue)
    }
  }

  /// Whether one value is less than another: numbers by value, texts by their scalars; `nil` when
  /// they cannot be compared.
  static func isLess(_ left: LawValue, than right: LawValue) -> Bool? {
    switch (left, right) {
    case (.number(let left), .number(let right)): left < right
    case (.text(let left), .text(let right)): left.utf8.lexicographicallyPrecedes(right.utf8)
    default: nil
    }
  }

  /// The value as messages quote it.
  var quoted: String {
    switch self {
    case .text(let text): "\"\(text)\""
    case .number(let number): number.text
    case .boolean(let isTrue): isTrue ? "true" : "false"
    }
  }
}

/// Hashes of values, alike for equal values however they are written.
enum ValueHash {
  /// The hash of an entry; `nil` for null, objects and lists.
  static func of(_ entry: BodyTape.Entry, in bytes: RawSpan) -> UInt64? {
    of(entry.kind, entry.range, in: bytes)
  }

  /// The hash of a cell; `nil` for null, objects and lists.
  static func of(_ cell: SlotTape.Cell, in bytes: RawSpan) -> UInt64? {
    of(cell.kind, cell.range, in: bytes)
  }

  private static func of(
    _ kind: BodyTape.Kind,
    _ range: Range<Int>,
    in bytes: RawSpan
  ) -> UInt64? {
    switch kind {
    case .string:
      guard NameText.hasEscape(bytes, range) else { return XXH64.hash(bytes, range, seed: 1) }
      return of(text: JSONUnescaping.text(bytes, range))
    case .number: return of(number: range, in: bytes)
    case .boolean: return of(bytes.byte(range.lowerBound) == UInt8(ascii: "t"))
    case .null, .object, .list: return nil
    }
  }

  static func of(text: [UInt8]) -> UInt64 { XXH64.hash(text, seed: 1) }

  static func of(_ isTrue: Bool) -> UInt64 { isTrue ? 0x7472_7565 : 0x0066_616c }

  static func of(_ number: JSONNumber) -> UInt64 {
    if let integer = number.integer { return of(integer: integer) }
    // Other processes must come to the same hash: the digits as they are counted, and their scale.
    return XXH64.hash(number.canonical, seed: 2)
  }

  private static func of(number: Range<Int>, in bytes: RawSpan) -> UInt64? {
    guard let integer = PlainInteger.read(number, in: bytes) else {
      return JSONNumber(in: bytes, number).map { of($0) }
    }
    return of(integer: integer)
  }

  private static func of(integer: Int) -> UInt64 {
    let product = (UInt64(bitPattern: Int64(integer)) ^ 0x9e37_79b1_85eb_ca87)
      .multipliedFullWidth(by: 0xd6e8_feb8_6659_fd93)
    return product.high ^ product.low
  }
}

/// Whole numbers without a sign, point or exponent, of up to 18 digits.
enum PlainInteger {
  static func read(_ number: Range<Int>, in bytes: RawSpan) -> Int? {
    guard !number.isEmpty, number.count <= 18 else { return nil }
    var total = 0
    for offset in number {
      let digit = bytes.byte(offset) &- 0x30
      guard digit < 10 else { return nil }
      total = total &* 10 &+ Int(digit)
    }
    return total
  }
}
