import PlumbModel
import PlumbText
import Testing

@testable import PlumbChecking

@Suite struct SessionLawTests {
  /// Two operations, the first of which has one law.
  private static func api(_ law: String, isPaged: Bool = false) throws -> RelationSample {
    try RelationSample(
      """
        part:
          get: /part
          query:
            p?: string
            start?: integer = 1
            end?: integer = start + 19
          response:
            start?: integer
            end?: integer
            total?: integer
            next?: string
            item?:
              - code?: integer
                text?: string
      \(isPaged ? "    pages: item" : "")
          laws:
            it: '\(law)'
        all:
          get: /all
          response: any
      """,
      api: "paging:\n  window: { start: start, end: end, total: total, next: next }\n"
    )
  }

  /// A law over two operations with what the other one and its own exchange hold.
  struct Case: Sendable, CustomTestStringConvertible {
    var law: String
    var own = "{}"
    var good: String
    var bad: String
    /// The page, the pointer and what is found.
    var found: String
    var testDescription: String { law }
  }

  static let cases: [Case] = [
    Case(
      law: "item[].code within (all).x[].code",
      own: #"{"item": [{"code": 1}, {"code": 2}]}"#,
      good: #"{"x": [{"code": 2.0}, {"code": 1}, {"code": 3}]}"#,
      bad: #"{"x": [{"code": 1}]}"#,
      found: "0 /item/1/code 2 1/2"
    ),
    Case(
      law: "item[].code within (all)[].code",
      own: #"{"item": [{"code": 1}]}"#,
      good: #"[{"code": 1}]"#,
      bad: "[]",
      found: "0 /item/0/code 1 1/1"
    ),
    Case(
      law: "each item, code within (all)[].code",
      own: #"{"item": [{"code": 1}]}"#,
      good: #"[{"code": 1}]"#,
      bad: #"[{"code": 2}]"#,
      found: "0 /item/0/code 1 1/1"
    ),
    Case(
      law: "item[].text apart from (all).x[]",
      own: #"{"item": [{"text": "\u0041"}]}"#,
      good: #"{"x": ["B"]}"#,
      bad: #"{"x": ["B", "A"]}"#,
      found: #"0 /item/0/text "A" 1/1"#
    ),
    Case(
      law: "(all).x[] contains item[].code",
      own: #"{"item": [{"code": 4}]}"#,
      good: #"{"x": [4]}"#,
      bad: #"{"x": [5]}"#,
      found: "0 /item/0/code others 1/1"
    ),
    Case(
      law: "(all).x[] contains {p}",
      good: #"{"x": [7]}"#,
      bad: #"{"x": [8, 9]}"#,
      found: "0  others 1/1"
    ),
    Case(
      law: "item[].code <= (all).most",
      own: #"{"item": [{"code": 1}, {"code": 9}]}"#,
      good: #"{"most": 9}"#,
      bad: #"{"most": 8.5}"#,
      found: "0 /item/1/code 9 1/1"
    ),
    Case(
      law: "total = (all).total",
      own: #"{"total": 3}"#,
      good: #"{"total": 3}"#,
      bad: #"{"total": 4}"#,
      found: "0 /total 3 1/1"
    ),
    Case(
      law: "each item, text contains (all)[]",
      own: #"{"item": [{"text": "A"}, {"code": 1}, {"text": "A"}]}"#,
      good: #"["A"]"#,
      bad: #"["A", "B"]"#,
      found: "0 /item/0/text others 2/2"
    ),
    Case(
      law: "{p} within (all)[]",
      good: "[6, 7]",
      bad: "[6]",
      found: #"0  7 1/1"#
    ),
    Case(
      law: "(all).total <= 5",
      good: #"{"total": 5}"#,
      bad: #"{"total": 6}"#,
      found: "1 /total 6 1/1"
    ),
    Case(
      law: "each item, code < (all).most",
      own: #"{"item": [{"code": 1}, {"code": 8}]}"#,
      good: #"{"most": 9}"#,
      bad: #"{"most": 8}"#,
      found: "0 /item/1/code 8 1/1"
    ),
    Case(
      law: "(all).x[].a[].id unique",
      good: #"{"x": [{"a": [{"id": 1}]}, {"a": [{"id": 2}]}]}"#,
      bad: #"{"x": [{"a": [{"id": 1}]}, {"a": [{"id": 2}, {"id": 1}]}]}"#,
      found: "1 /x/1/a/1/id 1 1/3"
    ),
    Case(
      law: "(all).x[] more than 1",
      good: #"{"x": [{}, {}]}"#,
      bad: #"{"x": [{}]}"#,
      found: "1 /x 1 value 1/1"
    ),
    Case(
      law: "(all).x[] at most 1",
      good: #"{"x": []}"#,
      bad: #"{"x": [{}, {}]}"#,
      found: "1 /x 2 values 1/1"
    ),
  ]

