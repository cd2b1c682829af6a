import PlumbModel

/// The places in which recorders leak, each with an exchange that carries a secret there.
///
/// Source: the places that were measured of three recorders, in research for this tool.
enum LeakPlace: String, CaseIterable, Sendable {
  case authorization = "an Authorization field"
  case query = "a query parameter, echoed in Link and in the body's next"
  case cookie = "a Cookie field"
  case setCookie = "a Set-Cookie field"
  case password = "a nested password that is sent"
  case accessToken = "a nested access_token that is received"
  case location = "an access_token in Location"
  case customField = "the field X-Foo-Token"
  case userinfo = "the user of a URL"
  case form = "client_secret in a form"
  case echo = "an Authorization field echoed in the body"
  case decoded = "a token in a body that was compressed"
  case path = "a segment of a path"
  case multipart = "api_key in a multipart body"
  case camelCase = "accessToken in the answer"
  case jsonInString = "a password in JSON in a string"
  case upperCase = "the parameter API_KEY"

  /// An exchange with a secret at the place; `written` is how the place has it.
  func exchange(_ written: String) -> Exchange {
    var exchange = Exchange(
      request: .init(url: "https://api.example.org/items?start=21"),
      response: .init(
        status: 200,
        fields: [HTTPField(name: "Content-Type", value: "application/json")],
        body: Array(#"{"items": [{"code": "29-1051.00", "title": "Pharmacists"}]}"#.utf8)
      )
    )
    let url = "https://api.example.org/items"
    switch self {
    case .authorization:
      exchange.request.fields = [HTTPField(name: "Authorization", value: "Bearer \(written)")]
    case .query:
      exchange.request.url = "\(url)?api_key=\(written)&start=21"
      exchange.response.fields.append(
        HTTPField(name: "Link", value: "<\(url)?start=41&api_key=\(written)>; rel=\"next\"")
      )
      exchange.response.body = Array(#"{"next": "\#(url)?api_key=\#(written)&start=41"}"#.utf8)
    case .cookie:
      exchange.request.fields = [HTTPField(name: "Cookie", value: "lang=en; sid=\(written)")]
    case .setCookie:
      let value = "sid=\(written); Path=/; HttpOnly"
      exchange.response.fields.append(HTTPField(name: "Set-Cookie", value: value))
    case .password:
      exchange.request.fields = [
        HTTPField(name: "content-type", value: "application/json; charset=utf-8")
      ]
      exchange.request.body = Array(#"{"user": {"name": "x", "password": "\#(written)"}}"#.utf8)
    case .accessToken:
      exchange.response.body = Array(#"{"data": [{"access_token": "\#(written)"}]}"#.utf8)
    case .location:
      exchange.response.status = 302
      let value = "https://app.example.org/back#access_token=\(written)&state=5"
      exchange.response.fields.append(HTTPField(name: "Location", value: value))
    case .customField:
      exchange.request.fields = [HTTPField(name: "X-Foo-Token", value: written)]
    case .userinfo:
      exchange.request.url = "https://me:\(written)@api.example.org/items"
    case .form:
      exchange.request.fields = [
        HTTPField(name: "Content-Type", value: "application/x-www-form-urlencoded")
      ]
      exchange.request.body = Array("grant=x&client_secret=\(written)&scope=all".utf8)
    case .echo:
      exchange.request.fields = [HTTPField(name: "Authorization", value: "Bearer \(written)")]
      exchange.response.body = Array(#"{"note": "you sent \#(written) to us"}"#.utf8)
    case .decoded:
      exchange.response.body = Array(#"{"refresh_token": "\#(written)", "x": 1.50}"#.utf8)
    case .path:
      exchange.request.url = "https://api.example.org/token/\(written)/items"
    case .multipart:
      exchange.request.fields = [
        HTTPField(name: "Content-Type", value: "multipart/form-data; boundary=xyz")
      ]
      exchange.request.body = Array(
        "--xyz\r\nContent-Disposition: form-data; name=\"api_key\"\r\n\r\n\(written)\r\n--xyz--\r\n"
          .utf8
      )
    case .camelCase:
      exchange.response.body = Array(#"{"accessToken":"\#(written)","expires_in":3600}"#.utf8)
    case .jsonInString:
      exchange.response.body = Array(#"{"raw":"{\"password\": \"\#(written)\"}","n":1}"#.utf8)
    case .upperCase:
      exchange.request.url = "\(url)?API_KEY=\(written)"
    }
    return exchange
  }
}

/// How a place may have a secret.
enum LeakForm: String, CaseIterable, Sendable {
  case raw, percent, percentLower, form, jsonEscaped, unicodeEscaped, base64, base64Inside
  case base64URL, doublePercent, hexadecimal

  func write(_ secret: String) -> String {
    let bytes = Array(secret.utf8)
    switch self {
    case .raw: return secret
    case .percent: return Self.percent(secret, isUpper: true)
    case .percentLower: return Self.percent(secret, isUpper: false)
    case .form: return Self.percent(secret, isUpper: true).replacing("%20", with: "+")
    case .jsonEscaped:
      return secret.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        .replacing("/", with: "\\/")
    case .unicodeEscaped:
      return secret.utf16.enumerated().map { index, unit in
        let digits = String(unit, radix: 16, uppercase: index % 2 == 0)
        return index % 3 == 2 && unit > 0x2f && unit != 0x5c
          ? String(decoding: [unit], as: UTF16.self)
          : "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }.joined()
    case .base64: return Self.base64(bytes)
    case .base64Inside: return Self.base64(Array("user:".utf8) + bytes + Array(" and more".utf8))
    case .base64URL:
      return Self.base64(Array("me".utf8) + bytes).replacing("+", with: "-")
        .replacing("/", with: "_").replacing("=", with: "")
    case .doublePercent: return Self.percent(Self.percent(secret, isUpper: true), isUpper: true)
    case .hexadecimal:
      return bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
  }

  private static func percent(_ text: String, isUpper: Bool) -> String {
    text.utf8.map { byte in
      let isPlain = byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
      let digits = (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: isUpper)
      return isPlain ? String(Unicode.Scalar(byte)) : "%\(digits)"
    }.joined()
  }

  /// Base64 by the definition, bit by bit.
  static func base64(_ bytes: [UInt8]) -> String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var bits = bytes.flatMap { byte in (0..<8).map { Int(byte >> (7 - $0)) & 1 } }
    while bits.count % 6 > 0 { bits.append(0) }
    let text = stride(from: 0, to: bits.count, by: 6).map { start in
      digits[bits[start..<(start + 6)].reduce(0) { $0 * 2 + $1 }]
    }
    return String(text) + String(repeating: "=", count: (3 - bytes.count % 3) % 3)
  }
}
