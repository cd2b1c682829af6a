import PlumbChecking
import PlumbModel
import PlumbText
import Testing

@Suite struct BodyRuleTests {
  private static let type = Tables.object([
    "a": Tables.string, "b?": Tables.list(Tables.integer), "c?": Tables.any,
  ])

  private static let conforming = #"{"a": "one", "b": [1, 2], "c": {"d": "e"}}"#

  /// A body that breaks the text itself.
  struct Broken: Sendable, CustomTestStringConvertible {
    var rule: String
    var body: [UInt8]
    var pointer: String
    var offset: Int
    var message: String

    init(_ rule: String, _ body: [UInt8], _ pointer: String, _ offset: Int, _ message: String) {
      self.rule = rule
      self.body = body
      self.pointer = pointer
      self.offset = offset
      self.message = message
    }

    init(_ rule: String, _ body: String, _ pointer: String, _ offset: Int, _ message: String) {
      self.init(rule, Array(body.utf8), pointer, offset, message)
    }

    var testDescription: String { String(decoding: body.prefix(60), as: UTF8.self) }
  }

  private static let notJSON = "the body is documented as JSON, the API sends "
  private static let cut = "the body is documented as JSON, it ends before its value does"
  private static let more = "the body is documented as one JSON value, more text follows it"

  static let broken: [Broken] = [
    Broken("body-not-json", "", "", 0, notJSON + "an empty body"),
    Broken("body-not-json", " \n", "", 0, notJSON + "an empty body"),
    Broken("body-not-json", "<html>", "", 0, notJSON + "\"<html>\""),
    Broken("body-not-json", #"{"a": "x",}"#, "/a", 10, notJSON + "\"}\""),
    Broken("body-not-json", #"{"a": "x" "b": []}"#, "/a", 10, notJSON + "\"\"b\":\""),
    Broken("body-not-json", #"{"a": 'x'}"#, "/a", 6, notJSON + "\"'x'}\""),
    Broken("body-not-json", #"{"a": "x", "b": [01]}"#, "/b/0", 18, notJSON + "\"1]}\""),
    Broken("body-not-json", #"{"a": "x", "b": [NaN]}"#, "/b/0", 17, notJSON + "\"NaN]}\""),
    Broken("body-not-json", #"{"a": "\x"}"#, "/a", 7, notJSON + #""\x"}""#),
    Broken(
      "body-not-json",
      "{\"a\": \"\u{1}\"}",
      "/a",
      7,
      notJSON + "the control character U+0001"
    ),
    Broken("body-not-json", #"{a: "x"}"#, "", 1, notJSON + "\"a:\""),
    Broken("body-truncated", #"{"a": "x", "b": [1, 2"#, "/b/1", 21, cut),
    Broken("body-truncated", #"{"a": "x"#, "/a", 8, cut),
    Broken("body-truncated", #"{"a": "x\u00"#, "/a", 12, cut),
    Broken("body-truncated", #"{"a": "x", "c": tru"#, "/c", 19, cut),
    Broken("body-truncated", "{", "", 1, cut),
    Broken("body-trailing-text", #"{"a": "x"}{"a": "y"}"#, "", 10, more),
    Broken("body-trailing-text", #"{"a": "x"} ]"#, "", 11, more),
    Broken(
      "body-encoding",
      Array(#"{"a": "caf"#.utf8) + [0xe9] + Array(#""}"#.utf8),
      "/a",
      10,
      "the body is expected to be UTF-8, it holds the byte E9"
    ),
    Broken(
      "body-encoding",
      [0xef, 0xbb, 0xbf] + Array(#"{"a": "x"}"#.utf8),
      "",
      0,
      "the body is expected to be UTF-8, it holds a byte order mark"
    ),
    Broken(
      "body-lone-surrogate",
      #"{"a": "x", "c": {"d": "\udc00"}}"#,
      "/c/d",
      23,
      #"an escaped surrogate is expected to be one of a pair, `\udc00` stands alone"#
    ),
    Broken(
      "body-duplicate-member",
      #"{"a": "x", "c": {"d": 1, "\u0064": 2}}"#,
      "/c/d",
      26,
      "each member is expected once, a name stands twice in one object"
    ),
    Broken(
      "body-too-deep",
      #"{"a": "x", "c": "# + String(repeating: "[", count: 600),
      "/c"
        + String(repeating: "/0", count: 511),
      16 + 511,
      "the body is nested deeper than is read"
    ),
  ]

  @Test(arguments: broken)
  func `finds one break of the text as one finding at its place`(example: Broken) throws {
    #expect(try Checks.report(on: [Self.conforming], as: Self.type).findings == [])

    let good = Array(Self.conforming.utf8)
    let report = try Checks.report(on: [good, good, example.body], as: Self.type)

    #expect(report.findings.map(\.message) == [example.message])
    #expect(report.findings.map(\.rule) == [example.rule])
    #expect(report.findings.first?.places.map(\.recording) == ["2.json"])
    #expect(report.findings.first?.places.map(\.pointer) == [example.pointer])
    #expect(report.findings.first?.places.map(\.offset) == [example.offset])
  }

  @Test func `goes on after what is only unclear`() throws {
    let body = Array(#"{"a": "caf"#.utf8) + [0xe9] + Array(#"", "b": ["x"]}"#.utf8)

    let report = try Checks.report(on: [body], as: Self.type)

    #expect(report.findings.map(\.rule).sorted() == ["body-encoding", "field-type"])
  }

  @Test func `finds a duplicate among many members in little time`() throws {
    let members = (0..<20_000).map { "\"m\($0)\": 1" } + ["\"m7\": 1"]
    let body = #"{"a": "x", "c": {"# + members.joined(separator: ",") + "}}"

    let report = try Checks.report(on: [body], as: Self.type)

    #expect(report.findings.map(\.places.first?.pointer) == ["/c/m7"])
  }
}
