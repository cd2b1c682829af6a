extension JSONReader {
  mutating func skipWhiteSpace() {
    while offset < bytes.count, JSONScan.isWhiteSpace(bytes[offset]) { offset += 1 }
  }

  /// What stands at the place reached, for a message.
  var found: String {
    guard offset < bytes.count else { return "the end of the text" }
    switch bytes[offset] {
    case UInt8(ascii: "\""): return "a quotation mark"
    case 0x20: return "a space"
    case 0x21...0x7E: return "\"\(Character(Unicode.Scalar(bytes[offset])))\""
    case let control where control < 0x80: return "the control character \(hexadecimal(control))"
    default:
      let length = characterLength
      guard length > 0 else { return "the byte \(hexadecimal(bytes[offset]))" }
      return "\"\(String(decoding: bytes[offset..<(offset + length)], as: UTF8.self))\""
    }
  }

  private func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return "0x" + (digits.utf8.count < 2 ? "0" : "") + digits
  }

  func error(_ reason: JSONSyntaxError.Reason, _ message: String) -> JSONSyntaxError {
    JSONSyntaxError(reason: reason, offset: base + offset, message: message)
  }

  func unexpected(_ expected: String) -> JSONSyntaxError {
    error(offset < bytes.count ? .syntax : .truncated, "expected \(expected), found \(found)")
  }
}
