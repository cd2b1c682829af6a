import PlumbText

/// Reads exchanges that stand one on a line, the stream form of recordings (NDJSON).
///
/// ```
/// {"url": "https://api.example.org/items", "status": 200, "headers": {"Content-Type": "application/json"}, "body": {"items": []}}
/// ```
///
/// `url` and `status` are required; `method` is `GET` when left out; `requestHeaders` and `headers`
/// map names to values, and a name may be repeated. The body comes last: `body` is JSON as it was
/// received, `bodyText` a string, `bodyBase64` bytes in base64; the request's body is
/// `requestBodyText` or `requestBodyBase64`. `failed` says why an answer is not whole, `start` when
/// the request was sent, `ms` how many milliseconds it took, `har` what an archive said
/// of it besides. `origin` names the `file`, the `entry` in it and the `session` that the exchange
/// was taken from; places are then told by these. Other members are passed over.
///
/// A raw `body` is left untouched, so that its broken JSON is still seen as the API sent it.
public struct ExchangeLineReader: Sendable {
  /// Where the ranges of a layout lie.
  public enum Form: Hashable, Sendable {
    /// In the line's own buffer.
    case direct
    /// In ``ExchangeLineReader/buffer``.
    case copied
  }

  private var exchange = ExchangeBuffer()
  private(set) var line = ExchangeLine()

  /// The exchange of a line whose form is ``Form/copied``; ``ExchangeLayout/padding`` zero
  /// bytes follow it.
  public var buffer: [UInt8] { _read { yield exchange.bytes } }

  /// Creates a reader.
  public init() {}

  /// Reads a line.
  ///
  /// - Parameters:
  ///   - range: Where the line is in `text`, without its end.
  ///   - text: The buffer.
  ///   - number: The line's number in the file, from 1, for errors.
  ///   - get: Where the word `GET` stands in `text`, for lines that name no method.
  ///   - layout: Filled anew, with its storage kept.
  /// - Throws: ``RecordingError`` with the place where the line is no exchange.
  public mutating func read(
    _ range: Range<Int>,
    of text: Span<UInt8>,
    number: Int,
    get: Range<Int>,
    into layout: inout ExchangeLayout
  ) throws(RecordingError) -> Form {
    do throws(CodecFailure) {
      layout.reset()
      try line.read(range, of: text)
      if line.isDirect {
        line.fill(&layout, get: get, from: text)
        return .direct
      }
      try line.copy(into: &exchange, &layout, get: get, from: text)
      return .copied
    } catch {
      throw error.located(in: text, from: range.lowerBound, line: number)
    }
  }

  /// When the request of the line read last was sent, and how long it took, where the line says so.
  ///
  /// - Parameter text: The buffer in which the line was read.
  public func times(in text: Span<UInt8>) -> (start: Timestamp?, duration: Duration?) {
    (
      line.start.flatMap { Timestamp(text.text($0.range)) },
      line.duration.flatMap { JSONNumber(text.text($0)) }.flatMap { Duration(milliseconds: $0) }
    )
  }

  /// Returns what an archive said of the exchange of the line read last, where the line keeps it.
  ///
  /// - Parameter text: The buffer in which the line was read.
  public func details(in text: Span<UInt8>) -> HARDetails? {
    line.details.flatMap { try? JSONDocument(in: text.bytes, $0) }.flatMap {
      HARDetails(decoding: $0.root)
    }
  }

  /// Returns where a stretch of ``buffer`` stands in the line's own buffer.
  public mutating func origin(of range: Range<Int>, in text: Span<UInt8>) -> Range<Int> {
    exchange.origin(of: range, in: text)
  }
}
