import PlumbText

/// A range as written: `1..5`, `1..`, `..5`.
struct RangeText {
  let start: Int
  let lower: String?
  let upper: String?

  /// Reads the range that stands next.
  init(_ scanner: inout NotationScanner) throws(NotationProblem) {
    start = scanner.offset
    let text = scanner.run { ("0"..."9").contains($0) || "+-.eE".unicodeScalars.contains($0) }
    let scalars = Array(text.unicodeScalars)
    let middle = scalars.indices.dropLast().first { scalars[$0] == "." && scalars[$0 + 1] == "." }
    guard let middle else {
      throw scanner.fail(
        text.isEmpty ? "a range was expected" : "`\(text)` is no range",
        at: start,
        remedy: "a range is written `1..5`, `1..` or `..5`"
      )
    }
    let before = SourceText.string(scalars[..<middle])
    let after = SourceText.string(scalars[(middle + 2)...])
    lower = before.isEmpty ? nil : before
    upper = after.isEmpty ? nil : after
    guard lower != nil || upper != nil else {
      throw scanner.fail("`..` has no bound", at: start)
    }
  }

  /// The bounds as numbers.
  func numbers(_ scanner: NotationScanner) throws(NotationProblem) -> (JSONNumber?, JSONNumber?) {
    let least = try bound(lower, scanner)
    let most = try bound(upper, scanner)
    if let least, let most, most < least {
      throw scanner.fail("the range ends before it begins", at: start)
    }
    return (least, most)
  }

  /// The bounds as counts of things.
  func counts(_ scanner: NotationScanner) throws(NotationProblem) -> (Int?, Int?) {
    let (least, most) = try numbers(scanner)
    for bound in [least, most] {
      if let bound, bound.integer.map({ $0 < 0 }) ?? true {
        throw scanner.fail("`\(bound.text)` is no count: a whole number from 0", at: start)
      }
    }
    return (least?.integer, most?.integer)
  }

  private func bound(
    _ text: String?,
    _ scanner: NotationScanner
  ) throws(NotationProblem) -> JSONNumber? {
    guard let text else { return nil }
    guard let number = JSONNumber(text) else {
      throw scanner.fail("`\(text)` is no number", at: start)
    }
    return number
  }
}
