/// Small things that are done to the text of pages and addresses.
enum Text {
  /// The text without white space at its ends.
  static func trimmed(_ text: some StringProtocol) -> String {
    let end = text.lastIndex { !$0.isWhitespace }
    guard let start = text.firstIndex(where: { !$0.isWhitespace }), let end else { return "" }
    return String(text[start...end])
  }

  /// The text with single spaces for all its white space.
  static func collapsed(_ text: some StringProtocol) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The name, or when it is taken the name with the least number from 2 that is not.
  static func unique(_ name: String, isTaken: (String) -> Bool) -> String {
    var unique = name
    var number = 2
    while isTaken(unique) {
      unique = "\(name)_\(number)"
      number += 1
    }
    return unique
  }

  /// The text in lines of so many characters, as far as its words are not longer.
  static func wrapped(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= width {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }

  /// The text as a name: lower-case letters and digits of ASCII, with `_` between its words.
  ///
  /// - Parameter fallback: What an empty name is replaced with.
  static func name(_ text: some StringProtocol, fallback: String) -> String {
    let words = text.lowercased().unicodeScalars.split { scalar in
      !(scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)))
    }
    let name = words.map { String(Substring($0)) }.joined(separator: "_")
    return name.isEmpty ? fallback : name
  }
}
