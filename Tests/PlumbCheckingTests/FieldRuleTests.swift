import PlumbChecking
import PlumbModel
import PlumbText
import Testing

/// One break in a conforming body: exactly one finding, at the exact place and row.
struct BodyBreak: Sendable, CustomTestStringConvertible {
  var rule: String
  /// What is taken out of the conforming body, and what is put there.
  var cut: String
  var put: String
  var field: String
  var pointer: String
  /// The text to underline.
  var shown: String
  var row: Int?
  var message: String

  init(
    _ rule: String,
    _ cut: String,
    _ put: String,
    field: String,
    pointer: String,
    shown: String,
    row: Int?,
    _ message: String
  ) {
    self.rule = rule
    self.cut = cut
    self.put = put
    self.field = field
    self.pointer = pointer
    self.shown = shown
    self.row = row
    self.message = message
  }

  var testDescription: String { "\(rule): \(cut) → \(put)" }

  /// Expects nothing of the conforming body, and exactly this of the broken one.
  func expect(in conforming: String, as type: FieldType) throws {
    let before = try Checks.report(on: [conforming], as: type)
    #expect(before.findings == [])

    let broken = conforming.replacing(cut, with: put, maxReplacements: 1)
    #expect(broken != conforming)
    // The conforming body again first, so that the break meets a walk that has learned.
    let report = try Checks.report(on: [conforming, conforming, broken], as: type)

    #expect(report.findings.map(\.message) == [message])
    let finding = try #require(report.findings.first)
    #expect(finding.rule == rule)
    #expect(finding.field == field)
    #expect(finding.places.map(\.recording) == ["2.json"])
    #expect(finding.places.map(\.pointer) == [pointer])
    #expect(finding.contract?.row == row)
    #expect(finding.occurrences.count == 1)
    #expect(finding.occurrences.exchanges == 1)
    #expect(finding.occurrences.ofExchanges == 3)
    let place = try #require(finding.places.first)
    let underlined = Array(broken.utf8)[place.offset...].prefix(place.length)
    #expect(String(decoding: underlined, as: UTF8.self) == shown)
  }
}

@Suite struct FieldRuleTests {
  static let type = Tables.object([
    "total": Tables.integer,
    "ratio": Tables.number,
    "note?": Tables.nullable(Tables.string),
    "zone": Tables.narrowed(
      Tables.integer,
      Narrowing(minimum: JSONNumber("1"), maximum: JSONNumber("5"))
    ),
    "kind": Tables.narrowed(Tables.string, Narrowing(values: ["core", "new"])),
    "word": Tables.narrowed(Tables.string, Narrowing(minimumLength: 2, maximumLength: 4)),
    "seen": Tables.narrowed(Tables.string, Narrowing(format: .dateTime)),
    "site": Tables.narrowed(Tables.string, Narrowing(format: .uri)),
    "names": Tables.list(Tables.string, Narrowing(maximumLength: 3, isUnique: true)),
    "job": Tables.list(
      Tables.object([
        "code": Tables.string, "title": Tables.string,
        "flags": Tables.object(["bright?": Tables.boolean]),
        "family": Tables.object(["id": Tables.integer, "label": Tables.string]),
      ])
    ),
  ])

  static let conforming = """
    {"total": 7, "ratio": 1.5, "note": null, "zone": 5, "kind": "core", "word": "añb", \
    "seen": "2026-02-28T23:59:59Z", "site": "https://example.org/a", "names": ["a", "b"], \
    "job": [{"code": "a1", "title": "A", "flags": {}, "family": {"id": 1, "label": "x"}},
    {"code": "b2", "title": "B", "flags": {"bright": true}, "family": {"id": 2, "label": "y"}}]}
    """

