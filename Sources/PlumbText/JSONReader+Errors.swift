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
    case let control where control < 0x80:
      return "the control character 0x\(Hexadecimal.text(control).uppercased())"
    default:
      let length = characterLength
      guard length > 0 else { return "the byte 0x\(Hexadecimal.text(bytes[offset]).uppercased())" }
      return "\"\(String(decoding: bytes[offset..<(offset + length)], as: UTF8.self))\""
    }
  }

  func error(_ reason: JSONSyntaxError.Reason, _ message: String) -> JSONSyntaxError {
    JSONSyntaxError(reason: reason, offset: base + offset, message: message)
  }

  func unexpected(_ expected: String) -> JSONSyntaxError {
    error(offset < bytes.count ? .syntax : .truncated, "expected \(expected), found \(found)")
  }
}
