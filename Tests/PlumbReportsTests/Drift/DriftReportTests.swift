import PlumbChecking
import PlumbDrift
import PlumbModel
import TestSupport
import Testing

@testable import PlumbReports

@Suite struct DriftReportTests {
  private static let hostile =
    "<script>alert(1)</script>\"'&{{{style}}}{{/x}}](javascript:1)\u{1b}[2J\u{202e}|`::error::"

  private static var hostileReport: DriftReport {
    DriftSample.report(before: hostile, after: hostile, evidence: hostile, label: hostile)
  }

  // MARK: - Text

  @Test func `says it at a glance, in 80 columns`() {
    let text = DriftText().text(of: DriftSample.report())

    #expect(
      text == """
        drift from contracts to recordings/2026-11 (52 exchanges)
        3 changes in 2 operations: 2 breaking, 1 compatible

        breaking

        [type-widened] library/books.list /book/*/code
          before  integer
          after   string ("5")
          seen    3 of 67 items, in 1 of 4 exchanges
          since   recordings/2026-08
                  `code` is documented as integer, the API sends string ("5")
          at      recordings/library/books.list/start-21-3f9a0c12be45.http:61:17   /book/7/code
          stands  contracts/library/books.yaml:7:15
          see it  curl 'https://api.example.org/books/?start=21'

        [order-broken] library/books.list order of sort=title
          before  the order of `title`
          after   the order by `bytes`
          since   recordings/2026-11

        compatible

        [row-added] library/books.list /book/*/note
          before  no `note`
          after   string
          since   recordings/2026-11

        library/books.list Books
          field                  documented             observed
          …
          book                   list of objects        list of objects in all 4,
                                                        7..20 items
        !   code                 integer                integer (64), string (3) in
                                                        all 67
        !   note                 -                      string in 12 of 67
            title                string                 string in all 67
          …

        never met: 1 documented operation

        never met in operations that were:
          library/books.list /book/*/tags

        """
    )
  }

  @Test(arguments: [40, 80, 132])
  func `is never wider than the terminal, but for what is copied`(width: Int) {
    var options = TextReport.Options()
    options.width = width

    let lines = DriftText(options: options).text(of: DriftSample.report()).split(separator: "\n")

    let copied = ["  at ", "  stands ", "  see it "]
    let wide = lines.filter { line in
      line.count > width && !copied.contains { line.hasPrefix($0) }
    }
    #expect(wide == [])
  }

  @Test func `colours only where it is told to`() {
    var options = TextReport.Options()
    options.isColoured = true

    #expect(DriftText(options: options).text(of: DriftSample.report()).contains("\u{1b}[1;31m"))
    #expect(!DriftText().text(of: Self.hostileReport).contains("\u{1b}"))
  }

  @Test func `shows no table in which nothing changed`() {
    var report = DriftSample.report()
    for index in report.tables[0].rows.indices { report.tables[0].rows[index].changes = [] }

    #expect(!DriftText().text(of: report).contains("list of objects"))
  }

  @Test func `is quiet when nothing changed and it is told to be`() {
    var options = TextReport.Options()
    options.isQuiet = true
    var report = DriftSample.report()
    report.changes = []
    report.tables = []

    #expect(DriftText(options: options).text(of: report) == "")
    #expect(DriftText().text(of: report).contains("no drift in 2 operations"))
    report.compared = 0
    #expect(DriftText().text(of: report).contains("nothing in common"))
  }

  // MARK: - Markdown

  @Test func `is the reference page, corrected`() {
    let text = DriftMarkdown().text(of: DriftSample.report())

    for line in [
      "# 3 changes in 2 operations: 2 breaking, 1 compatible",
      "| Field | documented | observed | example | change |",
      "| total | integer | integer in all 4, 67 |  |  |",
      "| **code (nested at level 1)** | integer | integer (64), string (3) in all 67 | `7` | "
        + "`type-widened` |",
      "| **note (nested at level 1)** |  | string in 12 of 67 |  | `row-added` |",
      "- `/book/*/code`, observed: values `7` (64), `5` (3); numbers 1..7; lengths 1; "
        + "first seen `recordings/library/books.list/start-21-3f9a0c12be45.http:61:17 "
        + "/book/7/code`; last seen `recordings/z.har, entry 4`",
    ] { #expect(text.split(separator: "\n").contains { $0 == line }, "\(line)") }
  }

  @Test func `obeys nothing in Markdown`() {
    let text = DriftMarkdown().text(of: Self.hostileReport)

    #expect(!text.contains("\u{1b}"))
    #expect(!text.split(separator: "\n").contains { $0.hasPrefix("::error") })
    // Outside of code, no mark begins anything.
    let plain = text.split(separator: "`").enumerated().filter { $0.offset.isMultiple(of: 2) }
    #expect(plain.allSatisfy { !$0.element.contains("<script>") || $0.element.contains("&lt;") })
  }

  // MARK: - HTML

  private static func page(_ report: DriftReport) throws -> MarkupShape {
    try MarkupShape(DriftHTML().text(of: report))
  }

  @Test func `shows tables, changes and their time`() throws {
    let page = try Self.page(DriftSample.report())

    #expect(page.texts(of: "h1") == ["3 changes in 2 operations: 2 breaking, 1 compatible"])
    #expect(page.texts(of: "h2") == ["Over time", "What changed", "Books", "Never exercised"])
    #expect(page.elements["article"] == 3)
    #expect(
      page.values(of: "aria-label", in: "svg") == [
        "as before, changed, changed", "as before, not met, changed",
        "as before, as before, changed",
      ]
    )
    let text = page.texts(of: "body").joined()
    for part in [
      "integer (64), string (3) in all 67", "since recordings/2026-08", "curl '", "e.g. 7",
      "recordings/z.har, entry 4",
    ] {
      #expect(text.contains(part), "\(part)")
    }
  }

  @Test func `can be read by ear and by keyboard, without a network`() throws {
    let page = try Self.page(DriftSample.report())

    #expect(page.values(of: "lang", in: "html") == ["en"])
    #expect(page.headings.first == 1)
    #expect(zip(page.headings, page.headings.dropFirst()).allSatisfy { $1 <= $0 + 1 })
    let ids = page.values(of: "id", in: nil)
    #expect(Set(ids).count == ids.count)
    let targets = page.values(of: "href", in: "a")
    #expect(targets.allSatisfy { $0.hasPrefix("#") && ids.contains(String($0.dropFirst())) })
    #expect(Set(page.values(of: "aria-labelledby", in: nil)).isSubset(of: ids))
    #expect(page.values(of: "scope", in: "th").count == page.elements["th"])
    #expect(page.values(of: "tabindex", in: "pre").count == page.elements["pre"])
    for element in ["script", "link", "img", "iframe", "form"] {
      #expect(page.elements[element] == nil, "\(element)")
    }
  }

  @Test func `obeys nothing in HTML`() throws {
    let page = try Self.page(Self.hostileReport)

    #expect(page.elements["script"] == nil)
    #expect(page.texts(of: "body").joined().contains("<script>alert(1)</script>\"'&{{{style}}}"))
    #expect(!page.text.unicodeScalars.contains("\u{1b}"))
    #expect(!page.text.unicodeScalars.contains("\u{202e}"))
  }

  // MARK: - JSON

  @Test(arguments: [DriftSample.report(), hostileReport])
  func `keeps its published schema`(report: DriftReport) throws {
    let schema = JSONSchemaValidator(
      root: try JSONValue(text: Repository.text("docs/plumb.drift-1.schema.json"))
    )
    let text = String(decoding: DriftJSON().bytes(of: report), as: UTF8.self)

    #expect(try schema.problems(try JSONValue(text: text)) == [])
    let broken = text.replacing("\"breaking\"", with: "\"fatal\"")
    #expect(try !schema.problems(try JSONValue(text: broken)).isEmpty)
  }

  @Test func `says what was seen of a row, and where`() throws {
    let text = String(decoding: DriftJSON().bytes(of: DriftSample.report()), as: UTF8.self)
    let report = try JSONValue(text: text)

    let seen = report["tables"]?[0]?["rows"]?[3]?["seenAfter"]

    #expect(seen?["count"] == .number(67))
    #expect(seen?["of"] == .number(67))
    #expect(seen?["types"] == .object(["integer": .number(64), "string": .number(3)]))
    #expect(seen?["numbers"] == .object(["least": .number(1), "greatest": .number(7)]))
    #expect(seen?["values"]?[1]?["value"] == .string("7"))
    #expect(seen?["example"]?["json"] == .string("7"))
    #expect(seen?["first"]?["line"] == .number(61))
    #expect(seen?["last"]?["entry"] == .number(4))
    #expect(report["tables"]?[0]?["rows"]?[3]?["seenBefore"] == .null)
  }

  // MARK: - Credentials

  @Test func `takes credentials out of everything`() throws {
    let redactor = Redactor(secrets: [Secret(name: "LIBRARY_KEY", value: "9f8e7d6c5b4a3210")])
    let secret = "9f8e7d6c5b4a3210"
    var report = DriftSample.report(before: secret, after: secret, evidence: secret)
    report.tables[0].rows[0].after = "string (\(secret))"
    report.unseen = [secret]
    var value = ObservedValue()
    value.strings = 1
    value.values = [.init(text: secret, isString: true, count: 1)]
    value.form = .code(secret)
    value.example = .init(
      json: "\"\(secret)\"",
      place: Sample.place(pointer: "/\(secret)", excerpt: nil)
    )
    report.tables[0].rows[0].seenBefore = RowSight(value, of: 1)
    report.tables[0].rows[0].seenAfter = RowSight(value, of: 1)
    var options = TextReport.Options()
    options.redactor = redactor

    #expect(!DriftText(options: options).text(of: report).contains(secret))
    #expect(!DriftMarkdown(redactor: redactor).text(of: report).contains(secret))
    #expect(try !DriftHTML(redactor: redactor).text(of: report).contains(secret))
    let json = String(decoding: DriftJSON(redactor: redactor).bytes(of: report), as: UTF8.self)
    #expect(!json.contains(secret))
  }
}
