import PlumbModel
import PlumbText

/// Holds values to narrowings in the plainest way there is: what the checker is held against.
struct ReferenceNarrowing {
  private let narrowing: Narrowing
  private let regex: Regex<AnyRegexOutput>?

  init(_ narrowing: Narrowing) {
    self.narrowing = narrowing
    regex = narrowing.pattern.flatMap { try? Regex($0.source).matchingSemantics(.unicodeScalar) }
  }

  /// Whether a value of the documented kind keeps the narrowing; of a list, its length only.
  func admits(_ value: JSONNode.Value) -> Bool {
    switch value {
    case .string(let text): admits(text)
    case .number(let number): admits(number)
    case .boolean(let isTrue): narrowing.values.isEmpty || narrowing.values.contains("\(isTrue)")
    case .array(let items): admits(length: items.count)
    default: true
    }
  }

  private func admits(_ text: String) -> Bool {
    let isListed = narrowing.values.contains { $0.utf8.elementsEqual(text.utf8) }
    if !narrowing.values.isEmpty, !isListed { return false }
    if let regex, text.wholeMatch(of: regex) == nil { return false }
    return admits(length: text.unicodeScalars.count)
  }

  private func admits(_ number: JSONNumber) -> Bool {
    if let least = narrowing.minimum, number < least { return false }
    if let most = narrowing.maximum, most < number { return false }
    return narrowing.values.isEmpty
      || narrowing.values.contains { JSONNumber($0) == number }
  }

  private func admits(length: Int) -> Bool {
    length >= narrowing.minimumLength ?? 0 && length <= narrowing.maximumLength ?? .max
  }

  /// The index of the first item that equals an earlier one; `nil` when none does or may.
  func firstRepeat(in items: [JSONNode]) -> Int? {
    guard narrowing.isUnique else { return nil }
    return items.indices.first { index in
      items[..<index].contains { Self.isSame($0.value, items[index].value) }
    }
  }

  private static func isSame(_ left: JSONNode.Value, _ right: JSONNode.Value) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.boolean(let one), .boolean(let two)): one == two
    case (.number(let one), .number(let two)): one == two
    case (.string(let one), .string(let two)): one.utf8.elementsEqual(two.utf8)
    case (.array(let one), .array(let two)):
      one.count == two.count && zip(one, two).allSatisfy { isSame($0.value, $1.value) }
    case (.object(let one), .object(let two)):
      Set(one.map(\.name)) == Set(two.map(\.name))
        && one.allSatisfy { member in
          let mine = one.last { $0.name == member.name }
          let other = two.last { $0.name == member.name }
          guard let mine, let other else { return false }
          return isSame(mine.value.value, other.value.value)
        }
    default: false
    }
  }
}
