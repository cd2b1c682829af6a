import PlumbText

/// Tells quickly that a text holds no credential; most texts hold none.
struct CredentialHints: Sendable {
  private let words: PatternSearch

  /// The one that is enough for all.
  static let standard = CredentialHints()

  private init() {
    let whole = [
      "passw", "passphrase", "passcode", "secret", "credential", "connectionstring", "apikey",
      "csrf", "xsrf", "saml", "cookies", "base64", "code=", "state=", "nonce=", "verifier=", "@",
    ]
    let endings = [
      "token", "key", "auth", "cookie", "session", "sessionid", "sessid", "session_id",
      "session-id", "sid", "sig", "signature", "jwt", "pwd", "otp", "pin", "pass", "ticket",
      "assertion", "bearer", "authorization", "tokens", "setcookie", "token]", "key]",
    ]
    let marks = "\"=:>'` \\%&]/0123456789".map { String($0) }
    let all =
      whole + ShapeFinder.prefixes.map { $0.lowercased() }
      + endings.flatMap { ending in marks.map { ending + $0 } }
    words = PatternSearch(Set(all).sorted().map { Array($0.utf8) }, foldsCase: true)
  }

  /// Whether a credential may be in a stretch of a text.
  ///
  /// - Parameters:
  ///   - wraps: Whether a value may go on behind a line break, as folded and wrapped text does.
  func mayHold(
    _ bytes: RawSpan,
    _ range: Range<Int>,
    wraps: Bool,
    by search: borrowing CredentialSearch
  ) -> Bool {
    if mayShow(bytes, range, search) { return true }
    guard Self.hasEscapes(bytes, range, wraps: wraps) else { return false }
    guard let plain = Self.plain(bytes, range, wraps: wraps) else { return true }
    let span = plain.span
    return mayShow(span.bytes, 0..<plain.count, search)
  }

  private func mayShow(
    _ bytes: RawSpan,
    _ range: Range<Int>,
    _ search: borrowing CredentialSearch
  ) -> Bool {
    if search.finder.mayBe(in: bytes, range) { return true }
    if search.names.markedSearch.isFound(in: bytes, range) { return true }
    var isFound = false
    words.search(bytes, range) { match in
      if match.range.count == 1 {
        isFound = Self.endsUser(bytes, match.range.lowerBound, from: range.lowerBound)
      } else {
        isFound = true
      }
      return !isFound
    }
    return isFound
  }

  /// Whether an `@` may end the user of a URL.
  private static func endsUser(_ bytes: RawSpan, _ offset: Int, from start: Int) -> Bool {
    var offset = offset
    while offset > start {
      offset -= 1
      let byte = bytes.byte(offset)
      if byte == UInt8(ascii: "/") { return true }
      if byte <= 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "<") { return false }
    }
    return false
  }

  private static func hasEscapes(_ bytes: RawSpan, _ range: Range<Int>, wraps: Bool) -> Bool {
    for offset in range {
      switch bytes.byte(offset) {
      case UInt8(ascii: "\\"), UInt8(ascii: "%"), UInt8(ascii: "&"): return true
      case 0x0A, 0x0D: if wraps { return true }
      default: break
      }
    }
    return false
  }

  /// The text with all escapes taken off once; `nil` when there may be more under them.
  private static func plain(_ bytes: RawSpan, _ range: Range<Int>, wraps: Bool) -> [UInt8]? {
    var plain: [UInt8] = []
    plain.reserveCapacity(range.count)
    var offset = range.lowerBound
    while offset < range.upperBound {
      let byte = bytes.byte(offset)
      guard let escaping = Layer.Escaping(introducer: byte, wraps: wraps),
        let unit = escaping.unit(bytes, at: offset, to: range.upperBound)
      else {
        plain.append(byte)
        offset += 1
        continue
      }
      for byte in unit.bytes {
        if Layer.Escaping(introducer: byte, wraps: true) != nil { return nil }
        plain.append(byte)
      }
      offset += unit.length
    }
    return plain
  }
}