  static let breaks: [BodyBreak] = [
    BodyBreak(
      "field-missing",
      #""title": "B", "#,
      "",
      field: "/job/*/title",
      pointer: "/job/1",
      shown: "{",
      row: 12,
      "`title` is documented as string, the API leaves it out"
    ),
    BodyBreak(
      "field-missing",
      #", "label": "y""#,
      "",
      field: "/job/*/family/label",
      pointer: "/job/1/family",
      shown: "{",
      row: 17,
      "`family.label` is documented as string, the API leaves it out"
    ),
    BodyBreak(
      "field-undocumented",
      #""title": "B""#,
      #""title": "B", "weight": 3"#,
      field: "/job/*/weight",
      pointer: "/job/1/weight",
      shown: "weight",
      row: nil,
      "`weight` is not documented in `/job/*`, the API sends it: integer"
    ),
    BodyBreak(
      "field-undocumented",
      #"{"total""#,
      #"{"x/y": [], "total""#,
      field: "/x~1y",
      pointer: "/x~1y",
      shown: "x/y",
      row: nil,
      "`x/y` is not documented in the body, the API sends it: list"
    ),
    BodyBreak(
      "field-type",
      #""total": 7"#,
      #""total": 7.5"#,
      field: "/total",
      pointer: "/total",
      shown: "7.5",
      row: 1,
      "`total` is documented as integer, the API sends number (7.5)"
    ),
    BodyBreak(
      "field-type",
      #""code": "b2""#,
      #""code": 12"#,
      field: "/job/*/code",
      pointer: "/job/1/code",
      shown: "12",
      row: 11,
      "`code` is documented as string, the API sends integer (12)"
    ),
    BodyBreak(
      "field-type",
      #"{"bright": true}"#,
      #"{"bright": 1}"#,
      field: "/job/*/flags/bright",
      pointer: "/job/1/flags/bright",
      shown: "1",
      row: 14,
      "`flags.bright` is documented as boolean, the API sends integer (1)"
    ),
    BodyBreak(
      "field-null",
      #""title": "A""#,
      #""title": null"#,
      field: "/job/*/title",
      pointer: "/job/0/title",
      shown: "null",
      row: 12,
      "`title` is documented as string, the API sends null"
    ),
    BodyBreak(
      "field-value",
      #""zone": 5"#,
      #""zone": 6"#,
      field: "/zone",
      pointer: "/zone",
      shown: "6",
      row: 4,
      "`zone` is documented as integer 1..5, the API sends 6"
    ),
    BodyBreak(
      "field-value",
      #""kind": "core""#,
      #""kind": "Core""#,
      field: "/kind",
      pointer: "/kind",
      shown: "\"Core\"",
      row: 5,
      "`kind` is documented as string (core, new), the API sends \"Core\""
    ),
    BodyBreak(
      "field-value",
      #""word": "añb""#,
      #""word": "añbñb""#,
      field: "/word",
      pointer: "/word",
      shown: "\"añbñb\"",
      row: 6,
      "`word` is documented as string length 2..4, the API sends \"añbñb\""
    ),
    BodyBreak(
      "field-value",
      "2026-02-28T",
      "2026-02-29T",
      field: "/seen",
      pointer: "/seen",
      shown: "\"2026-02-29T23:59:59Z\"",
      row: 7,
      "`seen` is documented as string date-time, the API sends \"2026-02-29T23:59:59Z\""
    ),
    BodyBreak(
      "field-value",
      "https://example.org/a",
      "/a",
      field: "/site",
      pointer: "/site",
      shown: "\"/a\"",
      row: 8,
      "`site` is documented as string uri, the API sends \"/a\""
    ),
    BodyBreak(
      "field-value",
      #"["a", "b"]"#,
      #"["a", "b", "c", "d"]"#,
      field: "/names",
      pointer: "/names",
      shown: #"["a", "b", "c", "d"]"#,
      row: 9,
      "`names` is documented as list of strings length ..3 unique, the API sends 4 items"
    ),
    BodyBreak(
      "field-value",
      #"["a", "b"]"#,
      #"["a", "b", "a"]"#,
      field: "/names",
      pointer: "/names/2",
      shown: "\"a\"",
      row: 9,
      "`names` is documented as list of strings length ..3 unique, the API sends \"a\" again"
    ),
    BodyBreak(
      "field-renamed",
      #""title": "B""#,
      #""Title": "B""#,
      field: "/job/*/title",
      pointer: "/job/1/Title",
      shown: "Title",
      row: 12,
      "`title` is documented, the API sends `Title` in its place"
    ),
    BodyBreak(
      "field-renamed",
      #""family": {"id": 2"#,
      #""familly": {"id": 2"#,
      field: "/job/*/family",
      pointer: "/job/1/familly",
      shown: "familly",
      row: 15,
      "`family` is documented, the API sends `familly` in its place"
    ),
    BodyBreak(
      "field-moved",
      #""title": "B", "flags": {"#,
      #""flags": {"title": "B", "#,
      field: "/job/*/title",
      pointer: "/job/1/flags/title",
      shown: "title",
      row: 12,
      "`/job/*/title` is documented, the API sends it as `/job/*/flags/title`"
    ),
    BodyBreak(
      "field-wrapped",
      #""flags": {}"#,
      #""flags": []"#,
      field: "/job/*/flags",
      pointer: "/job/0/flags",
      shown: "[",
      row: 13,
      "`flags` is documented as object, the API sends list"
    ),
    BodyBreak(
      "field-wrapped",
      #""family": {"id": 2, "label": "y"}"#,
      #""family": [{"id": 2, "label": "y"}]"#,
      field: "/job/*/family",
      pointer: "/job/1/family",
      shown: "[",
      row: 15,
      "`family` is documented as object, the API sends list"
    ),
    BodyBreak(
      "field-wrapped",
      #""names": ["a", "b"]"#,
      #""names": "a""#,
      field: "/names",
      pointer: "/names",
      shown: "\"a\"",
      row: 9,
      "`names` is documented as list of strings length ..3 unique, the API sends string (\"a\")"
    ),
    BodyBreak(
      "field-wrapped",
      #""names": ["a", "b"]"#,
      #""names": {"name": ["a"]}"#,
      field: "/names",
      pointer: "/names",
      shown: "{",
      row: 9,
      "`names` is documented as list of strings length ..3 unique, the API sends object"
    ),
    BodyBreak(
      "field-stringified",
      #""total": 7"#,
      #""total": "7""#,
      field: "/total",
      pointer: "/total",
      shown: "\"7\"",
      row: 1,
      "`total` is documented as integer, the API sends string (\"7\")"
    ),
    BodyBreak(
      "field-stringified",
      #""bright": true"#,
      #""bright": "true""#,
      field: "/job/*/flags/bright",
      pointer: "/job/1/flags/bright",
      shown: "\"true\"",
      row: 14,
      "`flags.bright` is documented as boolean, the API sends string (\"true\")"
    ),
    BodyBreak(
      "body-duplicate-member",
      #""title": "B""#,
      #""title": "B", "title": "B""#,
      field: "/job/*/title",
      pointer: "/job/1/title",
      shown: "title",
      row: 12,
      "each member is expected once, `title` stands twice in one object"
    ),
    BodyBreak(
      "body-lone-surrogate",
      #""title": "B""#,
      #""title": "B\ud83d.""#,
      field: "/job/*/title",
      pointer: "/job/1/title",
      shown: #"\ud83d"#,
      row: 12,
      #"an escaped surrogate is expected to be one of a pair, `\ud83d` stands alone"#
    ),
  ]

