import PlumbModel
import Testing

@Suite struct LeakMatrixTests {
  private static let secret = #"S3cr/t+V "al\ue="7Qx"#
  private static let redactor = Redactor(secrets: [Secret(name: "LIBRARY_KEY", value: secret)])

  @Test(arguments: LeakPlace.allCases, LeakForm.allCases)
  func `a known value leaks nowhere`(place: LeakPlace, form: LeakForm) throws {
    let redactor = Self.redactor
    let written = form.write(Self.secret)
    let exchange = place.exchange(written)

    let redacted = try redactor.redacted(exchange)

    let file = String(decoding: Recording.encode(redacted), as: UTF8.self)
    #expect(LeakSearch.leaks(of: Self.secret, in: file).isEmpty, "\(file)")
    #expect(!file.contains(written))
    #expect(try redactor.redacted(redacted) == redacted)
    let text = redactor.redacted(String(decoding: Recording.encode(exchange), as: UTF8.self))
    #expect(LeakSearch.leaks(of: Self.secret, in: text).isEmpty, "\(text)")
  }

  @Test(arguments: LeakPlace.allCases)
  func `a value that nobody named leaks nowhere`(place: LeakPlace) throws {
    let redactor = Redactor(secrets: [])
    let value = "tY7qLm2xPz9RkWv4"

    let redacted = try redactor.redacted(place.exchange(value))

    let file = String(decoding: Recording.encode(redacted), as: UTF8.self)
    #expect(LeakSearch.leaks(of: value, in: file).isEmpty, "\(file)")
    #expect(file.contains("secret:"))
    #expect(try redactor.redacted(redacted) == redacted)
  }

  @Test func `what holds no secret stays as it is`() throws {
    let redactor = Self.redactor
    let body =
      #"{"code": "29-1051.00", "key": "title", "keyword": "tokenizer", "total_tokens": 12}"#
    let exchange = Exchange(
      request: .init(url: "https://api.example.org/a%20b?keyword=c%2Fd&cursor=eyJpZCI6MTJ9"),
      response: .init(
        status: 200,
        fields: [HTTPField(name: "ETag", value: "\"33a64df551425fcc55e4d42a148795d9f25f89d4\"")],
        body: Array(body.utf8)
      )
    )

    #expect(try redactor.redacted(exchange) == exchange)
  }
}

/// Looks for a secret as someone would who wants it, by other means than the redactor.
enum LeakSearch {
  /// The ways in which a secret can be read out of a text.
  static func leaks(of secret: String, in text: String) -> [String] {
    var leaks: [String] = []
    var readings = [text]
    for _ in 0..<4 {
      guard let last = readings.last else { break }
      let next = unescaped(last)
      if next == last { break }
      readings.append(next)
    }
    for (depth, reading) in readings.enumerated() {
      if reading.contains(secret) { leaks.append("as it is, \(depth) deep") }
      for word in reading.split(whereSeparator: { !isBase64($0) }) where word.count > 8 {
        for start in 0..<4 where decoded(word.dropFirst(start)).contains(secret) {
          leaks.append("base64, \(depth) deep")
        }
      }
      let digits = secret.utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
      if reading.lowercased().contains(digits) { leaks.append("hexadecimal, \(depth) deep") }
    }
    return leaks
  }

  private static func isBase64(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || "+/-_".contains(character))
  }

  private static func decoded(_ word: Substring) -> String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    let values = word.compactMap { character in
      digits.firstIndex(of: character == "-" ? "+" : character == "_" ? "/" : character)
    }
    let bits = values.flatMap { value in (0..<6).map { value >> (5 - $0) & 1 } }
    let bytes = stride(from: 0, to: bits.count - 7, by: 8).map { start in
      UInt8(bits[start..<(start + 8)].reduce(0) { $0 * 2 + $1 })
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text with escapes of JSON and URLs taken off once.
  private static func unescaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    func number(_ digits: ArraySlice<UInt8>) -> UInt32? {
      UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    }
    while let byte = rest.popFirst() {
      if byte == 0x25, let value = number(rest.prefix(2)), rest.count >= 2 {
        bytes.append(UInt8(value))
        rest = rest.dropFirst(2)
      } else if byte == 0x5c, rest.first == 0x75, let value = number(rest.dropFirst().prefix(4)),
        let scalar = Unicode.Scalar(value)
      {
        bytes += Array(String(scalar).utf8)
        rest = rest.dropFirst(5)
      } else if byte == 0x5c, let next = rest.first, "\"\\/".utf8.contains(next) {
        bytes.append(next)
        rest = rest.dropFirst()
      } else if byte == 0x2b {
        bytes.append(0x20)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
