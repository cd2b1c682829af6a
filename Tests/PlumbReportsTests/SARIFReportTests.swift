import PlumbChecking
import PlumbText
import TestSupport
import Testing

@testable import PlumbReports

@Suite struct SARIFReportTests {
  static func log(of report: Report) throws -> JSONValue {
    try JSONValue(text: String(decoding: SARIFReport().bytes(of: report), as: UTF8.self))
  }

  @Test func `names the tool, the version of the format and each broken rule once`() throws {
    let log = try Self.log(
      of: Sample.report(findings: [Sample.finding(), Sample.finding(), Sample.law])
    )

    #expect(log["version"] == .string("2.1.0"))
    #expect(log["runs"]?[0]?["tool"]?["driver"]?["name"] == .string("plumb"))
    #expect(log["runs"]?[0]?["columnKind"] == .string("unicodeCodePoints"))
    let rules = log["runs"]?[0]?["tool"]?["driver"]?["rules"]?.items ?? []
    #expect(
      rules.map { $0["id"] } == [
        .string("field-stringified"), .string("law:books.list.by-group"),
      ]
    )
    #expect(rules.map { $0["properties"]?["tags"]?[0] } == [.string("fields"), .string("laws")])
    let results = log["runs"]?[0]?["results"]?.items ?? []
    #expect(results.map { $0["ruleIndex"] } == [.number(0), .number(0), .number(1)])
  }

  @Test func `points at the line of the recording and at the row of the contract`() throws {
    let log = try Self.log(of: Sample.report(findings: [Sample.finding()]))

    let result = log["runs"]?[0]?["results"]?[0]
    let seen = result?["locations"]?[0]
    #expect(
      seen?["physicalLocation"]?["artifactLocation"]?["uri"]
        == .string("recordings/library/books.list/start-21-3f9a0c12be45.http")
    )
    let region = seen?["physicalLocation"]?["region"]
    #expect(region?["startLine"] == .number(61))
    #expect(region?["startColumn"] == .number(17))
    #expect(region?["byteOffset"] == .number(2210))
    #expect(region?["byteLength"] == .number(3))
    #expect(seen?["logicalLocations"]?[0]?["fullyQualifiedName"] == .string("/book/7/code"))
    let row = result?["relatedLocations"]?[0]?["physicalLocation"]
    #expect(row?["artifactLocation"]?["uri"] == .string("contracts/library/books.yaml"))
    #expect(row?["region"]?["startLine"] == .number(7))
    #expect(row?["region"]?["startColumn"] == .number(11))
    #expect(result?["partialFingerprints"]?["plumb/v1"] == .string("5f0c2ab1"))
    #expect(result?["occurrenceCount"] == .number(3))
    #expect(result?["level"] == .string("error"))
  }

  @Test func `gives no offset in a file for an entry of an archive`() throws {
    let log = try Self.log(
      of: Sample.report(findings: [Sample.finding(places: [Sample.place(entry: 7)])])
    )

    let location = log["runs"]?[0]?["results"]?[0]?["locations"]?[0]
    #expect(location?["physicalLocation"]?["region"]?["startLine"] == .number(61))
    #expect(location?["physicalLocation"]?["region"]?["byteOffset"] == nil)
    #expect(
      location?["logicalLocations"]?[0]?["fullyQualifiedName"] == .string("entry 7/book/7/code")
    )
  }

  @Test func `shows the row where no recording can be opened`() throws {
    let piped = Sample.finding(places: [Sample.place(recording: "-", entry: 0)])
    let placeless = Sample.finding(places: [])

    let log = try Self.log(of: Sample.report(findings: [piped, placeless]))

    let results = log["runs"]?[0]?["results"]?.items ?? []
    #expect(results[0]["locations"]?[0]?["physicalLocation"] == nil)
    #expect(
      results[1]["locations"]?[0]?["physicalLocation"]?["artifactLocation"]?["uri"]
        == .string("contracts/library/books.yaml")
    )
  }

  @Test func `says what could not be judged`() throws {
    let log = try Self.log(of: Sample.full)

    let notes = log["runs"]?[0]?["invocations"]?[0]?["toolExecutionNotifications"]?.items ?? []
    #expect(
      notes.map { $0["message"]?["text"] } == [
        .string("not judged: 13 × GET api.example.org/about/, without a contract"),
        .string(
          "not judged: 1 × status 503, refused for speed (429) or failed by the server (5xx)"
        ),
      ]
    )
  }

  @Test(arguments: [
    ("a b/ü.http", "a%20b/%C3%BC.http"), ("/tmp/x.har", "file:///tmp/x.har"),
    ("a:b/c.http", "./a:b/c.http"), ("50%#?.http", "50%25%23%3F.http"),
  ])
  func `writes paths as references`(path: String, uri: String) {
    #expect(SARIFPlace.uri(of: path) == uri)
  }
}
