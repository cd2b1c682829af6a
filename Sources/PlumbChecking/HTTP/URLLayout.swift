import PlumbText

/// Where the parts of an absolute URL lie in a buffer, RFC 3986 section 3.
struct URLLayout {
  var scheme: Range<Int>
  /// The host without a user and without a port.
  var host: Range<Int>
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
      var port = position
      while port > start, JSONScan.isDigit(bytes.byte(port - 1)) { port -= 1 }
      let hasPort = port > start && bytes.byte(port - 1) == colon
      host = start..<(hasPort ? port - 1 : position)
    }
    var mark = position
    while mark < end, bytes.byte(mark) != question { mark += 1 }
    path = position..<mark
    query = min(mark + 1, end)..<end
  }
}

/// The parts of a URL in bytes of their own.
struct URLText {
  let host: [UInt8]
  let path: [UInt8]

  init(_ url: [UInt8]) {
    let padded = url + [UInt8](repeating: 0, count: 16)
    let bytes = padded.span.bytes
    let layout = URLLayout(0..<url.count, in: bytes)
    host = Array(padded[layout.host])
    path = Array(padded[layout.path])
  }
}