  private static func lines(_ verdict: SessionVerdict) -> [String] {
    verdict.findings.map {
      let finding = $0.finding.finding
      return
        "\(finding.page) \(finding.pointer) \(finding.found) \($0.finding.count)/\($0.finding.of)"
    }
  }

  @Test(arguments: cases)
  func `holds one operation to another's whole listing`(sample: Case) throws {
    let api = try Self.api(sample.law)
    let own = try api.page(of: 0, sample.own, ["p": "7"], chain: 0)

    let good = api.session([own, try api.page(of: 1, sample.good, chain: 1)])
    #expect(Self.lines(good) == [])
    #expect(good.exercised == [1])
    let bad = api.session([own, try api.page(of: 1, sample.bad, chain: 1)])
    #expect(Self.lines(bad) == [sample.found])
    #expect(bad.exercised == [1])
  }

  @Test(arguments: cases)
  func `never exercises a law whose other side is missing, partial or filtered`(
    sample: Case
  ) throws {
    let api = try Self.api(sample.law)
    let own = try api.page(of: 0, sample.own, ["p": "7"], chain: 0)
    let partial = try api.page(of: 1, sample.bad, chain: 1, isComplete: false)
    let filtered = try api.page(of: 1, sample.bad, chain: 1, isUnfiltered: false)

    for pages in [[own], [own, partial], [own, filtered]] {
      let verdict = api.session(pages)
      #expect(verdict == SessionVerdict(exercised: [0]))
      #expect(api.book.neverExercised(verdict.exercised, api.contracts) == ["part.it"])
    }
  }

  @Test func `does not hold values against a listing in which some are missing`() throws {
    let api = try Self.api("item[].code within (all)[].code")
    let own = try api.page(of: 0, #"{"item": [{"code": 1}]}"#, chain: 0)
    let other = try api.page(of: 1, #"[{}, {"code": 2}]"#, chain: 1)

    #expect(api.session([own, other]) == SessionVerdict(exercised: [0]))
  }

  @Test func `puts the pages of a chain together`() throws {
    let api = try Self.api("item[].code unique", isPaged: true)
    let pages = [
      try api.page(of: 0, #"{"item": [{"code": 1}, {"code": 2}]}"#, chain: 0),
      try api.page(of: 0, #"{"item": [{"code": 3}, {"code": 1}]}"#, chain: 0),
      try api.page(of: 0, #"{"item": [{"code": 3}]}"#, chain: 1),
    ]

    #expect(Self.lines(api.session(pages)) == ["1 /item/1/code 1 1/5"])
    #expect(api.session(pages).exercised == [2])
    #expect(Self.lines(api.session(Array(pages.dropFirst()))) == [])
  }

  @Test func `counts a whole chain`() throws {
    let api = try Self.api("(part).item[].code more than 3", isPaged: true)
    let first = try api.page(of: 0, #"{"item": [{"code": 1}, {"code": 2}]}"#, chain: 0)
    let second = try api.page(of: 0, #"{"item": [{"code": 3}, {"code": 4}]}"#, chain: 0)
    let short = try api.page(of: 0, #"{"item": [{"code": 3}]}"#, chain: 0)

    #expect(Self.lines(api.session([first, second])) == [])
    #expect(
      api.session([first, short]).findings.map(\.finding.finding.message) == [
        """
        the law `it` promises `(part).item[].code more than 3`, there are 3 values
        """
      ]
    )
  }

  @Test func `leaves no finding within the exchange for a law over listings`() throws {
    let api = try Self.api("item[].code unique", isPaged: true)

    let verdict = try api.laws(#"{"item": [{"code": 1}, {"code": 1}]}"#)
    #expect(verdict.findings == [])
    #expect(verdict.exercised == [0])
  }
}
