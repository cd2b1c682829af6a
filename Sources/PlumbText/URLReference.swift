/// An absolute or relative URL, taken apart.
///
/// ```swift
/// URLReference("https://api.example.org/v2/jobs?start=21")?.query  // "start=21"
/// URLReference("https://api.example.org:x/")                       // nil
/// ```
///
/// The parts stay as written and escaped. What the grammar does not permit but servers send, such
/// as `|` or letters outside ASCII, is let through; ``firstForbidden(in:)`` tells.
///
/// Source: RFC 3986.
public struct URLReference: Hashable, Sendable {
  /// The scheme, without `:`.
  public var scheme: String?

  /// What stands before `@`.
  public var userinfo: String?

  /// The host, with its brackets if it has any; `nil` when there is no authority.
  public var host: String?

  /// The port, from 0 to 65,535.
  public var port: Int?

  /// The path; may be empty.
  public var path: String

  /// What stands after `?`.
  public var query: String?

  /// What stands after `#`.
  public var fragment: String?

  /// Creates a reference from its parts, which must be escaped.
  public init(
    scheme: String? = nil,
    userinfo: String? = nil,
    host: String? = nil,
    port: Int? = nil,
    path: String = "",
    query: String? = nil,
    fragment: String? = nil
  ) {
    self.scheme = scheme
    self.userinfo = userinfo
    self.host = host
    self.port = port
    self.path = path
    self.query = query
    self.fragment = fragment
  }

  /// Takes a reference apart; `nil` when it holds a space or a control character, an unclosed
  /// bracket, or a port that is no number up to 65,535.
  public init?(_ text: String) {
    guard text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else { return nil }
    var rest = text.utf8[...]
    if let hash = rest.firstIndex(of: UInt8(ascii: "#")) {
      fragment = String(rest[rest.index(after: hash)...])
      rest = rest[..<hash]
    }
    if let mark = rest.firstIndex(of: UInt8(ascii: "?")) {
      query = String(rest[rest.index(after: mark)...])
      rest = rest[..<mark]
    }
    if let colon = rest.firstIndex(of: UInt8(ascii: ":")), Self.isScheme(rest[..<colon]) {
      scheme = String(rest[..<colon])
      rest = rest[rest.index(after: colon)...]
    }
    path = ""
    if rest.starts(with: "//".utf8) {
      rest = rest.dropFirst(2)
      let end = rest.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
      guard readAuthority(rest[..<end]) else { return nil }
      rest = rest[end...]
    }
    path = String(Substring(rest))
  }

  private mutating func readAuthority(_ authority: Substring.UTF8View) -> Bool {
    var rest = authority
    if let at = rest.lastIndex(of: UInt8(ascii: "@")) {
      userinfo = String(rest[..<at])
      rest = rest[rest.index(after: at)...]
    }
    var end = rest.firstIndex(of: UInt8(ascii: ":")) ?? rest.endIndex
    if rest.first == UInt8(ascii: "[") {
      guard let bracket = rest.firstIndex(of: UInt8(ascii: "]")) else { return false }
      end = rest.index(after: bracket)
    }
    host = String(rest[..<end])
    rest = rest[end...]
    guard !rest.isEmpty else { return true }
    guard rest.first == UInt8(ascii: ":") else { return false }
    let digits = rest.dropFirst()
    guard !digits.isEmpty else { return true }
    guard digits.allSatisfy({ $0 &- 0x30 < 10 }) else { return false }
    guard let value = Int(Substring(digits)), value <= 65_535 else { return false }
    port = value
    return true
  }

  private static func isScheme(_ text: Substring.UTF8View) -> Bool {
    guard let first = text.first, (first | 0x20) &- 0x61 < 26 else { return false }
    return text.allSatisfy { byte in
      (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
        || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }
  }

  /// The place of the first byte that no URL may hold as it is, or of a `%` without two
  /// hexadecimal digits, in bytes from 0; `nil` when the text keeps to the grammar's characters.
  ///
  /// Source: RFC 3986, appendix A.
  public static func firstForbidden(in text: String) -> Int? {
    let permitted = Array("-._~:/?#[]@!$&'()*+,;=".utf8)
    let bytes = Array(text.utf8)
    func isHexadecimal(_ offset: Int) -> Bool {
      guard offset < bytes.count else { return false }
      return bytes[offset] &- 0x30 < 10 || (bytes[offset] | 0x20) &- 0x61 < 6
    }
    return bytes.indices.first { offset in
      let byte = bytes[offset]
      if byte == UInt8(ascii: "%") {
        return !isHexadecimal(offset + 1) || !isHexadecimal(offset + 2)
      }
      if byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 { return false }
      return !permitted.contains(byte)
    }
  }
}

extension URLReference: CustomStringConvertible {
  /// The reference, put together again.
  ///
  /// Source: RFC 3986, section 5.3.
  public var description: String {
    var text = ""
    if let scheme { text += "\(scheme):" }
    if let host {
      text += "//"
      if let userinfo { text += "\(userinfo)@" }
      text += host
      if let port { text += ":\(port)" }
    }
    text += path
    if let query { text += "?\(query)" }
    if let fragment { text += "#\(fragment)" }
    return text
  }
}
