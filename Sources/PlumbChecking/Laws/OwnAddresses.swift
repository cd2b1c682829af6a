import PlumbText

/// Finds the addresses in a body that repeat its own request: links to other pages, to itself. They
/// differ with every parameter that a request gives, though the answers say the same.
enum OwnAddresses {
  /// Returns the queries of such addresses, in order, each up to the quote that ends its string.
  ///
  /// - Parameters:
  ///   - body: Where the body lies.
  ///   - path: Where the path of the request lies.
  static func stretches(in body: Range<Int>, of path: Range<Int>, _ bytes: RawSpan) -> [Range<Int>]
  {
    guard !path.isEmpty else { return [] }
    let name = path.map { bytes.byte($0) }
    let last = body.upperBound - name.count
    var found: [Range<Int>] = []
    var position = body.lowerBound
    while position < last {
      guard bytes.byte(position) == name[0], bytes.holds(name, at: position),
        bytes.byte(position + name.count) == UInt8(ascii: "?")
      else {
        position += 1
        continue
      }
      let start = position + name.count
      var end = start
      while end < body.upperBound, bytes.byte(end) != UInt8(ascii: "\"") { end += 1 }
      found.append(start..<end)
      position = end
    }
    return found
  }
}
