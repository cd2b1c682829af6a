/// Takes a path template apart.
struct PathTemplateParser {
  private let scalars: [Unicode.Scalar]
  private var names: Set<String> = []

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
  }

  mutating func parse() throws(SyntaxError) -> [PathTemplate.Segment] {
    guard scalars.first == "/" else {
      let text = string(0..<scalars.count)
      throw SyntaxError(
        message: "expected \"/\" at the start of a path: write \"/\(text)\"",
        offset: 0
      )
    }
    var segments: [PathTemplate.Segment] = []
    var start = 1
    for end in 1...scalars.count where end == scalars.count || scalars[end] == "/" {
      segments.append(try segment(start..<end))
      start = end + 1
    }
    return segments
  }

  private mutating func segment(
    _ range: Range<Int>
  ) throws(SyntaxError) -> PathTemplate.Segment {
    if let mark = range.first(where: { scalars[$0] == "?" || scalars[$0] == "#" }) {
      throw SyntaxError(
        message: "expected a path, found \"\(scalars[mark])\": parameters of the query do not "
          + "stand in the path",
        offset: mark
      )
    }
    guard let open = range.first(where: { scalars[$0] == "{" || scalars[$0] == "}" }) else {
      return .literal(decoded(range))
    }
    guard scalars[open] == "{" else {
      throw SyntaxError(
        message: "expected \"{\" before \"}\": open the brace, or write \"%7D\" for a literal "
          + "\"}\"",
        offset: open
      )
    }
    let name = try parameterName(after: open, in: range)
    let suffix = (name.upperBound + 1)..<range.upperBound
    if let second = suffix.first(where: { scalars[$0] == "{" || scalars[$0] == "}" }) {
      throw SyntaxError(
        message: "expected one parameter in a segment, found another brace after "
          + "\"{\(string(name))}\": put a \"/\" between parameters",
        offset: second
      )
    }
    return .parameter(
      string(name),
      prefix: decoded(range.lowerBound..<open),
      suffix: decoded(suffix)
    )
  }

  private mutating func parameterName(
    after open: Int,
    in range: Range<Int>
  ) throws(SyntaxError) -> Range<Int> {
    let rest = (open + 1)..<range.upperBound
    guard let close = rest.first(where: { scalars[$0] == "}" || scalars[$0] == "{" }),
      scalars[close] == "}"
    else {
      throw SyntaxError(
        message: "expected \"}\" after \"{\(string(rest))\": close the brace, or write \"%7B\" "
          + "for a literal \"{\"",
        offset: open
      )
    }
    let name = (open + 1)..<close
    guard !name.isEmpty else {
      throw SyntaxError(
        message: "expected a name between \"{\" and \"}\": write \"{name}\"",
        offset: open
      )
    }
    guard names.insert(string(name)).inserted else {
      throw SyntaxError(
        message: "expected each parameter once, found \"{\(string(name))}\" again: give it "
          + "another name",
        offset: open
      )
    }
    return name
  }

  private func string(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }

  private func decoded(_ range: Range<Int>) -> String {
    PercentEncoding.decode(string(range))
  }
}
