import PlumbChecking
import PlumbModel
import PlumbText
import Testing

/// What stands in recordings where a credential stood.
@Suite struct PlaceholderTests {
  private static func report(_ body: String, isSecret: Bool) throws -> [String] {
    let pattern = try Pattern("[A-Z]{3}\\d{9}")
    let rows = [
      Row(
        name: "token",
        type: Tables.narrowed(Tables.string, Narrowing(pattern: pattern)),
        isSecret: isSecret,
        place: Tables.place
      ),
      Row(
        name: "pin",
        type: Tables.narrowed(Tables.integer, Narrowing(minimum: JSONNumber("1000"))),
        isSecret: isSecret,
        place: Tables.place
      ),
      Row(
        name: "codes",
        type: Tables.list(Tables.narrowed(Tables.integer, Narrowing(minimum: JSONNumber("1")))),
        isSecret: isSecret,
        place: Tables.place
      ),
    ]
    let type = FieldType(.object(ObjectType(rows: rows)))
    return try Checks.report(on: [body], as: type).findings.map { "\($0.rule) \($0.message)" }
  }

  @Test func `are of the type, and not held to what narrows it`() throws {
    let body = #"{"token":"{{secret:token}}","pin":0,"codes":[0,0]}"#

    #expect(try Self.report(body, isSecret: true) == [])
  }

  @Test func `are told from values of rows that are no credentials`() throws {
    let body = #"{"token":"{{secret:LIBRARY_KEY}}","pin":0,"codes":[1]}"#
    let found = try Self.report(body, isSecret: false)

    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("field-value `pin`") == true)
    #expect(
      try Self.report(#"{"token":"{{x}}","pin":1000,"codes":[]}"#, isSecret: false).count == 1
    )
  }

  @Test func `of another type are found`() throws {
    let body = #"{"token":0,"pin":"{{secret:pin}}","codes":[1]}"#

    #expect(try Self.report(body, isSecret: true).count == 2)
  }
}
