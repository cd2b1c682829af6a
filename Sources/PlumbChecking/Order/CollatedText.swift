/// Texts made comparable.
enum CollatedText {
  /// Appends a text with each scalar in lower case.
  ///
  /// UTF-8 keeps the order of scalars, so comparing the bytes compares scalar by scalar.
  static func fold(_ text: some Collection<UInt8>, into arena: inout [UInt8]) {
    let start = arena.count
    for byte in text {
      guard byte < 0x80 else {
        arena.removeSubrange(start...)
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
          arena.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
        }
        return
      }
      arena.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
    }
  }

  /// A text with each scalar in lower case.
  static func folded(_ text: some Collection<UInt8>) -> [UInt8] {
    var arena: [UInt8] = []
    fold(text, into: &arena)
    return arena
  }

  /// The number that a text writes in decimal digits; `nil` when it writes none.
  static func number(_ text: [UInt8]) -> Double? {
    let isDecimal = text.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "e"), UInt8(ascii: "E"):
        true
      default: false
      }
    }
    guard isDecimal, let number = Double(String(decoding: text, as: UTF8.self)) else { return nil }
    return number.isFinite ? number : nil
  }
}
