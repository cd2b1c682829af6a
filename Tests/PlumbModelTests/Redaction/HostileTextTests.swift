import PlumbModel
import Testing

/// What someone would try who wants a secret to get through.
@Suite struct HostileTextTests {
  private static let value = "k3y/Q7+xW2mZ9=tT"
  private static let redactor = Redactor(secrets: [Secret(name: "KEY", value: value)])

  private func redacted(_ body: [UInt8], type: String = "application/json") throws -> String {
    let exchange = Exchange(
      request: .init(url: "https://api.example.org/"),
      response: .init(
        status: 200,
        fields: [HTTPField(name: "Content-Type", value: type)],
        body: body
      )
    )
    return String(decoding: try Self.redactor.redacted(exchange).response.body, as: UTF8.self)
  }

  @Test(
    arguments: [
      // Escapes upon escapes, and mixed in one value.
      #"{"a": "k3y%5Cu002FQ7%2BxW2mZ9\u003dtT"}"#, #"{"a": "k3y\u0025\u0032FQ7+xW2mZ9=tT"}"#,
      #"{"a": "{\"b\": \"{\\\"c\\\": \\\"k3y\\\\\/Q7+xW2mZ9=tT\\\"}\"}"}"#,
      "{\"a\": \"k3y%25252FQ7%25252BxW2mZ9%25253DtT\"}", "k3y&#47;Q7&amp;#43;xW2mZ9&#x3d;tT",
      // Cut, broken and doubled JSON.
      #"{"a": "k3y/Q7+xW2mZ9=tT"#, #"k3y/Q7+xW2mZ9=tT"}"#, #"{"a": k3y/Q7+xW2mZ9=tT}"#,
      #"{"a": 1}{"b": "k3y/Q7+xW2mZ9=tT"}"#, #"{"k3y/Q7+xW2mZ9=tT": 1}"#,
      #"{"a": "x\"#,
      // Folded, wrapped, and inside other forms of text.
      "X: k3y/Q7+x\r\n W2mZ9=tT", "azN5L1E3\nK3hXMm1a\nOT10VA==",
      "data: {\"a\": \"k3y/Q7+xW2mZ9=tT\"}\n\n",
      "callback({\"a\": \"k3y\\/Q7+xW2mZ9=tT\"});", "<a b='k3y/Q7+xW2mZ9=tT'/>",
      "a,b\n1,k3y/Q7+xW2mZ9=tT\n", "\u{FEFF}{\"a\": \"k3y/Q7+xW2mZ9=tT\"}",
    ]
  )
  func `a known value does not get through`(body: String) throws {
    let text = try redacted(Array(body.utf8))

    #expect(LeakSearch.leaks(of: Self.value, in: text).isEmpty, "\(text)")
    #expect(!text.contains("W2mZ9"), "\(text)")
  }

  @Test func `nor among bytes that are no text`() throws {
    let noise = (0..<5000).map { UInt8(truncatingIfNeeded: $0 &* $0 / 7) }
    let wide = Self.value.utf16.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] }
    var body = noise + [0] + wide + [0] + noise
    for text in ["k3y%2FQ7%2BxW2mZ9=tT", "azN5L1E3K3hXMm1aOT10VA==", #"{"password":"geheim"}"#] {
      body += [1] + Array(text.utf8) + [2] + noise
    }
    let exchange = Exchange(
      request: .init(url: "https://api.example.org/"),
      response: .init(status: 200, body: body)
    )

    let result = try Self.redactor.redacted(exchange).response.body

    for leak in ["W2mZ9", "azN5L1E3", "geheim"].map({ Array($0.utf8) }) + [wide] {
      #expect(result.firstRange(of: leak) == nil)
    }
    #expect(result.starts(with: noise))
    #expect(result.suffix(noise.count).elementsEqual(noise))
  }

  @Test(arguments: [#"S3cr\%2Ft7V4l7Qx2k9"#, #"S3cr"t7V4l7Qx2k9p"#, "S3cr'<t>7V4l7Qx2k9p"])
  func `a segment of an address goes on to its end`(value: String) throws {
    let url = "https://api.example.org/token/\(value)/items"
    let exchange = Exchange(request: .init(url: url), response: .init(status: 200))

    let result = try Redactor(secrets: []).redacted(exchange)

    #expect(
      result.request.url == "https://api.example.org/token/%7B%7Bsecret:token%7D%7D/items"
    )
  }

  @Test(arguments: [false, true])
  func `nor in two bytes a character`(isLittle: Bool) throws {
    let text = #"{"a": "k3y\u002FQ7+xW2mZ9=tT", "password": "geheim", "ä": 1.50}"#
    let body = text.utf16.flatMap { unit -> [UInt8] in
      let bytes = [UInt8(unit & 0xff), UInt8(unit >> 8)]
      return isLittle ? bytes : bytes.reversed()
    }

    let result = Array(try redacted(body).utf8)

    let units = stride(from: 0, to: result.count - 1, by: 2).map { index in
      let (first, second) = (UInt16(result[index]), UInt16(result[index + 1]))
      return isLittle ? second << 8 | first : first << 8 | second
    }
    let expected = #"{"a": "{{secret:KEY}}", "password": "{{secret:password}}", "ä": 1.50}"#
    // U+00E4 is no UTF-8 by itself, so that it is looked at apart.
    #expect(String(decoding: units, as: UTF16.self).hasPrefix(String(expected.prefix(60))))
  }

  @Test(
    arguments: [
      ("password: correct horse", "text/plain"), ("a: 1\n  password: correcthorse\n", "text/yaml"),
      ("<x><password>correct horse</password></x>", "application/xml"),
      ("<x password=\"correct horse\"/>", "text/xml"),
      ("{password: \"correct horse\"}", "text/plain"),
      ("a=1&password=correct+horse", "text/plain"),
      ("{\"pass\\u0077ord\": \"correct horse\"}", "x/y"),
      ("{\"a\": \"{\\\"password\\\": \\\"correct horse\\\"}\"}", "application/json"),
      ("{\"a\": \"?q=1&pass%77ord=correcthorse\"}", "application/json"),
      ("Cookie: correcthorse", "text/plain"),
      ("{\"Password1\": \"correct horse\"}", "application/json"),
    ]
  )
  func `a name gives its value away in text of any sort`(body: String, type: String) throws {
    let isFirstLine = body.hasPrefix("password:")
    let text = try redacted(
      Array((isFirstLine ? "a: b\npassword: correcthorse" : body).utf8),
      type: type
    )

    #expect(!text.contains("horse"), "\(text)")
    #expect(try redacted(Array(text.utf8), type: type) == text)
  }

  @Test(arguments: [
    "glpat-", "-eyJ", "sk-a", "a=", "token=", "://a@", "%25", "\\\\", "<password>",
    "-----BEGIN PRIVATE KEY", "{\"a\":[", "\"", "token:", "/token/", "Cookie:",
  ])
  func `a long text made of marks takes no long time`(mark: String) throws {
    let body = String(repeating: mark, count: 5_000 / mark.utf8.count)

    _ = Self.redactor.scan(Array(body.utf8))
    _ = Self.redactor.scan(Array("{\"a\": \"\(body)\"}".utf8))
  }
}
