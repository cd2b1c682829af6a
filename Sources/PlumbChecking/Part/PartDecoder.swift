import PlumbText

/// Reads what ``PartEncoder`` wrote, and trusts none of it.
struct PartDecoder {
  private let bytes: [UInt8]
  private var position: Int
  private let end: Int
  private var names: [String] = []
  private var objects: [AnyObject] = []

  /// The greatest number that is taken: sums of many of them stay far from the limits.
  static let limit = 1 << 53

  /// Begins at the start of a stretch of bytes.
  init(_ bytes: [UInt8], _ range: Range<Int>? = nil) {
    self.bytes = bytes
    position = range?.lowerBound ?? 0
    end = range?.upperBound ?? bytes.count
  }

  /// Whether all was read.
  var isAtEnd: Bool { position == end }

  /// Reads one byte.
  mutating func byte() throws(PartFault) -> UInt8 {
    guard position < end else { throw PartFault() }
    defer { position += 1 }
    return bytes[position]
  }

  /// Reads a truth value.
  mutating func flag() throws(PartFault) -> Bool {
    let byte = try byte()
    guard byte < 2 else { throw PartFault() }
    return byte == 1
  }

  /// Reads a number that is not negative.
  mutating func count() throws(PartFault) -> Int {
    let value = try word()
    guard value <= UInt64(Self.limit) else { throw PartFault() }
    return Int(value)
  }

  /// Reads a number that is not negative and below a bound.
  mutating func count(below bound: Int) throws(PartFault) -> Int {
    let value = try count()
    guard value < bound else { throw PartFault() }
    return value
  }

  /// Reads the number of things of which each takes at least one byte.
  mutating func length(of size: Int = 1) throws(PartFault) -> Int {
    let count = try count()
    guard count <= (end - position) / size else { throw PartFault() }
    return count
  }

  /// Reads a number of any sign.
  mutating func number() throws(PartFault) -> Int {
    let value = try anyNumber()
    guard abs(value) <= Self.limit else { throw PartFault() }
    return value
  }

  /// Reads a number of any sign and size but the least.
  mutating func anyNumber() throws(PartFault) -> Int {
    let word = try word()
    let value = Int(bitPattern: UInt(word &>> 1)) ^ -Int(word & 1)
    guard value != .min else { throw PartFault() }
    return value
  }

  private mutating func word() throws(PartFault) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while position < end, shift < 64 {
      let byte = bytes[position]
      position += 1
      value |= UInt64(byte & 0x7f) &<< shift
      if byte < 0x80 { return value }
      shift += 7
    }
    throw PartFault()
  }

  /// Reads eight bytes.
  mutating func fixed() throws(PartFault) -> UInt64 {
    guard end - position >= 8 else { throw PartFault() }
    var value: UInt64 = 0
    for index in 0..<8 { value |= UInt64(bytes[position &+ index]) &<< UInt64(index &* 8) }
    position += 8
    return value
  }

  /// Reads a column of hashes.
  mutating func column() throws(PartFault) -> [UInt64] {
    let count = try length(of: 8)
    guard count > 0 else { return [] }
    let start = position
    position += count * 8
    let span = bytes.span.bytes
    var values: [UInt64] = []
    values.reserveCapacity(count)
    for index in 0..<count { values.append(span.word64(start &+ index &* 8)) }
    return values
  }

  /// Reads a column of numbers by their differences.
  mutating func steps<Value: FixedWidthInteger>(
    as type: Value.Type
  ) throws(PartFault) -> [Value] {
    let count = try length()
    var values: [Value] = []
    values.reserveCapacity(count)
    var last = 0
    for _ in 0..<count {
      last &+= try number()
      guard let value = Value(exactly: last) else { throw PartFault() }
      values.append(value)
    }
    return values
  }

  /// Reads a column of numbers that are not negative.
  mutating func counts() throws(PartFault) -> [Int] {
    try list { source throws(PartFault) in try source.count() }
  }

  /// Reads bytes.
  mutating func take() throws(PartFault) -> [UInt8] {
    let count = try length()
    defer { position += count }
    return Array(bytes[position..<(position + count)])
  }

  /// Reads a text.
  mutating func text() throws(PartFault) -> String {
    let count = try length()
    defer { position += count }
    let text = String(validating: bytes[position..<(position + count)], as: UTF8.self)
    guard let text else { throw PartFault() }
    return text
  }

  /// Reads a text that may have come before.
  mutating func name() throws(PartFault) -> String {
    let rank = try count()
    guard rank > 0 else {
      let text = try text()
      names.append(text)
      return text
    }
    guard names.indices.contains(rank - 1) else { throw PartFault() }
    return names[rank - 1]
  }

  /// Reads something that may have come before.
  mutating func object<Object: AnyObject>(
    _ read: (inout PartDecoder) throws(PartFault) -> Object
  ) throws(PartFault) -> Object {
    let rank = try count()
    guard rank > 0 else {
      let object = try read(&self)
      objects.append(object)
      return object
    }
    guard objects.indices.contains(rank - 1), let known = objects[rank - 1] as? Object else {
      throw PartFault()
    }
    return known
  }

  /// Reads what may be absent.
  mutating func optional<Value>(
    _ read: (inout PartDecoder) throws(PartFault) -> Value
  ) throws(PartFault) -> Value? {
    guard try flag() else { return nil }
    return try read(&self)
  }

  /// Reads a list, each element of which takes at least one byte.
  mutating func list<Element>(
    _ read: (inout PartDecoder) throws(PartFault) -> Element
  ) throws(PartFault) -> [Element] {
    let count = try length()
    var values: [Element] = []
    values.reserveCapacity(min(count, 1 << 16))
    for _ in 0..<count { values.append(try read(&self)) }
    return values
  }
}

/// The bytes are no part.
struct PartFault: Error {}
