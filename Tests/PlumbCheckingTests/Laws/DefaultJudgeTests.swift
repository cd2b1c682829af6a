import PlumbModel
import PlumbText
import Testing

@testable import PlumbChecking

@Suite struct DefaultJudgeTests {
  private static func judge() throws -> DefaultJudge {
    let sample = try RelationSample(
      """
        a:
          get: /a/{id}
          path:
            id: string
          query:
            sort?: string (title, code) = title
            start?: integer 1.. = 1
            end?: integer = start + 19
            p?: string
          response: any
      """
    )
    return DefaultJudge(contracts: sample.contracts)
  }

  private static func record(
    _ query: String,
    body: UInt64,
    _ reference: Int,
    path: String = "1",
    session: UInt64 = 0
  ) -> DefaultRecord {
    DefaultRecord(
      operation: 0,
      session: session,
      path: [path],
      query: Query(query).items,
      body: body,
      reference: reference
    )
  }

  /// A pair of queries, whose answers differ, and the parameters that are to blame.
  @Test(arguments: [
    ("", "sort=title", "sort=title"), ("p=x", "sort=title&p=x", "sort=title"),
    ("", "start=1", "start=1"), ("", "end=20", "end=20"), ("start=21", "start=21&end=40", "end=40"),
    ("", "start=1&end=20", "end=20 start=1"), ("", "start=01&sort=title", nil),
    ("", "sort=code", nil), ("start=21", "start=21&end=41", nil), ("p=x", "sort=title&p=y", nil),
    ("", "p=x", nil), ("start=1", "end=20", nil), ("start=x", "start=x&end=20", nil),
    ("start=9223372036854775807", "start=9223372036854775807&end=3", nil),
  ])
  func `finds defaults that do not hold`(bare: String, given: String, blamed: String?) throws {
    let judge = try Self.judge()
    var exercised = [0]
    let records = [Self.record(given, body: 2, 0), Self.record(bare, body: 1, 1)]

    let found = judge.breaks(records, exercised: &exercised)
    #expect(found.map { $0.parameters.joined(separator: " ") } == [blamed].compactMap(\.self))
    #expect(exercised == [blamed == nil ? 0 : 1])
    #expect(found.allSatisfy { $0.bare == 1 && $0.given == 0 })
    let equal = records.map {
      Self.record(Query(items: $0.query).description, body: 3, $0.reference)
    }
    #expect(judge.breaks(equal, exercised: &exercised) == [])
  }

  @Test func `compares only within one session and one path`() throws {
    let judge = try Self.judge()
    var exercised = [0]
    let records = [
      Self.record("", body: 1, 0), Self.record("sort=title", body: 2, 1, path: "2"),
      Self.record("sort=title", body: 2, 2, session: 1),
    ]

    #expect(judge.breaks(records, exercised: &exercised) == [])
    #expect(exercised == [0])
  }

  @Test func `leaves a request with several answers to its own rule`() throws {
    let judge = try Self.judge()
    var exercised = [0]
    let records = [
      Self.record("", body: 1, 0), Self.record("", body: 2, 1),
      Self.record("sort=title", body: 2, 2),
    ]

    #expect(judge.breaks(records, exercised: &exercised) == [])
  }

  @Test func `names the default that does not hold`() throws {
    var exercised = [0]
    let found = try Self.judge().breaks(
      [Self.record("p=x", body: 1, 4), Self.record("p=x&start=1&sort=title", body: 2, 5)],
      exercised: &exercised
    )

    #expect(
      found.map(\.finding.message) == [
        """
        `sort=title` and `start=1` are documented defaults, the answer without them is another \
        than the one with
        """
      ]
    )
    #expect(found.map(\.finding.kind) == ["sort start"])
  }

  @Test func `hashes a body without its links`() {
    let one = Array(#"{"next":"x?a=1","item":[1]}"#.utf8)
    let other = Array(#"{"next":"x?b=1&c=2","item":[1]}"#.utf8)
    let third = Array(#"{"next":"x?a=1","item":[2]}"#.utf8)
    func digest(_ text: [UInt8], _ stretches: [Range<Int>]) -> UInt64 {
      let padded = text + [UInt8](repeating: 0, count: 32)
      let span = padded.span
      return DefaultJudge.digest(0..<text.count, without: stretches, in: span.bytes)
    }

    #expect(digest(one, [9..<14]) == digest(other, [9..<18]))
    #expect(digest(one, []) != digest(other, []))
    #expect(digest(one, [9..<14]) != digest(third, [9..<14]))
  }

  @Test(arguments: [("a", 0), ("b", 1)])
  func `does not take an address that repeats the request for another answer`(
    _ title: String,
    _ count: Int
  ) throws {
    let place = SourcePlace(file: "books.yaml", line: 1, column: 1)
    let row = { (name: String) in Row(name: name, type: FieldType(.string), place: place) }
    let contract = Contract(
      id: "books",
      api: "library",
      title: "Books",
      path: try PathTemplate("/books"),
      parameters: [
        Parameter(
          name: "sort",
          location: .query,
          type: FieldType(.string),
          isOptional: true,
          defaultValue: .text("title"),
          place: place
        )
      ],
      responses: [
        ResponseContract(
          status: 200,
          body: .json(FieldType(.object(ObjectType(rows: [row("next"), row("title")])))),
          place: place
        )
      ],
      place: place
    )
    func exchange(_ query: String, _ title: String) -> Exchange {
      let url = "https://api.example.org/books"
      let body =
        #"{"next":"\#(url)?\#(query.isEmpty ? "" : "\(query)&")start=21","title":"\#(title)"}"#
      return Exchange(
        request: Exchange.Request(url: query.isEmpty ? url : "\(url)?\(query)"),
        response: Exchange.Response(
          status: 200,
          fields: [HTTPField(name: "Content-Type", value: "application/json")],
          body: Array(body.utf8)
        )
      )
    }
    let api = API(id: "library", title: "Library", server: "https://api.example.org", place: place)

    let report = try Checks.report(
      on: [exchange("", "a"), exchange("sort=title", title)],
      apis: [api],
      contracts: [contract]
    )

    #expect(report.findings.map(\.rule) == Array(repeating: "default-differs", count: count))
  }
}
