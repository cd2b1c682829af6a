/// Reads the source of a pattern.
struct PatternParser {
  /// The most times that a repeat may ask for.
  static let mostRepeats = 1_000
  /// The most groups inside each other.
  static let mostNested = 100

  let scalars: [Unicode.Scalar]
  var offset = 0
  private var depth = 0

  init(_ source: String) {
    scalars = Array(source.unicodeScalars)
  }

  mutating func parse() throws(SyntaxError) -> PatternNode {
    let node = try alternatives()
    guard offset == scalars.count else {
      throw SyntaxError(
        message: "expected \"(\" before \")\": open the group, or write \"\\)\" for the character",
        offset: offset
      )
    }
    return try node.withoutAnchors()
  }

  /// The scalar at the place reached; `nil` at the end.
  var next: Unicode.Scalar? { offset < scalars.count ? scalars[offset] : nil }

  func scalar(at offset: Int) -> Unicode.Scalar? {
    offset < scalars.count ? scalars[offset] : nil
  }

  mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    offset += 1
    return true
  }

  private mutating func alternatives() throws(SyntaxError) -> PatternNode {
    var branches = [try sequence()]
    while skip("|") { branches.append(try sequence()) }
    return branches.count == 1 ? branches[0] : .alternatives(branches)
  }

  private mutating func sequence() throws(SyntaxError) -> PatternNode {
    var items: [PatternNode] = []
    while let scalar = next, scalar != "|", scalar != ")" {
      let start = offset
      let item = try atom(scalar)
      items.append(try repeated(item, from: start))
    }
    return .sequence(items)
  }

  private mutating func atom(_ scalar: Unicode.Scalar) throws(SyntaxError) -> PatternNode {
    switch scalar {
    case "(": return try group()
    case "[": return .set(try characterClass())
    case "\\": return .set(try escape())
    case ".":
      offset += 1
      return .set(.any)
    case "^", "$":
      offset += 1
      return .anchor(isStart: scalar == "^", offset: offset - 1)
    case "*", "+", "?":
      throw SyntaxError(
        message: "expected something to repeat before \"\(scalar)\": write \"\\\(scalar)\" for the "
          + "character",
        offset: offset
      )
    case "{":
      throw SyntaxError(
        message: "expected something to repeat before \"{\": write \"\\{\" for the character",
        offset: offset
      )
    default:
      offset += 1
      return .set(ScalarSet(scalar))
    }
  }

  private mutating func group() throws(SyntaxError) -> PatternNode {
    let start = offset
    try refuseSpecialGroup()
    offset += 1
    if skip("?") { offset += 1 }
    guard depth < Self.mostNested else {
      throw SyntaxError(
        message: "expected at most \(Self.mostNested) groups inside each other: take the pattern "
          + "apart",
        offset: start
      )
    }
    depth += 1
    let body = try alternatives()
    depth -= 1
    guard skip(")") else {
      throw SyntaxError(
        message: "expected \")\" to close the group: close it, or write \"\\(\" for the character",
        offset: start
      )
    }
    return body
  }
}
