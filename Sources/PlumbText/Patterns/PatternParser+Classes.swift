extension PatternParser {
  /// Reads a class from its opening bracket on.
  mutating func characterClass() throws(SyntaxError) -> ScalarSet {
    let start = offset
    offset += 1
    let isNegated = skip("^")
    var ranges: [ClosedRange<UInt32>] = []
    while next != "]" {
      guard next != nil else {
        throw SyntaxError(
          message: "expected \"]\" to close the class: close it, or write \"\\[\" for the "
            + "character",
          offset: start
        )
      }
      ranges += try classItem()
    }
    offset += 1
    guard !ranges.isEmpty else {
      throw SyntaxError(
        message: "expected characters in the class \"\(text(start..<offset))\": write \"\\]\" for "
          + "\"]\"",
        offset: start
      )
    }
    let set = ScalarSet(ranges)
    return isNegated ? set.complement : set
  }

  /// Reads a character, a range of them, or an escape such as `\d`.
  private mutating func classItem() throws(SyntaxError) -> [ClosedRange<UInt32>] {
    let start = offset
    let first = try classMember()
    let isRange = next == "-" && scalar(at: offset + 1).map { $0 != "]" } == true
    guard isRange else { return first.ranges }
    offset += 1
    let last = try classMember()
    guard let low = first.only, let high = last.only else {
      throw SyntaxError(
        message:
          "expected single characters around \"-\", found \"\(text(start..<offset))\": write "
          + "\"\\-\" for the character",
        offset: start
      )
    }
    guard low <= high else {
      throw SyntaxError(
        message:
          "expected the lower character first, found \"\(text(start..<offset))\": swap them, "
          + "or write \"\\-\" for the character",
        offset: start
      )
    }
    return [low...high]
  }

  private mutating func classMember() throws(SyntaxError) -> ScalarSet {
    if next == "\\" { return try escape() }
    if next == "[", let sign = scalar(at: offset + 1), [":", ".", "="].contains(sign) {
      throw SyntaxError(
        message: "POSIX class \"[\(sign)\" cannot be used in a pattern: write the characters, such "
          + "as \"a-z\"",
        offset: offset
      )
    }
    guard let scalar = next else { return ScalarSet([]) }
    offset += 1
    return ScalarSet(scalar)
  }
}

extension ScalarSet {
  /// The scalar, when there is one only.
  fileprivate var only: UInt32? {
    guard ranges.count == 1, ranges[0].count == 1 else { return nil }
    return ranges[0].lowerBound
  }
}
