import PlumbDrift
import Testing

/// What another row says of when a member is there.
@Suite struct PresenceTests {
  /// 120 objects with a category and a number, of which some have `b`.
  private static func bodies(_ has: (Int) -> Bool) -> [String] {
    (0..<12).map { body in
      let items = (0..<10).map { item in
        let number = body * 10 + item
        let category = ["New", "Current", "Old"][number % 3]
        let rest = has(number) ? ",\"b\":1" : ""
        return "{\"id\":\(number),\"category\":\"\(category)\",\"even\":\(number % 2 == 0)\(rest)}"
      }
      return "{\"items\":[\(items.joined(separator: ","))]}"
    }
  }

  private static let rows = """
    items:
      - id: integer
        category: string
        even: boolean
        b?: integer
    """

  /// The evidence on presence between two sets of answers.
  private static func evidence(
    _ before: (Int) -> Bool,
    _ after: (Int) -> Bool,
    counting counted: [String]? = nil
  ) throws -> [String?] {
    let documents = try Compared.rows(rows)
    let bodies = [Self.bodies(before), Self.bodies(after)]
    let sides = try zip(["before", "after"], bodies).map { label, bodies in
      DriftSide(label: label, content: .observed(try Compared.sight(bodies, documents)))
    }
    let report = Drift(documents: documents).report(on: sides)
    return PresenceQuestion.questions(of: report, sides).map { question in
      var tally = PresenceTally(question)
      for body in counted ?? bodies[question.side] { tally.add(Array(body.utf8)) }
      return tally.evidence
    }
  }

  @Test func `names the row that says when it is there`() throws {
    #expect(
      try Self.evidence({ _ in true }, { $0 % 3 != 0 }) == [
        "by `category`: in none of 40 with `New`, in all 40 with `Current`, in all 40 with `Old`"
      ]
    )
    #expect(
      try Self.evidence({ _ in true }, { $0 % 2 == 0 }) == [
        "by `even`: in none of 60 with `false`, in all 60 with `true`"
      ]
    )
  }

  @Test func `looks at the side before where it is always there after`() throws {
    #expect(
      try Self.evidence({ $0 % 2 == 0 }, { _ in true }) == [
        "by `even`: in none of 60 with `false`, in all 60 with `true`"
      ]
    )
  }

  @Test func `says how often where it is not always`() throws {
    #expect(
      try Self.evidence({ _ in true }, { $0 % 2 == 0 || $0 == 7 }) == [
        "by `even`: in 1 of 60 with `false`, in all 60 with `true`"
      ]
    )
  }

  @Test func `says nothing where no row says it`() throws {
    #expect(try Self.evidence({ _ in true }, { $0 % 7 < 3 }) == [nil])
  }

  @Test func `says nothing when other objects were counted`() throws {
    let fewer = Array(Self.bodies { $0 % 2 == 0 }.dropLast())

    #expect(
      try Self.evidence({ _ in true }, { $0 % 2 == 0 }, counting: fewer) == [nil]
    )
    #expect(try Self.evidence({ _ in true }, { $0 % 2 == 0 }, counting: ["{", "[]", "5"]) == [nil])
  }

  @Test func `asks nothing where presence did not change`() throws {
    #expect(try Self.evidence({ _ in true }, { _ in true }) == [])
  }
}
