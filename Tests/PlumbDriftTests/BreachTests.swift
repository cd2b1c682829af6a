import PlumbChecking
import PlumbDrift
import PlumbModel
import Testing

/// Documents and answers that break them: one change each, and its mirror when the answers came
/// first.
@Suite struct BreachTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var rule: ChangeRule
    var rows: String
    var bodies: [String]
    var says: String
    var testDescription: String { "\(rule.rawValue) \(says)" }

    init(_ rule: ChangeRule, _ rows: String, _ bodies: [String], _ says: String) {
      self.rule = rule
      self.rows = rows
      self.bodies = bodies
      self.says = says
    }
  }

  static let cases = [
    Case(.rowAdded, "a: string", [#"{"a":"x","b":1}"#], "/b: no `b` -> integer"),
    Case(.rowRemoved, "a: string\nb: integer", [#"{"a":"x"}"#], "/b: integer -> nothing"),
    Case(
      .rowOptional,
      "a: string\nb: integer",
      [#"{"a":"x"}"#, #"{"a":"x","b":1}"#],
      "/b: integer -> nothing"
    ),
    Case(
      .rowRenamed,
      "job_family: string",
      [#"{"jobFamily":"x"}"#],
      "/job_family: job_family -> jobFamily"
    ),
    Case(.typeChanged, "a: integer", [#"{"a":"5"}"#], #"/a: integer -> string ("5")"#),
    Case(
      .typeWidened,
      "a: integer",
      [#"{"a":true}"#, #"{"a":1}"#],
      "/a: integer -> boolean (true)"
    ),
    Case(.nullAdded, "a: integer", [#"{"a":null}"#], "/a: integer -> null"),
    Case(.valueAdded, "a: string (x, y)", [#"{"a":"z"}"#], #"/a: string (x, y) -> "z""#),
    Case(.rangeWidened, "a: integer 1..5", [#"{"a":6}"#], "/a: integer 1..5 -> 6"),
    Case(.formLoosened, #"a: string /\d\d/"#, [#"{"a":"x"}"#], #"/a: string /\d\d/ -> "x""#),
    Case(.responseBroken, "a: string", [#"{"a":"x""#], "operation: a whole JSON value -> the end"),
  ]

  @Test(arguments: cases)
  func `finds one change, and its mirror`(_ change: Case) throws {
    let documents = try Compared.rows(change.rows)
    let sight = try Compared.sight(change.bodies, documents)

    let there = Compared.report(.documented(documents), .observed(sight), heldTo: documents)
    let back = Compared.report(.observed(sight), .documented(documents), heldTo: documents)

    #expect(there.changes.count == 1)
    let line = try #require(there.changes.first.map(Compared.line))
    #expect(line.hasPrefix("\(change.rule.rawValue) library/list \(change.says)"))
    #expect(back.changes.map(\.rule) == [change.rule.mirror])
    #expect(there.changes.first?.places.first?.recording.hasSuffix(".http") == true)
    #expect(there.changes.first?.isSeenBefore == false)
    #expect(back.changes.first?.isSeenBefore == true)
    #expect(
      back.changes.first?.evidence.first
        == there.changes.first?.evidence.first.map {
          "observed before: \($0)"
        }
    )
  }

  @Test func `names the status of a row`() throws {
    let documents = try Compared.documents(
      "errors:\n  422: { error: string }\nresponse:\n  a: string"
    )
    let sight = try Compared.sight([#"{"error":5}"#], documents, status: 422)

    let report = Compared.report(.documented(documents), .observed(sight), heldTo: documents)

    #expect(report.changes.map(\.subject) == [.row("/error", status: 422)])
  }

  @Test func `finds a status that is not documented`() throws {
    let documents = try Compared.rows("a: string")
    let sight = try Compared.sight([#"{"a":"x"}"#], documents, status: 203)

    let report = Compared.report(.documented(documents), .observed(sight), heldTo: documents)

    #expect(report.changes.map(\.subject) == [.response(status: 203)])
    #expect(report.changes.map(\.rule) == [.responseAdded])
  }

  @Test func `names the status of rows of shared types`() throws {
    let api = """
      api: Library
      server: https://api.example.org
      errors:
        404: problem
      types:
        problem:
          message: string
        book:
          id: integer
      """
    let documents = try Compared.documents("errors: [404]\nresponse: book", api: api)
    let good = try Compared.sight([#"{"id":"x"}"#], documents)
    let refused = try Compared.sight([#"{"message":5}"#], documents, status: 404)

    func subjects(_ sight: Sight) -> [Change.Subject] {
      Compared.report(.documented(documents), .observed(sight), heldTo: documents)
        .changes.map(\.subject)
    }
    #expect(subjects(good) == [.row("/id", status: 200)])
    #expect(subjects(refused) == [.row("/message", status: 404)])
  }
}
