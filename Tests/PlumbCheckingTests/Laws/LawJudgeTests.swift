import PlumbModel
import PlumbText
import Testing

@testable import PlumbChecking

@Suite struct LawJudgeTests {
  /// A law with bodies that keep to it, and one that breaks it at a pointer.
  struct Case: Sendable, CustomTestStringConvertible {
    var law: String
    var good: [String]
    var bad: String
    var pointer: String
    /// The bytes that the finding points at.
    var marked: String
    var count = 1
    var of = 1
    var testDescription: String { "\(law) \(bad)" }
  }

  static let cases: [Case] = [
    Case(
      law: "a = b",
      good: [#"{"a": 1, "b": 1.0}"#, #"{"b": "x", "a": "\u0078"}"#],
      bad: #"{"a": "x", "b": "y"}"#,
      pointer: "/a",
      marked: "x"
    ),
    Case(
      law: "a = 5",
      good: [#"{"a": 5}"#, #"{"a": 50e-1}"#],
      bad: #"{"a": 6}"#,
      pointer: "/a",
      marked: "6"
    ),
    Case(
      law: #"a = "x""#,
      good: [#"{"a": "x"}"#],
      bad: #"{"a": "y"}"#,
      pointer: "/a",
      marked: "y"
    ),
    Case(
      law: "a <= b",
      good: [#"{"a": 2, "b": 2}"#, #"{"a": -2.5, "b": 1e1}"#, #"{"a":"A","b":"a"}"#],
      bad: #"{"b": 1, "a": 1.5}"#,
      pointer: "/a",
      marked: "1.5"
    ),
    Case(
      law: "a < b",
      good: [#"{"a": 1, "b": 2}"#],
      bad: #"{"a": 2, "b": 2}"#,
      pointer: "/a",
      marked: "2"
    ),
    Case(
      law: "n[] <= 10",
      good: [#"{"n": [1, 10]}"#],
      bad: #"{"n": [10, 11, 3, 12]}"#,
      pointer: "/n/1",
      marked: "11",
      count: 2,
      of: 4
    ),
    Case(
      law: "a[].id within b[].id",
      good: [
        #"{"a": [{"id": 2}], "b": [{"id": 1}, {"id": 2}]}"#, #"{"a": [], "b": []}"#,
        #"{"b": [{"id": "\u0041"}], "a": [{"id": "A"}, {"id": "A"}]}"#,
      ],
      bad: #"{"a": [{"id": 1}, {"id": 3}], "b": [{"id": 1}]}"#,
      pointer: "/a/1/id",
      marked: "3",
      of: 2
    ),
    Case(
      law: "a[] within b[]",
      good: [#"{"a": ["x"], "b": ["x", "y"]}"#],
      bad: #"{"a": ["x"], "b": []}"#,
      pointer: "/a/0",
      marked: "x"
    ),
    Case(
      law: "a[] apart from b[]",
      good: [#"{"a": ["x"], "b": ["y"]}"#, #"{"a": ["x"], "b": []}"#],
      bad: #"{"a": ["x", "y"], "b": ["y"]}"#,
      pointer: "/a/1",
      marked: "y",
      of: 2
    ),
    Case(
      law: #"a[] contains "x""#,
      good: [#"{"a": ["y", "x"]}"#],
      bad: #"{"a": ["y"]}"#,
      pointer: "/a",
      marked: "["
    ),
    Case(
      law: "a[] contains b[]",
      good: [#"{"a": [1, 2], "b": [2]}"#, #"{"a": [1], "b": []}"#],
      bad: #"{"a": [], "b": [2]}"#,
      pointer: "/a",
      marked: "["
    ),
    Case(
      law: "a[].id unique",
      good: [#"{"a": [{"id": 1}, {"id": "1"}]}"#],
      bad: #"{"a": [{"id": 10}, {"id": 2}, {"id": 1e1}]}"#,
      pointer: "/a/2/id",
      marked: "1e1",
      of: 3
    ),
    Case(
      law: "a[] at most 2",
      good: [#"{"a": [{}, {}]}"#, #"{"a": []}"#],
      bad: #"{"a": [{}, null, [], {}]}"#,
      pointer: "/a/2",
      marked: "[",
      of: 4
    ),
    Case(
      law: "a[].id more than 1",
      good: [#"{"a": [{"id": 1}, {"id": 1}]}"#],
      bad: #"{"a": [{"id": 1}]}"#,
      pointer: "/a",
      marked: "["
    ),
    Case(
      law: "each a, x <= y",
      good: [#"{"a": [{"x": 1, "y": 1}, {"y": 2, "x": 1}]}"#],
      bad: #"{"a": [{"x": 1, "y": 9}, {"x": 2, "y": 1}, {"x": 3, "y": 1}]}"#,
      pointer: "/a/1/x",
      marked: "2",
      count: 2,
      of: 3
    ),
    Case(
      law: "each $, x = y",
      good: [#"[{"x": 1, "y": 1}]"#],
      bad: #"[{"x": 1, "y": 2}]"#,
      pointer: "/0/x",
      marked: "1"
    ),
    Case(
      law: "each a[].b, x = y",
      good: [#"{"a": [{"b": [{"x": 1, "y": 1}]}]}"#],
      bad: #"{"a": [{"b": []}, {"b": [{"x": 1, "y": 1}, {"x": 1, "y": 2}]}]}"#,
      pointer: "/a/1/b/1/x",
      marked: "1",
      of: 2
    ),
    Case(
      law: "each a, t.few[].id within t.full[].id",
      good: [#"{"a": [{"t": {"few": [{"id": 1}], "full": [{"id": 1}]}}]}"#],
      bad: """
        {"a": [{"t": {"full": [{"id": 1}, {"id": 2}], "few": [{"id": 1}]}},
               {"t": {"full": [{"id": 1}], "few": [{"id": 2}]}}]}
        """,
      pointer: "/a/1/t/few/0/id",
      marked: "2",
      of: 2
    ),
    Case(
      law: "each a, n[] at most 1",
      good: [#"{"a": [{"n": [1]}, {"n": []}]}"#],
      bad: #"{"a": [{"n": [1]}, {"n": [2, 3]}]}"#,
      pointer: "/a/1/n/1",
      marked: "3",
      of: 2
    ),
    Case(
      law: "each a, n[] unique",
      good: [#"{"a": [{"n": [1, 2]}, {"n": [1]}]}"#],
      bad: #"{"a": [{"n": [1, 2]}, {"n": [3, 3]}]}"#,
      pointer: "/a/1/n/1",
      marked: "3",
      of: 2
    ),
    Case(
      law: "each a, n[] more than 1",
      good: [#"{"a": [{"n": [1, 1]}]}"#],
      bad: #"{"a": [{"n": [1, 2]}, {"n": [3]}]}"#,
      pointer: "/a/1/n",
      marked: "[",
      of: 2
    ),
    Case(
      law: "each a, n[] apart from m[]",
      good: [#"{"a": [{"n": [1], "m": [2]}, {"n": [2], "m": [1]}]}"#],
      bad: #"{"a": [{"n": [1], "m": [2]}, {"n": [2, 3], "m": [3]}]}"#,
      pointer: "/a/1/n/1",
      marked: "3",
      of: 2
    ),
    Case(
      law: #"each a, n[] contains "x""#,
      good: [#"{"a": [{"n": ["y", "x"]}]}"#],
      bad: #"{"a": [{"n": ["x"]}, {"n": []}]}"#,
      pointer: "/a/1/n",
      marked: "[",
      of: 2
    ),
    Case(
      law: "each a, x < y",
      good: [#"{"a": [{"x": 1, "y": 2}]}"#],
      bad: #"{"a": [{"x": 2, "y": 2}]}"#,
      pointer: "/a/0/x",
      marked: "2"
    ),
    Case(
      law: "['a/b~'] = 1",
      good: [#"{"a/b~": 1}"#],
      bad: #"{"a\/b\u007e": 2}"#,
      pointer: "/a~1b~0",
      marked: "2"
    ),
  ]

  @Test(arguments: cases)
  func `keeps silent while a law holds`(sample: Case) throws {
    let api = try RelationSample.law(sample.law)

    for body in sample.good {
      #expect(try api.laws(body).findings == [], "\(body)")
    }
  }

  @Test(arguments: cases)
  func `finds a broken law once, at the value that breaks it`(sample: Case) throws {
    let verdict = try RelationSample.law(sample.law).laws(sample.bad)

    #expect(verdict.findings.map(\.finding.pointer) == [sample.pointer])
    let found = try #require(verdict.findings.first)
    let range = try #require(found.finding.range)
    #expect(String(decoding: Array(sample.bad.utf8)[range], as: UTF8.self) == sample.marked)
    #expect([found.count, found.of] == [sample.count, sample.of])
    #expect(found.finding.rule == .law)
    #expect(found.finding.law == "it")
    #expect(verdict.exercised == [1])
  }

  @Test(arguments: [
    ("a = b", #"{"a": 1}"#), ("a = b", #"{"b": 1}"#), ("a = b", #"{"a": null, "b": 1}"#),
    ("a <= b", #"{"a": 1}"#), ("a <= b", #"{"a": 9, "b": "1"}"#), ("a = b", #"{"a": 1, "b": "1"}"#),
    ("a[] within b[]", #"{"a": [1]}"#), ("a[].id within b[].id", #"{"a": [{"id": 1}], "b": [{}]}"#),
    ("a[].id within b[].id", #"{"a": [{}], "b": [{"id": 1}]}"#),
    ("a[] apart from b[]", #"{"a": [1]}"#), (#"a[] contains "x""#, "{}"),
    (#"a[].c contains "x""#, #"{"a": [{}]}"#), ("a[] unique", "{}"), ("a[] at most 0", "{}"),
    ("a[] more than 0", "{}"), ("each a, x = y", #"{"a": []}"#), ("each a, x = y", #"{"a": [{}]}"#),
  ])
  func `does not judge what is absent or of another kind`(law: String, body: String) throws {
    let verdict = try RelationSample.law(law).laws(body)

    #expect(verdict.findings == [])
    #expect(verdict.exercised == [0])
  }

  @Test func `holds items to the request's parameter`() throws {
    let api = try RelationSample.law("each a, g.code = {p}")
    let body = #"{"a": [{"g": {"code": "x y"}}, {"g": {"code": "z"}}, {"g": {}}]}"#

    let verdict = try api.laws(body, ["p": "x y"])
    #expect(
      verdict.findings.map(\.finding.message) == [
        """
        the law `it` promises `each a, g.code = {p}`, `g.code` is "z", not "x y"
        """
      ]
    )
    #expect(verdict.findings.map(\.finding.pointer) == ["/a/1/g/code"])
    #expect(verdict.findings.map(\.finding.field) == ["/a/*/g/code"])
    #expect(verdict.findings.map { [$0.count, $0.of] } == [[1, 2]])
  }

  @Test(arguments: [[:], ["p": ""]] as [KeyValuePairs<String, String>])
  func `promises nothing of a filter that is not used`(
    parameters: KeyValuePairs<String, String>
  ) throws {
    let verdict = try RelationSample.law("each a, code = {p}").laws(
      #"{"a": [{"code": "z"}]}"#,
      parameters
    )

    #expect(verdict.findings == [])
    #expect(verdict.exercised == [0])
  }

  @Test func `compares a parameter with numbers by value`() throws {
    let api = try RelationSample.law("each a, code = {p}")

    #expect(try api.laws(#"{"a": [{"code": 15}]}"#, ["p": "15.0"]).findings == [])
    #expect(try api.laws(#"{"a": [{"code": 15}]}"#, ["p": "16"]).findings.count == 1)
  }

  @Test func `takes a list of a parameter apart`() throws {
    let api = try RelationSample.law("each a, code within {list}")

    #expect(try api.laws(#"{"a": [{"code": "y"}]}"#, ["list": "x,y"]).findings == [])
    #expect(
      try api.laws(#"{"a": [{"code": "z"}]}"#, ["list": "x,y"]).findings.map(\.finding.expected)
        == [#"one of "x", "y""#]
    )
  }

  @Test func `finds a filter that an item without values breaks`() throws {
    let api = try RelationSample.law("each a, g[].c.code contains {p}")
    let body = #"{"a": [{"g": [{"c": {"code": "1"}}]}, {"g": []}, {}]}"#

    let verdict = try api.laws(body, ["p": "1"])
    #expect(verdict.findings.map(\.finding.pointer) == ["/a/1/g"])
    #expect(
      verdict.findings.map(\.finding.message) == [
        """
        the law `it` promises `each a, g[].c.code contains {p}`, `g[].c.code` has no value, not \
        "1" among its values
        """
      ]
    )
  }

  @Test func `judges pay that is only partly there`() throws {
    let api = try RelationSample.law("each data, pay.low <= pay.median")
    let body = """
      {"data": [{}, {"pay": {}}, {"pay": {"low": 5}}, {"pay": {"median": 1}},
      {"pay": {"median": 40000.5, "low": 40000.50}}]}
      """

    let verdict = try api.laws(body)
    #expect(verdict.findings == [])
    #expect(verdict.exercised == [1])
    #expect(
      try api.laws(#"{"data": [{}, {"pay": {"low": 5, "median": 4}}]}"#).findings.map {
        "\($0.finding.pointer) \($0.finding.message) \($0.count)/\($0.of)"
      } == [
        """
        /data/1/pay/low the law `it` promises `each data, pay.low <= pay.median`, `pay.low` is 5, \
        not at most 4 1/1
        """
      ]
    )
  }

  @Test func `finds a value among many`() throws {
    let api = try RelationSample.law("a[] within b[]")
    let many = (1...100).map(String.init).joined(separator: ", ")

    #expect(try api.laws(#"{"a": [\#(many)], "b": [\#(many)]}"#).findings == [])
    let found = try api.laws(#"{"a": [7, 101], "b": [\#(many)]}"#).findings
    #expect(found.map(\.finding.expected) == ["one of 1, 2, 3 and 97 more"])
  }
}
