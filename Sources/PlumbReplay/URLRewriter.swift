import PlumbModel
import PlumbText

/// Turns URLs of recorded servers into URLs of this one, so that clients can follow them.
struct URLRewriter {
  private let replacements: [(old: [UInt8], new: [UInt8])]
  private let host: String

  /// Prepares the way from recorded servers to another.
  ///
  /// - Parameters:
  ///   - origins: The recorded servers, e.g. `https://api.example.org`.
  ///   - host: The host with its port as the client named it.
  init(origins: [String], host: String) {
    self.host = host
    // In JSON a slash may be written with a backslash before it.
    replacements =
      origins.filter { $0.contains("://") }.flatMap { origin in
        [origin, origin.replacing("/", with: "\\/")].map { old in
          let new = old.contains("\\") ? "http:\\/\\/\(host)" : "http://\(host)"
          return (Array(old.utf8), Array(new.utf8))
        }
      }
  }

  /// Rewrites a body in memory, and the fields that hold URLs.
  func rewrite(_ response: inout ServedResponse) {
    for index in response.fields.indices {
      switch response.fields[index].name.lowercased() {
      case "link", "location", "content-location":
        let value = rewritten(Array(response.fields[index].value.utf8))
        response.fields[index].value = String(decoding: value, as: UTF8.self)
      default: break
      }
    }
    guard case .bytes(let bytes) = response.body else { return }
    let changed = rewritten(bytes)
    guard changed != bytes else { return }
    response.body = .bytes(changed)
    for index in response.fields.indices where response.fields[index].name == "ETag" {
      response.fields[index].value = "\"\(Hexadecimal.text(XXH64.hash(changed)))\""
    }
  }

  /// Returns bytes with every URL of a recorded server rewritten.
  func rewritten(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var kept = 0
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "h") || bytes[index] == UInt8(ascii: "H"),
        let found = replacements.first(where: { Self.stands($0.old, in: bytes, at: index) })
      else {
        index += 1
        continue
      }
      result += bytes[kept..<index]
      result += found.new
      index += found.old.count
      kept = index
    }
    guard kept > 0 else { return bytes }
    return result + bytes[kept...]
  }

  /// Whether an origin stands at a place, and ends there.
  private static func stands(_ origin: [UInt8], in bytes: [UInt8], at index: Int) -> Bool {
    let end = index + origin.count
    guard end <= bytes.count, bytes[index..<end].elementsEqual(origin) else { return false }
    guard end < bytes.count else { return true }
    switch bytes[end] {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: ":"), UInt8(ascii: "@"), UInt8(ascii: "_"), UInt8(ascii: "%"):
      return false
    default: return true
    }
  }
}
