import PlumbModel
import Testing

@Suite struct ScannedFileTests {
  private static let secret = "tY7q/Lm2x+Pz9RkWv4"
  private static let redactor = Redactor(secrets: [Secret(name: "LIBRARY_KEY", value: secret)])

  @Test(arguments: LeakPlace.allCases, [LeakForm.raw, .percent, .jsonEscaped, .base64Inside])
  func `a recording made whole is the one that would have been written`(
    place: LeakPlace,
    form: LeakForm
  ) throws {
    let exchange = place.exchange(form.write(Self.secret))

    let scanned = Self.redactor.scan(Recording.encode(exchange))

    #expect(!scanned.credentials.isEmpty)
    let written = Recording.encode(try Self.redactor.redacted(exchange))
    #expect(
      String(decoding: scanned.redacted, as: UTF8.self) == String(decoding: written, as: UTF8.self)
    )
    #expect(try Recording.decode(scanned.redacted, verifying: true).response.status > 0)
    #expect(Self.redactor.scan(scanned.redacted).credentials.isEmpty)
  }

  @Test func `an edited recording stays marked as edited`() throws {
    var bytes = Recording.encode(LeakPlace.setCookie.exchange(Self.secret))
    bytes.append(UInt8(ascii: " "))

    let scanned = Self.redactor.scan(bytes)

    var reader = RecordingReader()
    var layout = ExchangeLayout()
    let head = try reader.layout(
      of: scanned.redacted.span,
      count: scanned.redacted.count,
      into: &layout
    )
    #expect(head.isEdited)
  }

  @Test(
    arguments: [
      (#"{"token_type": "bearer", "tokens": 12, "keyword": "pin", "sort_key": "a9f8e7d6c5b4a392"}"#),
      (#"{"nextCursor": "eyJpZCI6MTIsImtleSI6ImEifQ==", "nextToken": "CAUSBgoEMTIzNDU2Nzg5MA"}"#),
      (#"{"code": "29-1051.00", "href": "https://api.example.org/jobs/29-1051.00?sort=code"}"#),
      (#"{"email": "me@example.org", "at": "2026-01-31T10:00:00Z", "sha256": "9f86d081884c7d65"}"#),
      (#"{"password_policy": "long", "password_changed_at": "2026-01-31", "token_count": 512}"#),
      (#"[{"key": "title", "value": "Keyboards"}, {"name": "author", "value": "A. Key"}]"#),
      ("the token: a small thing; a password: see below; Authorization: the key"),
      ("if (token == null) { return session.key }"),
      ("secretary=Jones&monkey=1&code=29-1051.00&state=OR&keyword=design"),
      (#"{"session": "Morning session", "auth": "none", "signature": "A. Smith", "pass": "yes"}"#),
      (#"{"secret": null, "password": "", "api_key": "****", "token": "{{token}}", "jwt": true}"#),
    ]
  )
  func `ordinary data is left as it is`(body: String) {
    let scanned = Self.redactor.scan(Array(body.utf8))

    #expect(scanned.credentials.isEmpty)
    #expect(String(decoding: scanned.redacted, as: UTF8.self) == body)
  }

  @Test(
    arguments: [
      ("a JSON Web Token", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dBjftJeZ4CVPmB92K27u"),
      (
        "a private key",
        "-----BEGIN RSA PRIVATE KEY-----\\nMIIEow==\\n-----END RSA PRIVATE KEY-----"
      ),
      ("a GitHub token", "ghp_0123456789abcdefghijABCDEFGHIJ012345"),
      ("an AWS key", "AKIAIOSFODNN7EXAMPLE"),
      ("a Google API key", "AIzaSyA0123456789abcdefghijklmnopqrstuv"),
      ("a Slack token", "xoxb-123456789012-abcdefghij"),
      ("a Stripe key", "sk_live_0123456789abcdefABCDEF"),
      ("a bearer token", "Bearer 0123456789abcdefghij"),
    ]
  )
  func `a shape refuses to be written, and says where it is`(kind: String, value: String) throws {
    let exchange = Exchange(
      request: .init(url: "https://api.example.org/items"),
      response: .init(status: 200, body: Array(#"{"data": [{"note": "\#(value)"}]}"#.utf8))
    )
    let redactor = Redactor(secrets: [])

    let refusal = #expect(throws: RedactionRefusal.self) { try redactor.redacted(exchange) }

    #expect(refusal?.kind == kind)
    #expect(refusal?.place == "the body of the response, at /data/0/note")
    let words = refusal?.description ?? ""
    #expect(!words.contains(value))
    #expect(!redactor.redacted("it sent \(value)").contains(value.suffix(12)))
  }
}
