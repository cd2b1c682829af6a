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
    func first(_ wanted: [UInt8], from start: Int, to end: Int) -> Int {
      var offset = start
      while offset < end, !wanted.contains(bytes.byte(offset)) { offset += 1 }
      return offset
    }
    let end = first([UInt8(ascii: "#")], from: url.lowerBound, to: url.upperBound)
    let colon = first(Array(":/?".utf8), from: url.lowerBound, to: end)
    var position = url.lowerBound
    scheme = position..<position
    host = position..<position
    if bytes.holds(Array("://".utf8), at: colon), colon + 3 <= end {
      scheme = position..<colon
      let authority = colon + 3
      position = first(Array("/?".utf8), from: authority, to: end)
      var start = authority
      for offset in authority..<position where bytes.byte(offset) == UInt8(ascii: "@") {
        start = offset + 1
      }
      var stop = position
      var port = position
      while port > start, JSONScan.isDigit(bytes.byte(port - 1)) { port -= 1 }
      if port > start, bytes.byte(port - 1) == UInt8(ascii: ":") { stop = port - 1 }
      host = start..<stop
    }
    let mark = first([UInt8(ascii: "?")], from: position, to: end)
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
