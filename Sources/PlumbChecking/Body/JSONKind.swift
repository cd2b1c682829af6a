import PlumbText

/// The kinds of JSON values, as the checker tells them apart.
public enum JSONKind: UInt8, Hashable, Sendable, CaseIterable {
  case string
  /// A number without a fraction, by value.
  case integer
  /// A number with a fraction.
  case number
  case boolean
  case null
  case object
  case list

  /// The notation's word for the kind.
  public var word: String {
    switch self {
    case .string: "string"
    case .integer: "integer"
    case .number: "number"
    case .boolean: "boolean"
    case .null: "null"
    case .object: "object"
    case .list: "list"
    }
  }

  /// The kind of the well-formed value in a stretch of a buffer.
  init(of value: Range<Int>, in bytes: RawSpan) {
    switch bytes.byte(value.lowerBound) {
    case 0x22: self = .string
    case 0x7b: self = .object
    case 0x5b: self = .list
    case 0x74, 0x66: self = .boolean
    case 0x6e: self = .null
    default:
      var isPlain = true
      _ = JSONScan.numberEnd(bytes, from: value.lowerBound, isPlain: &isPlain)
      let isInteger = isPlain || JSONNumber(bytes.text(value))?.isInteger == true
      self = isInteger ? .integer : .number
    }
  }
}
