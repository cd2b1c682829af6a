import PlumbModel
import PlumbText
import Testing

@testable import PlumbNotation

@Suite struct AcceptanceTests {
  static let entry = """
    accepted:
      - fingerprint: "5f0c2ab1"
        rule: field-null
        operation: books.list
        row: /book/*/code
        because: ticket 7
        until: 2027-01-31

    """

  static func read(_ text: String) -> (acceptances: [Acceptance], errors: [String]) {
    let file = NotationFile(path: "accepted.yaml", text: text)
    let log = DiagnosticLog()
    guard let node = YAMLReader(file, log: log).read() else {
      return ([], log.errors?.diagnostics.map(\.description) ?? [])
    }
    let reader = AcceptanceReader(reading: NodeReading(file: file, log: log), api: "library")
    return (reader.read(node), log.errors?.diagnostics.map(\.description) ?? [])
  }

  @Test func `reads what is accepted`() throws {
    let day = try #require(CalendarDate("2027-01-31"))

    let read = Self.read(Self.entry)

    #expect(read.errors == [])
    #expect(
      read.acceptances == [
        Acceptance(
          api: "library",
          fingerprint: "5f0c2ab1",
          rule: "field-null",
          operation: "library/books.list",
          row: "/book/*/code",
          reason: "ticket 7",
          until: day,
          place: SourcePlace(file: "accepted.yaml", line: 2, column: 5)
        )
      ]
    )
  }

  @Test(arguments: [
    ("until: 2027-01-31", "until: 2027-02-30", "7:12", "`until` is a day, here is `2027-02-30`"),
    ("until: 2027-01-31", "untill: 2027-01-31", "7:5", "`untill` is no key of an acceptance"),
    ("\"5f0c2ab1\"", "5f0c", "2:18", "a fingerprint is eight hexadecimal digits, here is `5f0c`"),
    ("    because: ticket 7\n", "", "2:5", "an acceptance says `because` too"),
    ("accepted:", "acepted:", "1:1", "did you mean `accepted`?"),
  ])
  func `says where it is wrong`(part: String, other: String, place: String, message: String) {
    let errors = Self.read(Self.entry.replacing(part, with: other)).errors.joined(separator: "\n")

    #expect(errors.contains("accepted.yaml:\(place): "), "\(errors)")
    #expect(errors.contains(message), "\(errors)")
  }

  @Test func `refuses to accept one finding twice`() {
    let twice = Self.entry + Self.entry.dropFirst("accepted:\n".count)

    #expect(Self.read(twice).errors.first?.contains("accepted already, in line 2") == true)
  }

  @Test(arguments: [
    "ticket 7", "a: b # c", "true", "2027", "\"", "'", "- x", "{a}", "ü\u{1b}\n", " x ",
  ])
  func `writes what it reads`(text: String) throws {
    let acceptance = Acceptance(
      api: "library",
      fingerprint: "00001e10",
      rule: "law:books.list.by-group",
      operation: "library/books.list",
      row: "/a~1b/*/\(text)",
      reason: text,
      contact: text,
      until: try #require(CalendarDate("2027-01-31")),
      place: SourcePlace(file: "accepted.yaml", line: 3, column: 5)
    )
    let text = AcceptanceWriter.head + AcceptanceWriter.entry(for: acceptance)

    let read = Self.read(text)

    #expect(read.errors == [])
    #expect(read.acceptances == [acceptance])
    let file = NotationFile(path: "accepted.yaml", text: text)
    #expect(AcceptanceWriter.holds(acceptance, file))
  }
}
