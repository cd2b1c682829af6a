import PlumbText

/// A cookie as an archive lists it, beside the header field that carries it.
struct HARCookie: Hashable, Sendable {
  private var name: String
  private var value: String
  private var path: String?
  private var domain: String?
  private var isHTTPOnly = false
  private var isSecure = false

  /// The cookies that a request sends. Source: RFC 6265, section 4.2.1.
  static func sent(in fields: [HTTPField]) -> [HARCookie] {
    fields.filter { $0.name.lowercased() == "cookie" }.flatMap { field in
      field.value.split(separator: ";").compactMap { HARCookie(pair: $0) }
    }
  }

  /// The cookies that a response sets. Source: RFC 6265, section 4.1.1.
  static func set(by fields: [HTTPField]) -> [HARCookie] {
    fields.filter { $0.name.lowercased() == "set-cookie" }.compactMap { field in
      let parts = field.value.split(separator: ";")
      guard let first = parts.first, var cookie = HARCookie(pair: first) else { return nil }
      for part in parts.dropFirst() { cookie.take(part) }
      return cookie
    }
  }

  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("name", name)
    writer.member("value", value)
    if let path { writer.member("path", path) }
    if let domain { writer.member("domain", domain) }
    if isHTTPOnly { writer.member("httpOnly", true) }
    if isSecure { writer.member("secure", true) }
    writer.endObject()
  }

  private init?(pair: Substring) {
    guard let (name, value) = Self.parts(of: pair), let value, !name.isEmpty else { return nil }
    self.name = name
    self.value = value
  }

  private mutating func take(_ attribute: Substring) {
    guard let (name, value) = Self.parts(of: attribute) else { return }
    switch name.lowercased() {
    case "path": path = value
    case "domain": domain = value
    case "httponly": isHTTPOnly = true
    case "secure": isSecure = true
    default: return
    }
  }

  private static func parts(of text: Substring) -> (name: String, value: String?)? {
    let isBlank = { (character: Character) in character == " " || character == "\t" }
    var text = text.drop(while: isBlank)
    while let last = text.last, isBlank(last) { text = text.dropLast() }
    guard !text.isEmpty else { return nil }
    guard let mark = text.firstIndex(of: "=") else { return (String(text), nil) }
    return (String(text[..<mark]), String(text[text.index(after: mark)...]))
  }
}
