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

  @Test func `shows no credentials, but names what a recording took out`() {
    let fields = [
      ("Authorization", "Bearer s3cret"), ("Cookie", "id=s3cret"), ("X-API-Key", "s3cret"),
      ("X-Shelf", "s3cret"), ("X-Auth-Token", "{{secret:LIBRARY_KEY}}"),
      ("Referer", "https://me:s3cret@a.example/?sid=s3cret&q=1"), ("Accept", "*/*"),
    ]
    let exchange = Exchange(
      request: Exchange.Request(
        url: "https://me:s3cret@api.example.org/books/?api_key=s3cret&q=1#access_token=s3cret",
        fields: fields.map { HTTPField(name: $0.0, value: $0.1) }
      ),
      response: Exchange.Response(
        status: 200,
        fields: [HTTPField(name: "Set-Cookie", value: "id=s3cret; Path=/")],
        body: Array(#"{"next":"https://api.example.org/?start=21&api_key=s3cret"}"#.utf8)
      )
    )

    #expect(
      ExchangeText(redactor: Redactor(secrets: [], marked: ["x-shelf"])).text(of: exchange) == #"""
        GET https://REDACTED@api.example.org/books/?api_key=REDACTED&q=1#access_token=REDACTED
        Authorization: Bearer REDACTED
        Cookie: id=REDACTED
        X-API-Key: REDACTED
        X-Shelf: REDACTED
        X-Auth-Token: {{secret:LIBRARY_KEY}}
        Referer: https://REDACTED@a.example/?sid=REDACTED&q=1
        Accept: */*

        200
        Set-Cookie: id=REDACTED; Path=/

        {
          "next": "https://api.example.org/?start=21&api_key=REDACTED"
        }

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
