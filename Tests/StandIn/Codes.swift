/// The forms of codes.
enum Codes {
  /// Whether a text is an occupation's code, `dd-dddd.dd`.
  static func isOccupation(_ text: String) -> Bool {
    has(text, form: "dd-dddd.dd")
  }

  /// Whether a text is a job family's code, `[12345][13579]-0000`.
  static func isFamily(_ text: String) -> Bool {
    guard has(text, form: "dd-0000"), let tens = text.first, let ones = text.dropFirst().first
    else { return false }
    return "12345".contains(tens) && "13579".contains(ones)
  }

  private static func has(_ text: String, form: String) -> Bool {
    text.utf8.count == form.utf8.count
      && zip(text.utf8, form.utf8).allSatisfy { byte, expected in
        expected == UInt8(ascii: "d") ? (0x30...0x39).contains(byte) : byte == expected
      }
  }
}
