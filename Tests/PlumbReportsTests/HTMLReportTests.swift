import PlumbChecking
import PlumbText
import TestSupport
import Testing

@testable import PlumbReports

@Suite struct HTMLReportTests {
  static func page(_ report: Report) throws -> MarkupShape {
    try MarkupShape(HTMLReport(contractLine: Sample.contractLine).text(of: report))
  }

  @Test func `says the verdict, each finding and how much was seen`() throws {
    let page = try Self.page(Sample.full)

    #expect(page.texts(of: "title") == ["plumb: 1 error, 1 note in 38 exchanges"])
    #expect(page.texts(of: "h1") == ["1 error, 1 note in 38 exchanges"])
    #expect(page.texts(of: "h3") == ["error field-stringified", "note content-type"])
    #expect(page.texts(of: "mark") == [#""5""#, "integer"])
    #expect(
      page.texts(of: "h2") == [
        "How much was seen", "Operations", "library/books.list",
        "Not judged", "Never exercised",
      ]
    )
    let text = page.texts(of: "body").joined()
    for part in [
      "1 documented promise is broken in 38 answers of 6 documented operations.",
      "3 of 67 items, in 1 of 4 exchanges", "curl -H", "row 3 of “Books”",
      "order-broken, 1 ×: book is not by code", "GET api.example.org/about/",
      "13 ×, without a contract", "library/authors.list", "not documented",
      "integer 64, string 3",
    ] { #expect(text.contains(part), "\(part)") }
  }

  @Test func `is a page without findings too`() throws {
    let page = try Self.page(Sample.report())

    #expect(page.texts(of: "h1") == ["no findings in 52 exchanges"])
    #expect(page.texts(of: "article") == [])
    #expect(page.texts(of: "p").first?.contains("kept every promise") == true)
  }

  @Test func `lists what is accepted`() throws {
    let text = try Self.page(Sample.accepted).texts(of: "li").joined(separator: "\n")

    #expect(text.contains("0a1b2c3d field-null in library/books.list, until 2027-01-15: ticket 7"))
    #expect(text.contains("expired: the finding counts again: 0a1b2c3d field-null"))
  }

