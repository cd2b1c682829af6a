/// Base64, RFC 4648 section 4, of what is large: by tables, and without line breaks.
enum PartBase64 {
  private static let digits = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8
  )

  /// By character its value; 0x80 for what is none.
  private static let values: [UInt8] = {
    var values = [UInt8](repeating: 0x80, count: 256)
    for (value, digit) in digits.enumerated() { values[Int(digit)] = UInt8(value) }
    return values
  }()

  /// Appends bytes as text.
  static func append(_ bytes: [UInt8], to text: inout [UInt8]) {
    let digits = digits
    text.reserveCapacity(text.count + (bytes.count + 2) / 3 * 4)
    var offset = 0
    while offset < bytes.count {
      let left = bytes.count - offset
      let bits =
        Int(bytes[offset]) << 16 | (left > 1 ? Int(bytes[offset + 1]) << 8 : 0)
        | (left > 2 ? Int(bytes[offset + 2]) : 0)
      text.append(digits[bits >> 18])
      text.append(digits[bits >> 12 & 63])
      text.append(left > 1 ? digits[bits >> 6 & 63] : UInt8(ascii: "="))
      text.append(left > 2 ? digits[bits & 63] : UInt8(ascii: "="))
      offset += 3
    }
  }

  /// The bytes of a text; `nil` when it is none that ``append(_:to:)`` makes.
  static func bytes(of text: ArraySlice<UInt8>) -> [UInt8]? {
    guard text.count % 4 == 0 else { return nil }
    let values = values
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 4 * 3)
    let padding = text.suffix(2).count { $0 == UInt8(ascii: "=") }
    let end = text.endIndex - (padding > 0 ? 4 : 0)
    var faults: UInt8 = 0
    var offset = text.startIndex
    while offset < end {
      let first = values[Int(text[offset])]
      let second = values[Int(text[offset &+ 1])]
      let third = values[Int(text[offset &+ 2])]
      let fourth = values[Int(text[offset &+ 3])]
      faults |= first | second | third | fourth
      bytes.append(first << 2 | second >> 4)
      bytes.append(second << 4 | third >> 2)
      bytes.append(third << 6 | fourth)
      offset &+= 4
    }
    guard faults & 0x80 == 0 else { return nil }
    guard padding > 0 else { return bytes }
    let last = text[end...].dropLast(padding).map { values[Int($0)] }
    guard last.count == 4 - padding, last.allSatisfy({ $0 < 64 }) else { return nil }
    bytes.append(last[0] << 2 | last[1] >> 4)
    if padding == 1 { bytes.append(last[1] << 4 | last[2] >> 2) }
    return bytes
  }
}
