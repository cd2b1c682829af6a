import PlumbModel
import PlumbText

/// What two requests have in common when one recording answers both: method, path and query as a
/// set, in one spelling whatever the escapes, and what else is to match.
///
/// Whose server is asked is no part of it: a replay stands in for all recorded ones.
struct RequestKey: Hashable, Sendable {
  /// The spelling.
  let text: String

  /// Takes a spelling as it is.
  init(text: String) {
    self.text = text
  }

  init(_ request: Exchange.Request, _ target: RequestTarget, options: ReplayOptions) {
    var text = Self.spelling(method: request.method, target)
    for name in options.fields {
      let values = request.fields.filter { $0.name.lowercased() == name }.map(\.value)
      text += "\n\(name):\(values.joined(separator: ","))"
    }
    if options.matchesBody { text += "\n\(BodyDigest.text(of: request.body))" }
    self.text = text
  }

  /// Method, path and query in one spelling.
  static func spelling(method: String, _ target: RequestTarget) -> String {
    let path = isPlain(target.path) ? String(target.path) : respelled(target)
    guard let query = target.query, !query.isEmpty else { return "\(method) \(path)" }
    let items = query.utf8.split(separator: UInt8(ascii: "&")).map { respelled(Substring($0)) }
    return "\(method) \(path)?\(items.sorted().joined(separator: "&"))"
  }

  private static func respelled(_ target: RequestTarget) -> String {
    "/" + target.segments.map { PercentEncoding.encodePathSegment($0) }.joined(separator: "/")
  }

  /// A pair of a query in one spelling: `a` is `a=`.
  private static func respelled(_ pair: Substring) -> String {
    let signs = pair.utf8.count { $0 == UInt8(ascii: "=") }
    if signs == 1, isPlain(pair) { return String(pair) }
    return Query(pair).description
  }

  /// Whether every byte is one that is spelled in one way.
  private static func isPlain(_ text: Substring) -> Bool {
    text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"), UInt8(ascii: "="),
        UInt8(ascii: ","), UInt8(ascii: ":"):
        true
      default: false
      }
    }
  }
}

/// A short text that tells bodies apart.
enum BodyDigest {
  /// The digest; JSON is taken without the white space between its tokens, so that a client that
  /// lays it out otherwise asks the same.
  static func text(of body: [UInt8]) -> String {
    guard !body.isEmpty else { return "" }
    return SHA256.hash(compact(body)).hexadecimal
  }

  private static func compact(_ body: [UInt8]) -> [UInt8] {
    guard let first = body.first, first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else {
      return body
    }
    var compact: [UInt8] = []
    var isInString = false
    var isEscaped = false
    for byte in body {
      if isInString {
        isInString = isEscaped || byte != UInt8(ascii: "\"")
        isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
      } else if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
        continue
      } else {
        isInString = byte == UInt8(ascii: "\"")
      }
      compact.append(byte)
    }
    return compact
  }
}
