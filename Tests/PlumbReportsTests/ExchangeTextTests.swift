import PlumbModel
import Testing

@testable import PlumbReports

@Suite struct ExchangeTextTests {
  static func exchange(_ body: [UInt8], failure: String? = nil) -> Exchange {
    Exchange(
      request: Exchange.Request(url: "https://api.example.org/", fields: []),
      response: Exchange.Response(
        status: 200,
        fields: [HTTPField(name: "X-\u{1b}", value: "a\rb")],
        body: body,
        failure: failure
      )
    )
  }

  @Test func `numbers the lines of the body and obeys nothing in it`() {
    let exchange = Self.exchange(Array("{\"a\":[1,{}],\"b\":\"\u{1b}[2J\"}".utf8), failure: "reset")

    #expect(
      ExchangeText(numbersLines: true).text(of: exchange, facts: ["one of 2"]) == #"""
        # one of 2

        GET https://api.example.org/

        no whole answer came: reset
        200
        X-\u{1b}: a\u{d}b

        1 | {
        2 |   "a": [
        3 |     1,
        4 |     {}
        5 |   ],
        6 |   "b": "\u{1b}[2J"
        7 | }

        """#
    )
  }

  @Test(
    arguments: [([], "(no body)"), ([0xFF, 0xFE], "(2 bytes that are no text)")]
      as [([UInt8], String)]
  )
  func `says so when there is no text to show`(body: [UInt8], line: String) {
    let text = ExchangeText().text(of: Self.exchange(body))

    #expect(text.hasSuffix("\n\n\(line)\n"))
  }
}
