import PlumbModel
import PlumbText

/// Takes the window out of an address, byte by byte and without making anything of it.
///
/// It knows addresses as most are written. Of others it says nothing, and the general reader
/// (``URLReference``, ``Query``, ``AskedWindow``) takes them apart.
struct WindowReader: Sendable {
  /// The numbers that an address gives; `nil` for what it leaves out.
  struct Numbers: Hashable, Sendable {
    var start: Int?
    var end: Int?
  }

  /// An address in two.
  struct Cut {
    /// The address without its window.
    var rest: [UInt8]
    /// Whether parameters are left in it.
    var hasQuery: Bool
    var numbers: Numbers
  }

  private let start: [UInt8]
  private let end: [UInt8]

  /// Makes the reader of a dialect; `nil` when its pages are not asked for by window.
  init?(_ dialect: PagingDialect) {
    guard case .window(let names) = dialect, names.start != names.end else { return nil }
    start = Array("\(names.start)=".utf8)
    end = Array("\(names.end)=".utf8)
  }

  /// The window of an address that begins with another one's rest and goes on with nothing else.
  func numbers(
    _ url: Range<Int>,
    after rest: [UInt8],
    hasQuery: Bool,
    in bytes: RawSpan
  ) -> Numbers? {
    guard url.count >= rest.count, bytes.holds(rest, at: url.lowerBound) else { return nil }
    var numbers = Numbers()
    var position = url.lowerBound + rest.count
    var mark = hasQuery ? UInt8(ascii: "&") : UInt8(ascii: "?")
    while position < url.upperBound {
      guard bytes.byte(position) == mark else { return nil }
      mark = UInt8(ascii: "&")
      position += 1
      guard take(&numbers, &position, url.upperBound, bytes) else { return nil }
    }
    return numbers
  }

  /// Cuts the window out of an address; `nil` when it is not written plainly.
  func cut(_ url: Range<Int>, in bytes: RawSpan) -> Cut? {
    var position = url.lowerBound
    while position < url.upperBound, bytes.byte(position) != UInt8(ascii: "?") {
      guard Self.isPlain(bytes.byte(position)) else { return nil }
      position += 1
    }
    var cut = Cut(rest: bytes.array(url.lowerBound..<position), hasQuery: false, numbers: Numbers())
    while position < url.upperBound {
      position += 1
      let from = position
      if take(&cut.numbers, &position, url.upperBound, bytes) { continue }
      position = from
      guard isOther(from, url.upperBound, bytes) else { return nil }
      while position < url.upperBound, bytes.byte(position) != UInt8(ascii: "&") {
        guard Self.isPlain(bytes.byte(position)) else { return nil }
        position += 1
      }
      guard position > from else { continue }
      cut.rest.append(cut.hasQuery ? UInt8(ascii: "&") : UInt8(ascii: "?"))
      cut.rest += bytes.array(from..<position)
      cut.hasQuery = true
    }
    return cut
  }

  /// Reads one of the two parameters, up to the next or to the end.
  private func take(
    _ numbers: inout Numbers,
    _ position: inout Int,
    _ limit: Int,
    _ bytes: RawSpan
  ) -> Bool {
    if numbers.start == nil, Self.stands(start, at: position, limit, bytes) {
      position += start.count
      numbers.start = Self.number(&position, limit, bytes)
      return numbers.start != nil
    }
    if numbers.end == nil, Self.stands(end, at: position, limit, bytes) {
      position += end.count
      numbers.end = Self.number(&position, limit, bytes)
      return numbers.end != nil
    }
    return false
  }

  private static func stands(_ name: [UInt8], at position: Int, _ limit: Int, _ bytes: RawSpan)
    -> Bool
  {
    limit - position > name.count && bytes.holds(name, at: position)
  }

  /// Whether a parameter has another name, as it stands there: an escaped one may mean any.
  private func isOther(_ from: Int, _ limit: Int, _ bytes: RawSpan) -> Bool {
    var stop = from
    while stop < limit, bytes.byte(stop) != UInt8(ascii: "="), bytes.byte(stop) != UInt8(ascii: "&")
    {
      let byte = bytes.byte(stop)
      if byte == UInt8(ascii: "%") || byte == UInt8(ascii: "+") { return false }
      stop += 1
    }
    return ![start, end].contains { name in
      stop - from == name.count - 1 && bytes.holds(Array(name.dropLast()), at: from)
    }
  }

  /// A number of at most 15 digits that ends its parameter.
  private static func number(_ position: inout Int, _ limit: Int, _ bytes: RawSpan) -> Int? {
    let from = position
    var value = 0
    while position < limit, bytes.byte(position) &- 0x30 < 10 {
      value = value &* 10 &+ Int(bytes.byte(position) &- 0x30)
      position += 1
      guard position - from <= 15 else { return nil }
    }
    guard position > from, position == limit || bytes.byte(position) == UInt8(ascii: "&") else {
      return nil
    }
    return bytes.byte(from) == 0x30 && position - from > 1 ? nil : value
  }

  /// Whether a byte stands for itself in an address.
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte != 0x7f && byte != UInt8(ascii: "#") && byte != UInt8(ascii: "\\")
  }
}
