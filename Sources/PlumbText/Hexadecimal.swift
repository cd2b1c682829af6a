/// Numbers in base 16.
package enum Hexadecimal {
  /// The value of a digit in either case, 0 to 15; -1 for any other byte.
  @inlinable @inline(__always)
  package static func value(of digit: UInt8) -> Int {
    if digit &- 0x30 < 10 { return Int(digit &- 0x30) }
    let letter = digit | 0x20
    return letter >= 0x61 && letter <= 0x66 ? Int(letter &- 0x57) : -1
  }

  /// The lower-case digits of a number, with zeros before them up to the width of its type.
  package static func text(_ number: some FixedWidthInteger & UnsignedInteger) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: number.bitWidth / 4 - digits.utf8.count) + digits
  }
}
