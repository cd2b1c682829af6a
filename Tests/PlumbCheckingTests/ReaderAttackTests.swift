import PlumbChecking
import PlumbModel
import PlumbText
import Testing

/// What once misled a reader, or might.
@Suite struct ReaderAttackTests {
  private static let numbers = Tables.object(["a": Tables.list(Tables.integer)])

  /// The rules that a body breaks when this text follows it in its buffer, after a conforming body.
  private func rules(
    _ body: String,
    as type: FieldType,
    then rest: [UInt8],
    after good: String
  ) throws -> [String] {
    let checker = Checker(apis: [Tables.api], contracts: [try Tables.contract(type)])
    let extractor = checker.makeExtractor()
    Checks.read(Array(good.utf8), 0, extractor)
    Checks.read(Array(good.utf8), 0, extractor)
    Checks.read(Array(body.utf8), 1, extractor, before: rest)
    return checker.report(on: extractor.finish()).findings.map(\.rule)
  }

  @Test(arguments: [
    #"3,4,5,6,7,8]}"#, "}", "]}", #"]}\#n{"a": [7]}"#, #", 9"#, "\n", "0", "\"", "",
  ])
  func `never takes what follows a body for a part of it`(rest: String) throws {
    let bodies = [#"{"a":[1, 2"#, #"{"a":[1, 2,"#, #"{"a":[1, "#, #"{"a":[1"#, #"{"a":["#, #"{"#]
    for body in bodies {
      for count in [1, 64, 200] {
        var text = Array(rest.utf8)
        while !text.isEmpty, text.count < count { text += Array(rest.utf8) }
        #expect(
          try rules(body, as: Self.numbers, then: text, after: #"{"a":[1, 2, 3]}"#)
            == ["body-truncated"]
        )
      }
    }
    #expect(
      try rules(#"{"a":[1, 2]}"#, as: Self.numbers, then: Array(rest.utf8), after: "{}").isEmpty
        == false
    )
  }

  @Test(arguments: ["1", "\\n", "é", "x", "日", "\\u00e9", "\n  ", ",", "0.5e7"])
  func `reads a body that endless text follows`(rest: String) throws {
    let text = Array(String(repeating: rest, count: 64).utf8)
    let type = Tables.object(["s": Tables.string, "n": Tables.number])
    let good = #"{"s": "a", "n": 1}"#

    for end in good.indices.dropFirst() {
      let cut = String(good[..<end])
      #expect(try rules(cut, as: type, then: text, after: good) == ["body-truncated"], "\(cut)")
    }
    #expect(try rules(good, as: type, then: text, after: good) == [])
  }

  @Test func `knows a documented name that holds a backslash only as it is meant`() throws {
    let type = Tables.object([#"a\u0041"#: Tables.string])

    #expect(try Checks.report(on: [#"{"a\\u0041": "x"}"#], as: type).findings == [])
    let report = try Checks.report(on: [#"{"a\u0041": "x"}"#], as: type)
    #expect(report.findings.map(\.rule).contains("field-missing"))
  }

  @Test func `finds duplicates among many members of an open object in little time`() throws {
    let names = (0..<50_000).map { "\"\($0)\":1" } + ["\"77\":2", "\"49999\":3"]
    let body = "{" + names.joined(separator: ",") + "}"
    let clock = ContinuousClock()

    for others in [Tables.integer, nil] {
      let start = clock.now
      let report = try Checks.report(on: [body], as: Tables.object([:], others: others))
      let duplicates = report.findings.filter { $0.rule == "body-duplicate-member" }
      #expect(duplicates.map(\.occurrences.count) == [2])
      #expect(clock.now - start < .seconds(8))
    }
  }

  @Test(arguments: [
    #"["\ud83d"#, #"["\ud83d\"#, #"["\ud83d\u"#, #"["\ud83d\ud"#, #"["\ud83d\ude0"#,
  ])
  func `says once that a body ends inside a surrogate pair`(body: String) throws {
    let report = try Checks.report(on: [body], as: Tables.list(Tables.string))

    #expect(report.findings.map(\.rule) == ["body-truncated"])
  }

  @Test func `says once what is wrong with a text that is narrowed besides`() throws {
    let type = Tables.list(
      Tables.narrowed(Tables.string, Narrowing(values: ["café"], maximumLength: 4))
    )

    let latin = try Checks.report(
      on: [Array(#"["caf"#.utf8) + [0xe9] + Array(#""]"#.utf8)],
      as: type
    )
    #expect(latin.findings.map(\.rule) == ["body-encoding"])
    let half = try Checks.report(on: [#"["caf\ud83d"]"#], as: type)
    #expect(half.findings.map(\.rule) == ["body-lone-surrogate"])
    let after = try Checks.report(on: [#"["caf\ud83d", "tea"]"#], as: type)
    #expect(after.findings.map(\.rule) == ["body-lone-surrogate", "field-value"])
  }

  @Test func `holds numbers to a range however they are written`() throws {
    let type = Tables.list(
      Tables.narrowed(
        Tables.number,
        Narrowing(minimum: JSONNumber("0"), maximum: JSONNumber("5"))
      )
    )
    let good = "[0e5, -0, 0.0e-9, 5.0, 50e-1, 0E999999999999, 1e-999999999999, 0e0, 5]"
    let bad = "[5.000001, 6, -1e-99999999999999999999, 1e99999999999999999999, 0.6e1, 10]"

    #expect(try Checks.report(on: [good, good], as: type).findings.map(\.found) == [])
    #expect(try Checks.report(on: [bad], as: type).findings.map(\.occurrences.count) == [6])
  }

  @Test func `compares the items of a unique list by value`() throws {
    let type = Tables.list(Tables.any, Narrowing(isUnique: true))
    let same = [
      "[1, 1.0]", #"["a", "\u0061"]"#, #"[{"a": 1, "b": [2]}, {"b":[2e0],"a":1}]"#, "[null,null]",
      "[0, -0.0]", "[true, true]",
    ]
    let different = [
      #"["1", 1]"#, "[[], {}]", "[0, false, null, \"\"]", #"[{"a": 1}, {"a": 2}]"#,
      "[[1, 2], [2, 1]]", #"["é", "e\u0301"]"#,
    ]

    for body in same {
      let report = try Checks.report(on: [body], as: type)
      #expect(report.findings.map(\.kind) == ["repeat"], "\(body)")
    }
    for body in different {
      #expect(try Checks.report(on: [body], as: type).findings == [], "\(body)")
    }
  }

  @Test(arguments: [Int.min, -1, 0, 1, 2, 3, Int.max])
  func `takes any depth limit for the nearest one that it can keep`(limit: Int) throws {
    var options = Checker.Options()
    options.depthLimit = limit
    let type = Tables.list(Tables.list(Tables.any))

    let report = try Checks.report(on: ["[[1]]", "[[1]]"], as: type, options: options)

    #expect(report.findings.map(\.rule) == (limit < 2 ? ["body-too-deep"] : []))
  }
}
