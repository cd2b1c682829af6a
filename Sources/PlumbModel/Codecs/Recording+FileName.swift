import PlumbText

extension Recording {
  /// Returns the name of an exchange's file: a slug for people, and 12 digits that tell apart
  /// whatever has the same slug.
  ///
  /// The slug holds at most 80 lower-case ASCII letters, digits, dots and hyphens; the digits are
  /// the first of the SHA-256 over method, URL and request body.
  ///
  /// - Parameters:
  ///   - request: The request.
  ///   - pathValues: The values of the path's parameters, in order.
  public static func fileName(
    for request: Exchange.Request,
    pathValues: [String] = []
  ) -> String {
    var words = pathValues
    if let mark = request.url.firstIndex(of: "?") {
      words.append(String(request.url[request.url.index(after: mark)...]))
    }
    let slug = slug(of: words.joined(separator: "-"))
    let identity = Array("\(request.method) \(request.url)\n".utf8) + request.body
    let digits = SHA256.hash(identity).hexadecimal.prefix(12)
    return slug.isEmpty ? "\(digits).http" : "\(slug)-\(digits).http"
  }

  private static func slug(of text: String) -> String {
    let limit = 80
    var slug: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        slug.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        slug.append(byte | 0x20)
      case UInt8(ascii: ".") where slug.last != UInt8(ascii: ".") && !slug.isEmpty:
        slug.append(byte)
      default:
        if let last = slug.last, last != UInt8(ascii: "-") { slug.append(UInt8(ascii: "-")) }
      }
      if slug.count == limit { break }
    }
    while let last = slug.last, last == UInt8(ascii: "-") || last == UInt8(ascii: ".") {
      slug.removeLast()
    }
    return String(decoding: slug, as: UTF8.self)
  }
}
