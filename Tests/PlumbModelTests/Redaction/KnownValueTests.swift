import PlumbModel
import Testing

@Suite struct KnownValueTests {
  private let redactor = Redactor(secrets: [Secret(name: "LIBRARY_KEY", value: "k3y/with+signs=")])

  @Test(
    arguments: [
      "k3y/with+signs=", "k3y%2Fwith%2Bsigns%3D", "k3y%2fwith%2bsigns%3d", "k3y\\/with+signs=",
      #"k3y\u002fwith\u002Bsigns="#, "%6b3y/with%2bsigns=", "k3y%252Fwith%252Bsigns%253D",
      #"k3y\\\/with+signs="#, "k3y&#x2F;with&#43;signs=",
      "azN5L3dpdGgrc2lnbnM9", "bWU6azN5L3dpdGgrc2lnbnM9", "dXNlcjprM3kvd2l0aCtzaWducz0=",
      "6b33792f776974682b7369676e733d",
      "k\u{0}3\u{0}y\u{0}/\u{0}w\u{0}i\u{0}t\u{0}h\u{0}+\u{0}s\u{0}i\u{0}g\u{0}n\u{0}s\u{0}=\u{0}",
    ]
  )
  func `finds a value however it is written`(form: String) throws {
    let body = "{\"note\": \"a \(form) b\"}"
    let exchange = Exchange(
      request: .init(url: "https://api.example.org/\(form)/x"),
      response: .init(
        status: 200,
        fields: [HTTPField(name: "X-Echo", value: form)],
        body: Array(body.utf8)
      )
    )

    let redacted = try redactor.redacted(exchange)

    let url = redacted.request.url
    #expect(url.hasPrefix("https://api.example.org/") && url.hasSuffix("/x"))
    for text in [
      redacted.request.url, redacted.response.fields[0].value,
      String(decoding: redacted.response.body, as: UTF8.self), redactor.redacted(body),
    ] {
      #expect(!text.contains(form))
    }
  }

  @Test func `leaves an exchange without it as it is`() throws {
    let exchange = Exchange(
      request: .init(url: "https://api.example.org/a%20b?c=%2F"),
      response: .init(status: 200, body: Array(#"{"a": 1.0, "b": "\/"}"#.utf8))
    )

    #expect(try redactor.redacted(exchange) == exchange)
  }

  @Test func `never describes a value`() {
    let secret = Secret(name: "LIBRARY_KEY", value: "k3y")

    for text in ["\(secret)", String(reflecting: secret), "\([secret])"] {
      #expect(!text.contains("k3y"))
    }
    var dumped = ""
    dump(secret, to: &dumped)
    #expect(!dumped.contains("k3y"))
  }
}