  @Test(arguments: breaks)
  func `finds one break as one finding at its place and row`(example: BodyBreak) throws {
    try example.expect(in: Self.conforming, as: Self.type)
  }

  @Test func `finds a wrapped root as one finding with the missing rows as symptoms`() throws {
    let report = try Checks.report(on: [#"{"data": \#(Self.conforming)}"#], as: Self.type)

    let message = "the body is documented as object, the API sends object in `data`"
    #expect(report.findings.map(\.message) == [message])
    #expect(report.findings.first?.rule == "field-wrapped")
    #expect(report.findings.first?.places.map(\.pointer) == ["/data"])
    #expect(report.findings.first?.symptoms.count == 9)
  }

  @Test func `finds a root that is a list where an object is meant, and the reverse`() throws {
    let list = try Checks.report(on: ["[\(Self.conforming)]"], as: Self.type)
    let object = try Checks.report(
      on: [#"{"items": [{"a": "x"}]}"#],
      as: Tables.list(Tables.object(["a": Tables.string]))
    )

    #expect(list.findings.map(\.rule) == ["field-wrapped"])
    #expect(object.findings.map(\.rule) == ["field-wrapped"])
    #expect(object.findings.map(\.places.first?.pointer) == [""])
  }

  @Test func `counts occurrences against what was seen`() throws {
    let item = #"{"code": 1, "title": "t"}"#
    let right = #"{"code": "1", "title": "t"}"#
    let type = Tables.list(Tables.object(["code": Tables.string, "title": Tables.string]))
    let bodies = ["[\(right), \(right)]", "[\(item), \(right), \(item)]", "[\(item)]"]

    let finding = try #require(try Checks.report(on: bodies, as: type).findings.first)

    #expect(finding.occurrences.count == 3)
    #expect(finding.occurrences.of == 6)
    #expect(finding.occurrences.exchanges == 2)
    #expect(finding.occurrences.ofExchanges == 3)
    #expect(finding.places.map(\.pointer) == ["/0/code", "/2/code", "/0/code"])
  }

  @Test func `finds nothing in numbers of any size that keep their type`() throws {
    let type = Tables.list(Tables.integer)
    let body = "[1.0, 1e2, -0, 123456789012345678901234567890, 1.5e1, 10E-1]"

    #expect(try Checks.report(on: [body], as: type).findings == [])
    #expect(
      try Checks.report(on: ["[1.05e1]"], as: type).findings.map(\.message)
        == ["`body[]` is documented as integer, the API sends number (1.05e1)"]
    )
  }

  @Test func `keeps the most places that it was told to`() throws {
    let body = "[" + Array(repeating: "\"x\"", count: 50).joined(separator: ",") + "]"
    var options = Checker.Options()
    let type = Tables.list(Tables.integer)

    #expect(try Checks.report(on: [body], as: type).findings.first?.places.count == 20)
    options.placeLimit = nil
    let all = try Checks.report(on: [body], as: type, options: options)
    #expect(all.findings.first?.places.map(\.pointer) == (0..<50).map { "/\($0)" })
  }

  @Test(arguments: [200, 201, 300])
  func `says once that an object is full of undocumented names`(count: Int) throws {
    let bodies = (0..<count).map { "{\"member_number_\($0)\": 1}" }
    let checker = Checker(apis: [Tables.api], contracts: [try Tables.contract(Tables.object([:]))])
    let whole = checker.makeExtractor()
    let parts = [checker.makeExtractor(), checker.makeExtractor()]
    for (rank, body) in bodies.enumerated() {
      Checks.read(Array(body.utf8), rank, whole)
      Checks.read(Array(body.utf8), rank, parts[rank % 2])
    }
    var merged = parts[1].finish()
    merged.merge(parts[0].finish())

    let report = checker.report(on: whole.finish())

    #expect(report.findings.count == (count > 200 ? 1 : 200))
    #expect(report.findings.reduce(0) { $0 + $1.occurrences.count } == count)
    #expect(checker.report(on: merged) == report)
    guard count > 200 else { return }
    #expect(
      report.findings.map(\.message) == [
        "more than 200 names are not documented in the body, the API sends them: integer"
      ]
    )
    #expect(report.findings.first?.places.map(\.recording) == (0..<20).map { "\($0).json" })
  }

  @Test func `plans types that would double with each level in little space`() throws {
    var types: [String: FieldType] = ["t40": Tables.integer]
    for level in 0..<40 {
      let next = FieldType(.named("t\(level + 1)"))
      types["t\(level)"] = Tables.object(["a?": next, "b?": next])
    }
    let type = FieldType(.named("t0"))
    let deep = { (leaf: String) in
      String(repeating: #"{"b":"#, count: 40) + leaf + String(repeating: "}", count: 40)
    }

    #expect(try Checks.report(on: [deep("7")], as: type, types: types).findings == [])
    let report = try Checks.report(on: [deep(#""7""#)], as: type, types: types)
    #expect(report.findings.map(\.rule) == ["field-stringified"])
    #expect(
      report.findings.first?.places.map(\.pointer) == [String(repeating: "/b", count: 40)]
    )
  }

  @Test func `reads many undocumented names in little time`() throws {
    let items = (0..<1_000).map { item in
      "{" + (0..<50).map { "\"name_\(item)_\($0)\": \($0)" }.joined(separator: ",") + "}"
    }
    let type = Tables.list(
      Tables.object(["stem_occupation_type?": Tables.string, "bright_outlook?": Tables.boolean])
    )
    let clock = ContinuousClock()
    let start = clock.now

    let report = try Checks.report(on: ["[\(items.joined(separator: ","))]"], as: type)

    #expect(report.findings.map(\.occurrences.count) == [50_000])
    #expect(clock.now - start < .seconds(60))
  }
}
