extension PatternParser {
  /// Reads the repeat after an item, if there is one.
  mutating func repeated(
    _ item: PatternNode,
    from start: Int
  ) throws(SyntaxError) -> PatternNode {
    let mark = offset
    guard let (least, most) = try bounds() else { return item }
    if case .anchor = item {
      throw SyntaxError(
        message: "expected something to repeat before \"\(text(mark..<offset))\", found "
          + "\"\(text(start..<mark))\": leave one of them out",
        offset: mark
      )
    }
    let sign = text(mark..<offset)
    switch next {
    case "?":
      throw SyntaxError(
        message: "lazy repeat \"\(sign)?\" cannot be used in a pattern: write \"\(sign)\", which "
          + "matches the same whole values",
        offset: mark
      )
    case "+":
      throw SyntaxError(
        message: "possessive repeat \"\(sign)+\" cannot be used in a pattern: write \"\(sign)\"",
        offset: mark
      )
    case "*", "{":
      throw SyntaxError(
        message: "expected one repeat, found another after \"\(sign)\": put the first in a group, "
          + "as in \"(a\(sign))*\"",
        offset: offset
      )
    default:
      return .repetition(item, least: least, most: most)
    }
  }

  private mutating func bounds() throws(SyntaxError) -> (least: Int, most: Int?)? {
    switch next {
    case "*":
      offset += 1
      return (0, nil)
    case "+":
      offset += 1
      return (1, nil)
    case "?":
      offset += 1
      return (0, 1)
    case "{":
      return try counted()
    default:
      return nil
    }
  }

  /// Reads `{n}`, `{n,}` or `{n,m}`.
  private mutating func counted() throws(SyntaxError) -> (least: Int, most: Int?) {
    let start = offset
    offset += 1
    let least = try count(in: start)
    var most: Int? = least
    if skip(",") { most = next == "}" ? nil : try count(in: start) }
    guard let least, skip("}") else { throw malformed(start) }
    guard let most else { return (least, nil) }
    guard least <= most else {
      throw SyntaxError(
        message: "expected the smaller count first, found \"{\(least),\(most)}\": write "
          + "\"{\(most),\(least)}\"",
        offset: start
      )
    }
    return (least, most)
  }

  private mutating func count(in start: Int) throws(SyntaxError) -> Int? {
    let first = offset
    while let digit = next, (0x30...0x39).contains(digit.value) { offset += 1 }
    guard offset > first else {
      if next == "," { return nil }
      throw malformed(start)
    }
    guard let value = Int(text(first..<offset)), value <= Self.mostRepeats else {
      throw SyntaxError(
        message: "expected at most \(Self.mostRepeats) repeats, found \(text(first..<offset)): "
          + "use a smaller count, or \"*\"",
        offset: first
      )
    }
    return value
  }

  private func malformed(_ start: Int) -> SyntaxError {
    SyntaxError(
      message: "expected a repeat such as \"{2}\", \"{2,}\" or \"{0,2}\": write \"\\{\" for the "
        + "character",
      offset: start
    )
  }

  /// The source of a stretch.
  func text(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }
}
