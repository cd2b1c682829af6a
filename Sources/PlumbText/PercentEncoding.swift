/// Escapes of the form `%41`.
///
/// Source: RFC 3986, section 2.1.
package enum PercentEncoding {
  /// Resolves the escapes in a text.
  ///
  /// An escape that is malformed (`%zz`), or whose bytes are not UTF-8, stays as written; see
  /// ``firstInvalid(in:)``.
  ///
  /// - Parameter plusIsSpace: Whether `+` stands for a space, as it does in queries.
  package static func decode(_ text: some StringProtocol, plusIsSpace: Bool = false) -> String {
    decodeUTF8(Array(text.utf8)[...], plusIsSpace: plusIsSpace)
  }

  /// Resolves the escapes in a text that is given in UTF-8; most have none.
  static func decodeUTF8(_ text: ArraySlice<UInt8>, plusIsSpace: Bool) -> String {
    let isPlain = text.allSatisfy { byte in
      byte != UInt8(ascii: "%") && !(plusIsSpace && byte == UInt8(ascii: "+"))
    }
    return isPlain
      ? String(decoding: text, as: UTF8.self) : decode(Array(text), plusIsSpace: plusIsSpace).text
  }

  /// The place of the first escape that cannot be resolved, in bytes from 0; `nil` when all can.
  package static func firstInvalid(in text: some StringProtocol) -> Int? {
    decode(Array(text.utf8), plusIsSpace: false).firstInvalid
  }

  /// Escapes what a query's names and values must not hold as it is.
  package static func encodeQuery(_ text: some StringProtocol) -> String {
    encode(text, keeping: ",:/?@!$()*")
  }

  /// Escapes what a segment of a path must not hold as it is.
  package static func encodePathSegment(_ text: some StringProtocol) -> String {
    encode(text, keeping: "!$&'()*+,;=:@")
  }

  private static func encode(_ text: some StringProtocol, keeping: StaticString) -> String {
    let kept = Array("-._~\(keeping)".utf8)
    var output: [UInt8] = []
    for byte in text.utf8 {
      if isAlphanumeric(byte) || kept.contains(byte) {
        output.append(byte)
      } else {
        output += "%\(Hexadecimal.text(byte).uppercased())".utf8
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static func decode(
    _ input: [UInt8],
    plusIsSpace: Bool
  ) -> (text: String, firstInvalid: Int?) {
    var output: [UInt8] = []
    output.reserveCapacity(input.count)
    var firstInvalid: Int?
    var offset = 0
    while offset < input.count {
      guard input[offset] == UInt8(ascii: "%") else {
        let isSpace = plusIsSpace && input[offset] == UInt8(ascii: "+")
        output.append(isSpace ? 0x20 : input[offset])
        offset += 1
        continue
      }
      var scalar: [UInt8] = []
      while scalar.count < 4, let byte = escaped(input, offset + scalar.count * 3) {
        scalar.append(byte)
      }
      let span = scalar.span
      let length = scalar.isEmpty ? 0 : UTF8Scan.length(span.bytes, at: 0, to: scalar.count)
      if length > 0 {
        output += scalar[0..<length]
        offset += length * 3
      } else {
        firstInvalid = firstInvalid ?? offset
        output.append(input[offset])
        offset += 1
      }
    }
    return (String(decoding: output, as: UTF8.self), firstInvalid)
  }

  private static func escaped(_ input: [UInt8], _ offset: Int) -> UInt8? {
    guard offset + 2 < input.count, input[offset] == UInt8(ascii: "%") else { return nil }
    let high = Hexadecimal.value(of: input[offset + 1])
    let low = Hexadecimal.value(of: input[offset + 2])
    return high < 0 || low < 0 ? nil : UInt8(high << 4 | low)
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
  }
}
