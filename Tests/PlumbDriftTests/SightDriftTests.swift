import PlumbChecking
import PlumbDrift
import PlumbModel
import Testing

/// Answers and later answers, held to a document that says little: what the values tell.
@Suite struct SightDriftTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var rule: ChangeRule
    /// The rows of bodies before and after, by the number of the body.
    var before: @Sendable (Int) -> String
    var after: @Sendable (Int) -> String
    var says: String
    var testDescription: String { rule.rawValue }

    init(
      _ rule: ChangeRule,
      _ before: @escaping @Sendable (Int) -> String,
      _ after: @escaping @Sendable (Int) -> String,
      _ says: String
    ) {
      self.rule = rule
      self.before = before
      self.after = after
      self.says = says
    }
  }

  static let cases = [
    Case(.rowAdded, { _ in "" }, { ",\"b\":\($0)" }, "/b: never (0 of 40) -> always (40 of 40)"),
    Case(
      .rowRenamed,
      { ",\"job_family\":\"f\($0)\"" },
      { ",\"jobFamily\":\"f\($0)\"" },
      "/job_family: job_family -> jobFamily"
    ),
    Case(
      .rowMoved,
      { ",\"shelf\":\($0),\"place\":{\"b\":\($0)}" },
      { ",\"place\":{\"b\":\($0),\"shelf\":\($0)}" },
      "/shelf: /shelf -> /place/shelf"
    ),
    Case(.typeChanged, { ",\"b\":\($0)" }, { ",\"b\":\"\($0)\"" }, "/b: integer -> string"),
    Case(
      .typeWidened,
      { ",\"b\":\($0)" },
      { $0 == 7 ? ",\"b\":\"7\"" : ",\"b\":\($0)" },
      "/b: integer -> integer (39), string (1)"
    ),
    Case(
      .nullAdded,
      { ",\"b\":\($0)" },
      { $0 == 7 ? ",\"b\":null" : ",\"b\":\($0)" },
      "/b: integer -> integer (39), null (1)"
    ),
    Case(
      .valueAdded,
      { ",\"b\":\"\($0 % 2 == 0 ? "x" : "y")\"" },
      { ",\"b\":\"\($0 == 7 ? "z" : $0 % 2 == 0 ? "x" : "y")\"" },
      "/b: (x, y) -> `z` besides"
    ),
    Case(
      .formLoosened,
      { ",\"b\":\"A-\(100 + $0)\"" },
      { ",\"b\":\"A-\(100 + $0)\($0 == 7 ? "x" : "")\"" },
      #"/b: /A-\d{3}/ -> any text"#
    ),
    Case(
      .rangeWidened,
      { ",\"b\":\"\(hash($0))\"" },
      { ",\"b\":\"\(hash($0))\($0 == 7 ? "0" : "")\"" },
      "/b: always 8 characters -> 8 to 9 characters"
    ),
    Case(
      .presenceFell,
      { $0 < 38 ? ",\"b\":1" : "" },
      { $0 < 12 ? ",\"b\":1" : "" },
      "/b: 95 % (38 of 40) -> 30 % (12 of 40)"
    ),
  ]

  /// Forty lower-case texts of one length, all different.
  private static func hash(_ number: Int) -> String {
    "c0ffee" + String(number + 16, radix: 16)
  }

  private static func sight(_ rows: (Int) -> String) throws -> (Sight, Documents) {
    let documents = try Compared.rows("a: string\n...: any")
    let bodies = (0..<40).map { "{\"a\":\"text \($0)\"\(rows($0))}" }
    return (try Compared.sight(bodies, documents), documents)
  }

  @Test(arguments: cases)
  func `finds one change`(_ change: Case) throws {
    let (before, documents) = try Self.sight(change.before)
    let (after, _) = try Self.sight(change.after)

    let report = Compared.report(.observed(before), .observed(after), heldTo: documents)

    #expect(
      report.changes.map(Compared.line) == ["\(change.rule.rawValue) library/list \(change.says)"]
    )
  }

  @Test(arguments: cases)
  func `finds its mirror the other way round, where fewer is no chance`(_ change: Case) throws {
    let (before, documents) = try Self.sight(change.before)
    let (after, _) = try Self.sight(change.after)

    let back = Compared.report(.observed(after), .observed(before), heldTo: documents).changes

    // A single value that had no form is no form that all have now, nor a list that lost one.
    let isChance = [.formLoosened, .valueAdded].contains(change.rule)
    #expect(back.map(\.rule) == (isChance ? [] : [change.rule.mirror]))
  }

  @Test(arguments: cases)
  func `finds nothing in the same answers`(_ change: Case) throws {
    let (sight, documents) = try Self.sight(change.after)

    #expect(Compared.report(.observed(sight), .observed(sight), heldTo: documents).changes == [])
  }

  @Test func `shows the value that is new, not the first one`() throws {
    func evidence(_ after: @escaping (Int) -> String) throws -> [String] {
      let (before, documents) = try Self.sight { ",\"b\":\($0)" }
      let (later, _) = try Self.sight(after)
      let report = Compared.report(.observed(before), .observed(later), heldTo: documents)
      return report.changes.flatMap {
        $0.evidence + $0.places.map { "\($0.recording) \($0.pointer)" }
      }
    }

    #expect(
      try evidence { $0 == 7 ? ",\"b\":\"x\"" : ",\"b\":\($0)" } == [
        #"for example `"x"`"#, "7.http /b",
      ]
    )
    #expect(
      try evidence { $0 == 9 ? ",\"b\":null" : ",\"b\":\($0)" } == [
        "for example `null`", "9.http /b",
      ]
    )
    #expect(try evidence { _ in "" } == ["seen last in `39.http`"])
  }

  @Test func `shows what was seen beside each row`() throws {
    let (sight, documents) = try Self.sight { $0 < 30 ? ",\"b\":[\($0 % 3)]" : "" }

    let rows = Compared.report(.observed(sight), .observed(sight), heldTo: documents).tables[0].rows

    #expect(rows.map(\.name) == ["a", "b"])
    let list = rows[1].seenAfter
    #expect(list?.of == 40)
    #expect(list?.value.count == 30)
    #expect(list?.example?.json == "0")
    #expect(list?.value.items.first?.values?.map(\.count) == [10, 10, 10])
    #expect(list?.first?.recording == "0.http")
    #expect(list?.last?.recording == "29.http")
  }

  @Test func `puts values in quotes that a comma would divide`() throws {
    let (sight, documents) = try Self.sight { ",\"b\":\"\($0 % 2 == 0 ? "x" : "y, z")\"" }

    let rows = Compared.report(.observed(sight), .observed(sight), heldTo: documents).tables[0].rows

    #expect(rows.last?.after == "string in all 40, (x, \"y, z\")")
  }

  @Test func `concludes nothing from few answers`() throws {
    let documents = try Compared.rows("a: string\n...: any")
    let before = try Compared.sight(["{\"a\":\"x\",\"b\":1}"], documents)
    let after = try Compared.sight(["{\"a\":\"y\"}", "{\"a\":\"z\",\"c\":2}"], documents)

    let report = Compared.report(.observed(before), .observed(after), heldTo: documents)

    #expect(report.changes == [])
    #expect(report.compared == 1)
  }

  @Test func `says when both sides have nothing in common`() throws {
    let documents = try Compared.rows("a: string")
    let before = try Compared.sight(["{\"a\":\"x\"}"], documents)
    let none = try Compared.sight([], documents)

    #expect(Compared.report(.observed(before), .observed(none), heldTo: documents).compared == 0)
  }

  @Test func `tells nothing of the values of credentials`() throws {
    let documents = try Compared.rows("a: string\n...: any")
    func sight(_ key: String) throws -> Sight {
      let bodies = (0..<40).map { "{\"a\":\"\($0)\",\"keys\":[\"\(key)-\($0 % 2)\"]}" }
      let sight = try Compared.sight(bodies, documents)
      return Sight(report: sight.report, responses: sight.responses) { $0 == "keys" }
    }

    let report = Compared.report(
      .observed(try sight("old")),
      .observed(try sight("new")),
      heldTo: documents
    )

    #expect(report.changes == [])
    let row = report.tables[0].rows.first { $0.name == "keys" }
    #expect(row?.after == "list of strings in all 40, 1 items")
  }

  @Test func `keeps names apart that look alike`() throws {
    let documents = try Compared.rows("a: string\n...: any")
    let bodies = ["{\"a\":\"x\",\"\u{e9}\":1,\"e\u{301}\":2}"]
    let sight = try Compared.sight(bodies, documents)

    #expect(Compared.report(.observed(sight), .observed(sight), heldTo: documents).changes == [])
  }

  @Test func `tells nothing of what only one side has met`() throws {
    let documents = try Compared.documents(
      file: """
        contracts:
          list:
            get: /books
            query:
              sort?: string (title)
            response:
              - title: string
            order:
              parameter: sort
              keys:
                title: title
          one:
            get: /books/{code}
            path:
              code: string
            response:
              title: string
        """
    )
    func exchange(_ path: String, _ body: String) -> Exchange {
      Exchange(
        request: Exchange.Request(url: "https://api.example.org/\(path)"),
        response: Exchange.Response(
          status: 200,
          fields: [HTTPField(name: "Content-Type", value: "application/json")],
          body: Array(body.utf8)
        )
      )
    }
    func listing(_ titles: [String]) -> String {
      "[\(titles.map { "{\"title\":\"\($0)\"}" }.joined(separator: ","))]"
    }
    let plain = try Compared.sight(of: [exchange("books", listing(["b", "a"]))], documents)
    let broken = try Compared.sight(
      of: [
        exchange("books?sort=title", listing(["b", "c", "a"])),
        exchange("books/1", "{\"title\":5}"),
      ],
      documents
    )
    let kept = try Compared.sight(
      of: [
        exchange("books?sort=title", listing(["a", "b", "c"])),
        exchange("books/1", "{\"title\":\"x\"}"),
      ],
      documents
    )
    func rules(_ one: Sight, _ other: Sight) -> [ChangeRule] {
      Compared.report(.observed(one), .observed(other), heldTo: documents).changes.map(\.rule)
    }

    #expect(rules(plain, broken) == [])
    #expect(rules(broken, plain) == [])
    #expect(rules(kept, broken) == [.orderBroken, .typeChanged])
    #expect(rules(broken, kept) == [.typeChanged, .orderMended])
    let moments = Drift(documents: documents).report(on: [
      DriftSide(label: "1", content: .observed(kept)),
      DriftSide(label: "2", content: .observed(plain)),
      DriftSide(label: "3", content: .observed(broken)),
    ]).moments
    #expect(moments.map(\.states) == [[.kept, .kept], [.unseen, .unseen], [.changed, .changed]])
  }
}
