extension Timestamp {
  /// Reads a moment; `nil` when it is none.
  ///
  /// Any number of digits of a second are read, six of them kept; `T` may be a space or in lower
  /// case, and the offset may lack its colon. A moment without an offset is taken as UTC.
  public init?(_ text: String) {
    var reader = TimestampReader(text)
    guard
      let year = reader.number(4), reader.skip("-"), let month = reader.number(2),
      reader.skip("-"), let day = reader.number(2), reader.skip("Tt "),
      let hour = reader.number(2), reader.skip(":"), let minute = reader.number(2),
      (1...12).contains(month), (1...31).contains(day), hour < 24, minute < 60
    else { return nil }
    var second: Int64 = 0
    var fraction: Int64 = 0
    if reader.skip(":") {
      guard let value = reader.number(2), value <= 60 else { return nil }
      second = value
      if reader.skip(".,") {
        guard let value = reader.fraction() else { return nil }
        fraction = value
      }
    }
    guard let offset = reader.offset() else { return nil }
    let minutes = (Self.day(year, month, day) * 24 + hour) * 60 + minute - offset
    self.init(microseconds: (minutes * 60 + second) * 1_000_000 + fraction)
  }
}

/// Reads the parts of a moment.
private struct TimestampReader {
  private var rest: Substring.UTF8View

  init(_ text: String) {
    rest = text[...].utf8
  }

  mutating func skip(_ bytes: String) -> Bool {
    guard let first = rest.first, bytes.utf8.contains(first) else { return false }
    rest = rest.dropFirst()
    return true
  }

  /// Reads just so many digits.
  mutating func number(_ count: Int) -> Int64? {
    let digits = rest.prefix(count)
    guard digits.count == count, digits.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
    rest = rest.dropFirst(count)
    return digits.reduce(0) { $0 * 10 + Int64($1 - 0x30) }
  }

  /// Reads the digits of a fraction as microseconds.
  mutating func fraction() -> Int64? {
    let digits = rest.prefix { $0 &- 0x30 < 10 }
    guard !digits.isEmpty else { return nil }
    rest = rest.dropFirst(digits.count)
    let kept = Array(digits.prefix(6)) + Array(repeating: 0x30, count: max(6 - digits.count, 0))
    return kept.reduce(0) { $0 * 10 + Int64($1 - 0x30) }
  }

  /// Reads the offset to UTC in minutes, and the end.
  mutating func offset() -> Int64? {
    if rest.isEmpty { return 0 }
    if skip("Zz") { return rest.isEmpty ? 0 : nil }
    let isNegative = rest.first == UInt8(ascii: "-")
    guard skip("+-"), let hours = number(2) else { return nil }
    _ = skip(":")
    guard let minutes = number(2), minutes < 60, rest.isEmpty else { return nil }
    return (hours * 60 + minutes) * (isNegative ? -1 : 1)
  }
}
