import PlumbChecking
import PlumbText
import Testing

@Suite struct ObservedValueTests {
  private func value(_ bodies: String...) throws -> ObservedValue {
    try #require(try Observations.value(of: bodies))
  }

  @Test func `counts the values of each kind`() throws {
    let seen = try value("null", "true", "7", "1.0", "0.5", "\"a\"", "\"\"", "[]", "[1]", "{}")

    #expect(seen.count == 10)
    #expect(
      [seen.nulls, seen.booleans, seen.strings, seen.objects, seen.lists] == [1, 1, 2, 1, 2]
    )
    #expect([seen.integers, seen.decimals, seen.fractions, seen.empties] == [2, 1, 1, 3])
    #expect(seen.sizes == .init(least: 0, greatest: 1))
    #expect(seen.items.first?.count == 1)
  }

  @Test(
    arguments: [
      (["3", "-1", "2"], "-1", "3"),
      (["-0", "0"], "0", "0"),
      (["1.0", "1", "1e0"], "1", "1"),
      (["1e2", "99"], "99", "1e2"),
      (["123456789012345678901234567890", "1e400", "-1e400"], "-1e400", "1e400"),
      (
        ["9223372036854775807", "9223372036854775808"], "9223372036854775807", "9223372036854775808"
      ),
      (["0.1", "0.10000000000000000000000001"], "0.1", "0.10000000000000000000000001"),
    ]
  )
  func `knows the least and the greatest number`(
    numbers: [String],
    least: String,
    greatest: String
  ) throws {
    for numbers in [numbers, numbers.reversed()] {
      let seen = try #require(try Observations.value(of: numbers))

      #expect(seen.numbers?.least.text == least)
      #expect(seen.numbers?.greatest.text == greatest)
    }
  }

  @Test func `measures strings in characters, and what their escapes mean`() throws {
    let seen = try value(#""Māori""#, #""\ud83d\ude00""#, #""\u00e9\n\"""#, "\"日本\"")

    #expect(seen.lengths == .init(least: 1, greatest: 5))
    #expect(seen.values?.map(\.text) == ["M\u{101}ori", "é\n\"", "日本", "😀"])
  }

  @Test func `lists the different values until they are many`() throws {
    let lists = (0..<9).map { "[\($0), \"\($0)\", true]" }
    let seen = try #require(try Observations.value(of: lists + ["[1.0, 1]", "[false]"]))

    let values = try #require(seen.items.first?.values?.filter { $0.text == "1" || $0.count > 5 })
    #expect(
      values == [
        .init(text: "1", isString: true, count: 1), .init(text: "1", isString: false, count: 3),
        .init(text: "true", isString: false, count: 9),
      ]
    )
    let many = (0..<20).map { "\($0)" }
    #expect(try Observations.value(of: many)?.values?.count == 20)
    #expect(try Observations.value(of: many + ["3"])?.values?.count == 20)
    #expect(try Observations.value(of: many + ["20"])?.values == nil)
    #expect(try value("\"\(String(repeating: "a", count: 1_000))\"").values?.count == 1)
    #expect(try value("\"\(String(repeating: "a", count: 1_001))\"").values == nil)
  }

  @Test func `tells strings apart by their bytes`() throws {
    let seen = try value("\"caf\u{e9}\"", "\"cafe\u{301}\"", #""caf\u00e9""#)

    #expect(seen.values?.map(\.count) == [1, 2])
  }

  @Test(
    arguments: [
      (["1", "22", "007"], ObservedValue.Form.digits),
      (["1", ""], nil),
      (["", ""], nil),
      (["11-1011.00", "29-1141.01"], .code(#"\d\d-\d{4}\.\d\d"#)),
      (["AB1", "CB2"], .code(#"[A-Z]B\d"#)),
      (["AB1", "AB12"], nil),
      (["AB1", "ab1"], nil),
      (["A1", "A1"], .code(#"A\d"#)),
      (["12", "A1"], nil),
      (["2026-01-31T12:00:00Z", "2026-02-01t00:00:00.5+02:00"], .dateTime),
      (
        ["2026-01-31T12:00:00Z", "2026-02-30T12:00:00Z"], .code(#"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"#)
      ),
      (["https://a.example/x?y=1#z", "urn:a:b"], .uri),
      (["https://a.example/", "https://a.example/ü"], nil),
      (["https://a.example/", "/relative"], nil),
      (["AB:1", "AC:2"], .uri),
      (["red", "green"], nil),
    ]
  )
  func `finds the tightest form that all strings have`(
    texts: [String],
    form: ObservedValue.Form?
  ) throws {
    let bodies = texts.map { "\"\($0)\"" }

    #expect(try Observations.value(of: bodies)?.form == form)
    #expect(try Observations.value(of: bodies.reversed())?.form == form)
    #expect(try Observations.value(of: bodies + ["null", "7"])?.form == form)
  }

  @Test func `shows the first value and where it stands, and who had it last`() throws {
    let seen = try value(
      "{\"a\": null}",
      "{\n \"a\": [\n  {\"b/c\": 1}, {\"b/c\": \"x\"}]}",
      "{\"a\": [{\"b/c\": 5}]}",
      "{\"d\": 1}"
    )

    let list = try #require(seen.members.first { $0.name == "a" }?.value)
    #expect(list.example?.json == #"[{"b/c":1},{"b/c":"x"}]"#)
    #expect(list.example?.place.pointer == "/a")
    #expect(list.last?.recording == "2.json")
    let inner = try #require(list.items.first?.members.first?.value)
    #expect(inner.example?.json == "1")
    let place = try #require(inner.example?.place)
    #expect(place.pointer == "/a/0/b~1c")
    #expect([place.line, place.column, place.offset, place.length] == [3, 11, 20, 1])
    #expect(place.recording == "1.json")
    #expect(seen.last?.recording == "3.json")
  }

  @Test func `cuts examples to a line`() throws {
    let seen = try value("\"\(String(repeating: "é", count: 100))\"")

    #expect(seen.example?.json == "\"" + String(repeating: "é", count: 59) + "…")
  }

  @Test(
    arguments: [
      [#"{"c":1}"#, #"{"a":1,"b":2,"c":3}"#],
      [#"{"a":1,"c":1}"#, #"{"b":2,"c":3}"#, #"{"a":1,"b":2}"#],
      [#"{"c":1}"#, #"{"b":1,"c":1}"#, #"{"a":1,"b":1}"#],
    ]
  )
  func `puts members where they were first seen`(bodies: [String]) throws {
    let seen = try #require(try Observations.value(of: bodies))

    let expected =
      bodies.count == 3 && bodies[0].contains("a") ? ["b", "a", "c"] : ["a", "b", "c"]
    #expect(seen.members.map(\.name) == expected)
  }

  @Test func `takes members together once their names are too many`() throws {
    let few = (0..<100).map { "\"k\($0)\":{\"a\":\($0)}" }.joined(separator: ",")

    let seen = try value("{\(few)}", "{\"k1\":{\"b\":null}}")
    #expect(seen.members.count == 100)
    #expect(seen.others.isEmpty)

    let joined = try value("{\(few)}", "{\"other\":{\"b\":null}}")
    #expect(joined.members.isEmpty)
    #expect(joined.others.first?.count == 101)
    #expect(joined.others.first?.members.map(\.name) == ["b", "a"])
  }

  @Test func `describes so much and no more`() throws {
    let deep = String(repeating: "[", count: 500) + String(repeating: "]", count: 500)
    var list = try value(deep)
    var depth = 0
    while let next = list.items.first { (list, depth) = (next, depth + 1) }
    #expect(depth == 40)
    #expect(list.isOpen && list.lists == 1)

    let wide = (10..<90).map { outer in
      "\"\(outer)\":{" + (10..<90).map { "\"\($0)\":{\"x\":1}" }.joined(separator: ",") + "}"
    }
    let seen = try value("{\(wide.joined(separator: ","))}")
    #expect(seen.members.count == 80)
    #expect(seen.members.map(\.value.members.count).reduce(0, +) == 4_919)
    #expect(seen.members.filter(\.value.isOpen).count == 19)
    #expect(seen.members.flatMap(\.value.members).allSatisfy { $0.value.members.isEmpty })
  }

  @Test(
    arguments: [
      "", " ", "{", "{\"a\":1", "{\"a\":1}}", "{\"a\":1,}", "[1 2]", "nul", "01",
      "{\"a\":1,\"a\":2}",
      "{\"a\":1,\"\\u0061\":2}", "\"\\ud800\"", "[{\"a\":[{\"b\":1,\"b\":1}]}]",
      String(repeating: "[", count: 513) + String(repeating: "]", count: 513), "\u{feff}{}",
    ]
  )
  func `leaves out what is no whole JSON, or doubtful`(body: String) throws {
    #expect(try Observations.value(of: [body]) == nil)
    #expect(
      try Observations.value(of: ["{\"b\":1}", body]) == Observations.value(of: ["{\"b\":1}"])
    )
  }

  @Test func `leaves out what is no UTF-8`() throws {
    #expect(try Observations.value(of: [[0x22, 0xff, 0x22]]) == nil)
    #expect(try Observations.value(of: [[0x22, 0xc3, 0x22]]) == nil)
  }

  @Test func `observes nothing unless it is asked to`() throws {
    let checker = Checker(apis: [Tables.api], contracts: [try Tables.contract(Tables.any)])

    let extract = Observations.extract([Array("{}".utf8)], ranks: [0], checker)

    #expect(checker.observed(on: extract) == [])
  }
}
