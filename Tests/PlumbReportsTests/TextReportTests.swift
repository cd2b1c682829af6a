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
           = accept it: plumb accept 5f0c2ab1 --until DATE --because WHY

        1 note

        note[content-type]: the response is documented as JSON, the API says
          "text/plain"
          --> recordings/library/books.list/start-21-3f9a0c12be45.http, entry 7
           = in 2 of 4 exchanges
           = accept it: plumb accept 5f0c2ab1 --until DATE --because WHY

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
                       library/books.list: 200 /book/*/title

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

    #expect(text.hasPrefix("nothing was judged\n  seen: "))
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

  @Test func `counts requests that differ in ids together, the most frequent first`() {
    let paths = ["about/", "authors/7", "authors/8/books/29-10.00", "authors/9", "authors/x8/"]
    let entries = paths.map { path in
      Report.Unjudged(
        reason: .noContract,
        what: "GET api.example.org/\(path)",
        count: 2,
        place: Sample.place(recording: "a.har", entry: path.count)
      )
    }
    let text = TextReport().text(of: Sample.report(unjudged: entries, exchanges: 12))

    #expect(
      text.contains(
        """
          unjudged:  10 without a contract
                       4 × GET api.example.org/authors/*, first at a.har, entry 9
                       2 × GET api.example.org/about/, first at a.har, entry 6
                       2 × GET api.example.org/authors/8/books/29-10.00, first at a.har,
                         entry 24
                       2 × GET api.example.org/authors/x8/, first at a.har, entry 11

        """
      )
    )
  }

  @Test func `says what was never exercised in a line for each operation`() {
    let rows = ["a", "b", "c", "d", "e"].map { "library/books.list /\($0)" }
    let never =
      rows + ["library/books.one", "library/shelf status 401", "library/shelf status 422"]
    let text = TextReport().text(of: Sample.report(never: never))

    #expect(
      text.hasSuffix(
        """
          untried:   8 never exercised
                       library/books.list: /a, /b, /c and 2 more
                       library/books.one
                       library/shelf: status 401, status 422

        """
      )
    )
  }

  @Test func `says which listings lack pages, and how much conversations showed`() {
    var report = Sample.report()
    report.coverage.orders = .init(exercised: 11, of: 12)
    report.coverage.lastPages = .init(exercised: 5, of: 6)
    var windows = Sample.chain(query: "")
    windows.pages = [(11, 20), (31, 31), (1, 12)].map {
      .init(window: .init(start: $0, end: $1), cursor: nil, items: 1 + $1 - $0)
    }
    windows.missing = [.init(start: 21, end: 30), .init(start: 32, end: 60)]
    windows.missingTargets = []
    var later = Sample.chain(query: "")
    later.pages = [.init(window: nil, cursor: "Mg", items: 20)]
    later.missing = []
    later.missingTargets = []
    later.hasFirst = false
    let long = "subject=\(String(repeating: "x", count: 30))&sort=title"
    report.chains =
      [Sample.chain(isComplete: true), Sample.chain(query: long), windows, later]
      + (1...3).map { Sample.chain(query: "api_key=secret\($0)") }

    #expect(
      TextReport().text(of: report).hasSuffix(
        """
          exercised: 6 of 6 operations, 7 of 12 responses, 61 of 63 rows
                     11 of 12 orders, 5 of 6 last pages
          chains:    7 listings, 1 whole; 6 with pages missing
                       /books/?subject=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx&sort=title: seen
                         23 of 60 in 2 pages; missing 21–40, the page at Mw
                       /books/: seen 1–20, 31 of 60 in 3 pages; missing 21–30, 32–60
                       /books/: seen 20 of 60 in 1 page; missing the first page
                       /books/?api_key=REDACTED: seen 23 of 60 in 2 pages; missing
                         21–40, the page at Mw
                       and 2 more; --report json lists all

        """
      )
    )
  }

  @Test func `says that a report is of a part`() {
    var report = Sample.report()
    report.summary.unread = 1

    #expect(TextReport().text(of: report).contains("52 files, 1.2 MB, 1 file not to the end\n"))
  }

  @Test func `cuts a pointer that would fill the terminal`() {
    let pointer = String(repeating: "/0", count: 512)
    let text = TextReport()
      .text(of: Sample.report(findings: [Sample.finding(places: [Sample.place(pointer: pointer)])]))

    let lines = text.split(separator: "\n").filter { $0.contains("/0/0/0") }
    #expect(lines.count == 3)
    #expect(lines.last?.hasSuffix("…") == true)
  }

  @Test func `shows no credential of an archive, and still marks the place`() {
    let line = #"…3t"},{"name":"Cookie","value":"s3cret"}],"url":"https://a.example/?token=s3cret""#
    let excerpt = Excerpt(text: line, column: line.prefix { $0 != "h" }.count, length: 31)
    let finding = Sample.finding(
      message: "sends https://me:s3cret@a.example/?api_key=s3cret",
      places: [Sample.place(entry: 1, excerpt: excerpt)]
    )
    let text = TextReport().text(of: Sample.report(findings: [finding]))

    #expect(!text.contains("s3cret"))
    #expect(!text.contains("3t"))
    #expect(
      text.contains(
        #"""
        61 | …lue":"REDACTED"}],"url":"https://a.example/?token=REDACTED"
           |                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ string
        """#
      )
    )
    #expect(text.contains("sends https://REDACTED@a.example/?api_key=REDACTED"))
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
        && !$0.contains("accept it:")
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

  @Test func `says what is accepted, and which acceptances accept nothing`() {
    let text = TextReport().text(of: Sample.accepted)

    #expect(
      text.contains(
        """
          accepted:  1 finding
                       0a1b2c3d field-null in library/books.list, until 2027-01-15:
                         ticket 7
                     1 acceptance expired: the finding counts again
                       0a1b2c3d field-null in library/books.list, until 2027-01-15, in
                         contracts/library/accepted.yaml:3:5
                     1 acceptance stale: no longer found, drop it
        """
      )
    )
    #expect(text.contains("1 acceptance not exercised: nothing was read that could show it\n"))
    #expect(text.hasPrefix("1 accepted in 52 exchanges\n"))
  }
}
