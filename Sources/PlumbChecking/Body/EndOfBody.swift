import PlumbModel
import PlumbText

/// What follows a body in its buffer.
///
/// Scans stop by themselves only at certain bytes, such as the line feed after a line, the quote
/// after a string or the zeros after a file. Text in memory may go on in any other way.
enum EndOfBody {
  /// How far behind the body a scan may find its end: a wide read from there stays in the padding.
  private static let reach = 32

  /// Whether a byte that ends every scan follows closely, and ``ExchangeLayout/padding`` in all.
  static func stopsScans(after body: Range<Int>, in bytes: RawSpan) -> Bool {
    let end = body.upperBound
    guard end + ExchangeLayout.padding <= bytes.byteCount else { return false }
    if bytes.byte(end) < 0x20 { return true }
    if bytes.byte(end) == 0x22, let last = body.last, bytes.byte(last) != 0x5c { return true }
    return (end..<(end + reach)).contains { bytes.byte($0) < 0x20 }
  }
}

/// A buffer with a second copy of a body behind it, and zeros behind that.
struct BodyCopy {
  let bytes: [UInt8]
  /// Where the copy lies.
  let body: Range<Int>
  private let shift: Int

  init(of original: Range<Int>, in buffer: RawSpan) {
    var copy = buffer.array(0..<buffer.byteCount)
    let start = copy.count
    for offset in original { copy.append(buffer.byte(offset)) }
    body = start..<copy.count
    shift = start - original.lowerBound
    copy.append(contentsOf: repeatElement(0, count: ExchangeLayout.padding))
    bytes = copy
  }

  /// Where a stretch lies in the buffer itself.
  func origin(_ range: Range<Int>) -> Range<Int> {
    guard range.lowerBound >= body.lowerBound else { return range }
    return (range.lowerBound - shift)..<(range.upperBound - shift)
  }
}