  @Test func `draws listings and orders`() throws {
    var finding = Sample.finding(rule: "order-broken")
    finding.ranks = [0, 1, 5, 2, 3, 4]
    var report = Sample.report(findings: [finding])
    report.chains = [Sample.chain()]

    let page = try Self.page(report)

    #expect(
      page.values(of: "class", in: "circle") == [
        "right", "right", "wrong", "right", "right", "right",
      ]
    )
    #expect(page.values(of: "class", in: "rect").suffix(3) == ["track", "page", "page"])
    #expect(page.texts(of: "body").joined().contains("/books/?sort=title"))
  }

  @Test func `shows gaps and pages that were read again`() {
    var chain = Sample.chain()
    chain.pages = [
      .init(window: .init(start: 1, end: 20), cursor: nil, items: 20),
      .init(window: .init(start: 11, end: 20), cursor: nil, items: 10),
    ]
    let strip = PageStrip.svg(of: chain)

    #expect(strip.contains(#"<rect class="gap" x="200" y="0" width="200" height="20">"#))
    #expect(strip.contains(#"<rect class="page" x="0.5" y="1" width="199" height="9">"#))
    #expect(strip.contains(#"<rect class="again" x="100.5" y="11" width="99" height="8">"#))
  }

  @Test func `obeys nothing that an API sent`() throws {
    let hostile = "<script>alert(1)</script>\"'&{{{style}}}{{/x}}\u{1b}[2J\u{202e}]]>"
    var finding = Sample.finding(
      rule: hostile,
      message: "`\(hostile)` \(hostile)",
      places: Array(
        repeating: Sample.place(
          recording: hostile,
          pointer: hostile,
          excerpt: Excerpt(text: hostile, column: 3, length: 4)
        ),
        count: 2
      ),
      reproduce: hostile
    )
    finding.operation = hostile
    var report = Sample.report(findings: [finding], never: [hostile])
    report.chains = [Sample.chain(query: hostile)]
    report.observations[0].rows[0].field = "/\(hostile)"

    let page = try Self.page(report)

    #expect(page.elements["script"] == nil)
    #expect(page.texts(of: "body").joined().contains("<script>alert(1)</script>\"'&{{{style}}}"))
    #expect(!page.text.unicodeScalars.contains("\u{1b}"))
    #expect(!page.text.unicodeScalars.contains("\u{202e}"))
  }

  @Test func `asks the network for nothing`() throws {
    let page = try Self.page(Sample.full)

    for element in ["script", "link", "img", "iframe", "object", "form", "base"] {
      #expect(page.elements[element] == nil, "\(element)")
    }
    #expect(page.values(of: "href", in: "a").allSatisfy { $0.hasPrefix("#") })
    #expect(page.values(of: "src", in: nil).isEmpty)
    #expect(!page.text.contains("url("))
    #expect(!page.text.contains("@import"))
    #expect(page.values(of: "content", in: "meta").contains { $0.hasPrefix("default-src 'none'") })
  }

  @Test func `can be read by ear and by keyboard`() throws {
    var report = Sample.full
    report.chains = [Sample.chain()]

    let page = try Self.page(report)

    #expect(page.values(of: "lang", in: "html") == ["en"])
    #expect(page.elements["h1"] == 1)
    #expect(page.elements["main"] == 1)
    #expect(page.headings.first == 1)
    #expect(zip(page.headings, page.headings.dropFirst()).allSatisfy { $1 <= $0 + 1 })
    let ids = page.values(of: "id", in: nil)
    #expect(Set(ids).count == ids.count)
    let targets = page.values(of: "href", in: "a").map { String($0.dropFirst()) }
    #expect(!targets.isEmpty && Set(targets).isSubset(of: ids))
    #expect(Set(page.values(of: "aria-labelledby", in: nil)).isSubset(of: ids))
    #expect(page.values(of: "role", in: "svg").count == page.elements["svg"])
    #expect(page.values(of: "aria-label", in: "svg").allSatisfy { !$0.isEmpty })
    #expect(page.values(of: "scope", in: "th").count == page.elements["th"])
    // What scrolls can be reached by keyboard.
    #expect(page.values(of: "tabindex", in: "pre").count == page.elements["pre"])
    #expect(page.values(of: "tabindex", in: "div") == ["0"])
  }

  @Test(arguments: ["text", "faint", "link", "error", "warning", "note", "good"])
  func `stands out from its ground`(name: String) throws {
    let colours = Dictionary(
      uniqueKeysWithValues: HTMLStyle.colours.map { ($0.name, ($0.light, $0.dark)) }
    )
    let colour = try #require(colours[name])
    for ground in name == "text" ? ["ground", "panel", "mark"] : ["ground", "panel"] {
      let behind = try #require(colours[ground])
      #expect(Contrast.ratio(colour.0, behind.0) >= 4.5, "light, on \(ground)")
      #expect(Contrast.ratio(colour.1, behind.1) >= 4.5, "dark, on \(ground)")
    }
  }

  @Test func `holds ten thousand places`() throws {
    let places = (0..<10_000).map { Sample.place(pointer: "/book/\($0)/code") }

    let page = try Self.page(Sample.report(findings: [Sample.finding(places: places)]))

    #expect(page.texts(of: "summary").first == "9999 more places")
    #expect(page.elements["li"] ?? 0 > 9999)
    #expect(page.text.contains("content-visibility:auto"))
  }
}

/// How well a colour can be read on another, as WCAG 2.2 defines the contrast ratio.
private enum Contrast {
  static func ratio(_ lhs: String, _ rhs: String) -> Double {
    let light = [luminance(lhs), luminance(rhs)].sorted(by: >)
    return (light[0] + 0.05) / (light[1] + 0.05)
  }

  private static func luminance(_ colour: String) -> Double {
    let number = Int(colour.dropFirst(), radix: 16) ?? 0
    let parts = [number >> 16, number >> 8 & 0xFF, number & 0xFF].map { part in
      let value = Double(part) / 255
      return value <= 0.04045 ? value / 12.92 : power((value + 0.055) / 1.055)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  /// The value to the power of 2.4: its square times the fifth root of its square.
  private static func power(_ value: Double) -> Double {
    let square = value * value
    var root = 1.0
    for _ in 0..<60 {
      root -= (root * root * root * root * root - square) / (5 * root * root * root * root)
    }
    return square * root
  }
}
