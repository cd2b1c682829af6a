import PlumbText

/// Where the parts of an absolute URL lie in a buffer, RFC 3986 section 3.
struct URLLayout {
  var scheme: Range<Int>
  /// The host without a user and without a port.
  var host: Range<Int>
  /// The port's digits; empty when there is none.
  var port: Range<Int>
  var path: Range<Int>
  /// The query without its question mark; empty when there is none.
  var query: Range<Int>

  /// Finds the parts; a fragment belongs to none.
  init(_ url: Range<Int>, in bytes: RawSpan) {
    let hash = UInt8(ascii: "#")
    let slash = UInt8(ascii: "/")
    let question = UInt8(ascii: "?")
    let colon = UInt8(ascii: ":")
    var end = url.lowerBound
    while end < url.upperBound, bytes.byte(end) != hash { end += 1 }
    var position = url.lowerBound
    scheme = position..<position
    host = position..<position
    port = position..<position
    var stop = position
    while stop < end, bytes.byte(stop) != colon, bytes.byte(stop) != slash { stop += 1 }
    if stop + 3 <= end, bytes.byte(stop) == colon, bytes.byte(stop + 1) == slash,
      bytes.byte(stop + 2) == slash
    {
      scheme = position..<stop
      position = stop + 3
      var start = position
      while position < end, bytes.byte(position) != slash, bytes.byte(position) != question {
        if bytes.byte(position) == UInt8(ascii: "@") { start = position + 1 }
        position += 1
      }
      var digits = position
      while digits > start, JSONScan.isDigit(bytes.byte(digits - 1)) { digits -= 1 }
      let hasPort = digits > start && bytes.byte(digits - 1) == colon
      host = start..<(hasPort ? digits - 1 : position)
      if hasPort { port = digits..<position }
    }
    var mark = position
    while mark < end, bytes.byte(mark) != question { mark += 1 }
    path = position..<mark
    query = min(mark + 1, end)..<end
  }

  /// The port, also where the scheme alone says it; `nil` for another scheme or no number.
  func effectivePort(in bytes: RawSpan) -> Int? {
    guard port.isEmpty else { return Int(bytes.text(port)) }
    return switch bytes.text(scheme).lowercased() {
    case "http": 80
    case "https": 443
    default: nil
    }
  }
}

/// The parts of a URL in bytes of their own.
struct URLText {
  let host: [UInt8]
  let path: [UInt8]
  let hasPort: Bool
  let port: Int?

  init(_ url: [UInt8]) {
    let padded = url + [UInt8](repeating: 0, count: 16)
    let bytes = padded.span.bytes
    let layout = URLLayout(0..<url.count, in: bytes)
    host = Array(padded[layout.host])
    path = Array(padded[layout.path])
    hasPort = !layout.port.isEmpty
    port = layout.effectivePort(in: bytes)
  }
}
