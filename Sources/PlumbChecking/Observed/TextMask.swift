/// What all texts of one place have in common, character by character.
struct TextMask: Hashable, Sendable {
  /// What stands at one place.
  private enum Sign: Hashable {
    case digit
    case capital
    /// This very character.
    case literal(UInt8)
  }

  private var signs: [Sign]

  /// The mask of one text; `nil` when its characters are not those of codes.
  init?(_ text: [UInt8]) {
    guard (2...ObservationLimits.codeLength).contains(text.count) else { return nil }
    signs = []
    for byte in text {
      switch byte {
      case 0x30...0x39: signs.append(.digit)
      case 0x41...0x5A: signs.append(.literal(byte))
      case 0x21...0x2F, 0x3A...0x40, 0x5F: signs.append(.literal(byte))
      default: return nil
      }
    }
    guard signs.contains(.digit) else { return nil }
  }

  /// The mask of both; `nil` when they have no form in common.
  func merged(with other: TextMask) -> TextMask? {
    guard signs.count == other.signs.count else { return nil }
    var merged = self
    for (index, (one, two)) in zip(signs, other.signs).enumerated() where one != two {
      guard Self.isCapital(one), Self.isCapital(two) else { return nil }
      merged.signs[index] = .capital
    }
    return merged
  }

  private static func isCapital(_ sign: Sign) -> Bool {
    switch sign {
    case .capital: true
    case .literal(let byte): (0x41...0x5A).contains(byte)
    case .digit: false
    }
  }

  /// The pattern that the mask stands for.
  var pattern: String {
    var pattern = ""
    var index = 0
    while index < signs.count {
      var end = index
      while end < signs.count, signs[end] == signs[index] { end += 1 }
      let count = end - index
      let sign =
        switch signs[index] {
        case .digit: "\\d"
        case .capital: "[A-Z]"
        case .literal(let byte): Self.escaped(byte)
        }
      pattern += count <= 2 ? String(repeating: sign, count: count) : "\(sign){\(count)}"
      index = end
    }
    return pattern
  }

  private static func escaped(_ byte: UInt8) -> String {
    let sign = String(Unicode.Scalar(byte))
    let isPlain = (0x41...0x5A).contains(byte) || "_-,:;@#%&!=<>'\"".utf8.contains(byte)
    return isPlain ? sign : "\\" + sign
  }
}
