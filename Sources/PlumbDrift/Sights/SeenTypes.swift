import PlumbChecking

/// Which types values had.
struct SeenTypes: Hashable {
  /// The notation's words, without `null`.
  let kinds: Set<String>

  /// Whether `null` was among them.
  let hasNull: Bool

  init(_ value: ObservedValue) {
    hasNull = value.nulls > 0
    kinds = Set(Self.counts(value).filter { $0.count > 0 }.map(\.word))
  }

  /// Whether all types of others are among these; an integer is a number too.
  func holds(_ other: SeenTypes) -> Bool {
    other.kinds.allSatisfy { kinds.contains($0) || $0 == "integer" && kinds.contains("number") }
  }

  /// The types in words, each with its count where they are several.
  func words(of value: ObservedValue) -> String {
    let counts = Self.counts(value).filter { $0.count > 0 }
    let all = counts + (hasNull ? [(word: "null", count: value.nulls)] : [])
    guard all.count > 1 else { return all.first?.word ?? "nothing" }
    return all.map { "\($0.word) (\($0.count))" }.joined(separator: ", ")
  }

  private static func counts(_ value: ObservedValue) -> [(word: String, count: Int)] {
    // Where fractions are, integers are numbers like them.
    let isNumber = value.fractions > 0
    return [
      (word: "boolean", count: value.booleans),
      (word: "integer", count: isNumber ? 0 : value.integers),
      (word: "number", count: isNumber ? value.integers + value.fractions : 0),
      (word: "string", count: value.strings),
      (word: "object", count: value.objects),
      (word: "list", count: value.lists),
    ]
  }
}
