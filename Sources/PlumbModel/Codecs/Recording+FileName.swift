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
  ///   - repeat: How often the same request was sent before; what is not the first has its number
  ///     behind the digits, `_002` for the second, so that names sort in the order sent.
  public static func fileName(
    for request: Exchange.Request,
    pathValues: [String] = [],
    repeat count: Int = 0
  ) -> String {
    var words = pathValues
    if let mark = request.url.firstIndex(of: "?") {
      words.append(String(request.url[request.url.index(after: mark)...]))
    }
    let slug = slug(of: words.joined(separator: "-"))
    let digits = digits(of: request, repeat: count)
    return slug.isEmpty ? "\(digits).http" : "\(slug)-\(digits).http"
  }

  /// Returns what tells a request's file from all others: the end of its name before `.http`.
  public static func digits(of request: Exchange.Request, repeat count: Int = 0) -> String {
    let identity = Array("\(request.method) \(request.url)\n".utf8) + request.body
    return self.digits(String(SHA256.hash(identity).hexadecimal.prefix(12)), repeat: count)
  }

  /// Returns the digits of a request that was sent before, from those of the first one.
  package static func digits(_ digits: String, repeat count: Int) -> String {
    guard count > 0 else { return digits }
    let number = String(count + 1)
    return "\(digits)_\(String(repeating: "0", count: max(3 - number.utf8.count, 0)))\(number)"
  }

  /// Returns what ``digits(of:repeat:)`` gave the file of this name; `nil` when the name is not
  /// one that ``fileName(for:pathValues:repeat:)`` makes.
  public static func digits(inFileName name: String) -> String? {
    guard name.hasSuffix(".http") else { return nil }
    let stem = name.dropLast(5)
    let end = stem.split(separator: "-", omittingEmptySubsequences: false).last ?? stem
    let parts = end.split(separator: "_", omittingEmptySubsequences: false)
    guard let first = parts.first, first.utf8.count == 12, parts.count <= 2,
      first.utf8.allSatisfy({ Hexadecimal.value(of: $0) >= 0 }),
      parts.dropFirst().allSatisfy({ $0.utf8.count >= 3 && Int($0) != nil })
    else { return nil }
    return String(end)
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
