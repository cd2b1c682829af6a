import PlumbText

/// Gives types names that the notation can take, each once.
struct TypeNames {
  /// The words that mean something else where the name of a type may stand.
  private static let reserved: Set<String> = [
    "string", "integer", "number", "boolean", "object", "any", "list", "null", "none",
    "unspecified", "shared",
  ]

  private var taken: Set<String> = []

  /// Returns a name that is like a text: letters, digits, `_` and `-`, and no other type's.
  mutating func name(like text: String) -> String {
    var name = ""
    for scalar in text.unicodeScalars {
      let isKept = scalar.isASCII && (scalar.properties.isAlphabetic || isDigit(scalar))
      name += isKept || scalar == "_" || scalar == "-" ? String(scalar) : "_"
    }
    while name.hasSuffix("_") { name.removeLast() }
    if name.unicodeScalars.first.map({ isDigit($0) || $0 == "-" }) ?? true { name = "type_" + name }
    if Self.reserved.contains(name) { name += "_type" }
    var unique = name
    var number = 2
    while !taken.insert(unique).inserted {
      unique = "\(name)_\(number)"
      number += 1
    }
    return unique
  }

  private func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
}
