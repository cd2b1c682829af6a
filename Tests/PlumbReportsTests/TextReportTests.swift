import PlumbChecking
import PlumbText
import Testing

@testable import PlumbReports

@Suite struct TextReportTests {
  @Test func `shows cause, places, symptoms, counts and how much was seen`() {
    let text = TextReport(contractLine: Sample.contractLine).text(of: Sample.full)

    #expect(
      text == """
        1 error

        error[field-stringified]: `book[].code` is documented as integer, the API sends
          string ("5")
          --> recordings/library/books.list/start-21-3f9a0c12be45.http:61:17
              /book/7/code
           |
        61 |         "code": "5",
           |                 ^^^ string
          ::: contracts/library/books.yaml:7:11   row 3 of "Books"
           |
         7 |         - code: integer   # the shelf mark
           |                 ------- documented
           = 3 of 67 items, in 1 of 4 exchanges
           = also breaks order-broken, once: `book` is not by code
           = see it: curl -H "X-API-Key: $LIBRARY_KEY" 'https://api.example.org/books/?start=21'

        1 note

        note[content-type]: the response is documented as JSON, the API says
          "text/plain"
          --> recordings/library/books.list/start-21-3f9a0c12be45.http, entry 7
           = in 2 of 4 exchanges

        1 error, 1 note in 38 exchanges
          seen:      52 exchanges, 9 chains, 52 files, 1.2 MB
          exercised: 6 of 6 operations, 7 of 12 responses, 61 of 63 rows
          unjudged:  13 without a contract
                       13 × GET api.example.org/about/, first at
                         recordings/library/other/about.http
                     1 refused for speed (429) or failed by the server (5xx)
                       1 × status 503, first at
                         recordings/library/books.list/start-21-3f9a0c12be45.http, entry
                         3
          untried:   2 never exercised
                       library/authors.list
                       library/books.list 200 /book/*/title

        """
    )
  }

  @Test func `colours only when told`() {
    var options = TextReport.Options()
    options.isColoured = true
    let plain = TextReport(contractLine: Sample.contractLine).text(of: Sample.full)
    let coloured = TextReport(options: options, contractLine: Sample.contractLine)
      .text(of: Sample.full)

    #expect(!plain.contains("\u{1b}"))
    #expect(coloured.contains("\u{1b}[1;31merror[field-stringified]\u{1b}[0m"))
    #expect(coloured.replacing(/\u{1b}\[[0-9;]*m/, with: "") == plain)
  }

  @Test func `says that nothing was judged when nothing was`() {
    let entry = Report.Unjudged(
      reason: .noContract,
      what: "GET api.example.org/",
      count: 2,
      place: Sample.place()
    )
    let text = TextReport().text(of: Sample.report(unjudged: [entry], exchanges: 2))

    #expect(text.hasPrefix("nothing was judged: no exchange belongs to a contract\n"))
  }

  @Test func `says how much a clean check rests on`() {
    let text = TextReport().text(of: Sample.report())

    #expect(
      text == """
        no findings in 52 exchanges
          seen:      52 exchanges, 9 chains, 52 files, 1.2 MB
          exercised: 6 of 6 operations, 7 of 12 responses, 61 of 63 rows

        """
    )
  }

  @Test func `is silent when quiet and clean`() {
    var options = TextReport.Options()
    options.isQuiet = true

    #expect(TextReport(options: options).text(of: Sample.report()) == "")
  }

  @Test(arguments: [40, 60, 80, 132])
  func `fits the width, but for paths and commands`(width: Int) {
    var options = TextReport.Options()
    options.width = width
    let text = TextReport(options: options, contractLine: Sample.contractLine).text(
      of: Sample.full
    )

    let wide = text.split(separator: "\n").filter {
      $0.count > width && !$0.contains("-->") && !$0.contains(":::") && !$0.contains("see it:")
    }
    #expect(wide == [])
  }

  @Test func `lists every place when told`() {
    var options = TextReport.Options()
    options.listsPlaces = true
    let finding = Sample.finding(places: [
      Sample.place(), Sample.place(recording: "a.har", entry: 4, pointer: "/book/9/code", line: 9),
    ])
    let text = TextReport(options: options).text(of: Sample.report(findings: [finding]))

    #expect(text.contains("\n   = also at a.har:9:17, entry 4   /book/9/code\n"))
  }

  @Test func `never sends what an API sent as a control character`() {
    let hostile = "\u{1b}[2J\r\u{202e}\u{7}\u{9b}"
    let finding = Sample.finding(
      rule: "x" + hostile,
      message: "found " + hostile,
      places: [
        Sample.place(
          recording: hostile,
          pointer: hostile,
          excerpt: Excerpt(text: hostile, column: 1, length: 2)
        )
      ],
      symptoms: [.init(rule: "r", field: nil, message: hostile, count: 2)],
      contract: ContractPlace(place: Sample.contractPlace.place, row: nil, title: hostile),
      reproduce: "curl " + hostile
    )
    let entry = Report.Unjudged(
      reason: .failed,
      what: hostile,
      count: 1,
      place: Sample.place(recording: hostile)
    )
    let text = TextReport(contractLine: { _, _ in hostile })
      .text(of: Sample.report(findings: [finding], unjudged: [entry], never: [hostile]))

    #expect(text.contains(#"  \u{1b}[2J\u{d}\u{202e}\u{7}\u{9b}"#))
    let sent = text.unicodeScalars.filter {
      $0 != "\n" && $0.properties.generalCategory == .control
    }
    #expect(sent.isEmpty)
    #expect(!text.unicodeScalars.contains("\u{202e}"))
  }
}
