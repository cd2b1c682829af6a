import PlumbText

/// Reads the exchanges of an HTTP archive (HAR 1.2) one by one, as tolerantly as the files that
/// tools write ask for.
///
/// Every member but `method`, `url` and `status` may be missing or `null`; numbers may be
/// fractional; a header field's value may be a string or a list, a field an object or a pair; a
/// byte order mark and HTTP/2 pseudo fields (`:authority`) are passed over; base64 that cannot be
/// decoded is kept as text. An entry without an answer (status 0) is a failed exchange.
///
/// Source: HAR 1.2 specification; the tolerance is what browsers' exports need.
public struct HARReader: Sendable {
  private var cursor = JSONCursor(position: 0, end: 0)
  private var isFirst = true
  private var exchange = ExchangeBuffer()
  private var entry = 0..<0

  /// The number of entries read.
  public private(set) var count = 0

  /// How far the file was read, in bytes.
  public var position: Int { cursor.position }

  /// The entry's exchange, which the layout of ``next(in:into:)`` describes;
  /// ``ExchangeLayout/padding`` zero bytes follow it.
  public var buffer: [UInt8] { _read { yield exchange.bytes } }

  /// Creates a reader.
  public init() {}

  /// Finds the entries of a file.
  ///
  /// - Parameters:
  ///   - text: The buffer.
  ///   - count: The number of bytes of the file; the buffer may be longer.
  /// - Throws: ``RecordingError`` when the file is no HTTP archive.
  public mutating func open(_ text: Span<UInt8>, count: Int) throws(RecordingError) {
    cursor = JSONCursor(position: text.has("\u{FEFF}", at: 0) ? 3 : 0, end: count)
    isFirst = true
    self.count = 0
    do throws(CodecFailure) {
      guard cursor.peek(text) != nil else {
        throw CodecFailure("the file is empty; export the archive anew", at: 0)
      }
      try enter("log", in: text)
      try enter("entries", in: text)
      try cursor.expect(UInt8(ascii: "["), in: text)
    } catch {
      throw error.located(in: text)
    }
  }

  /// Reads the next entry into ``buffer``; `false` when there is none.
  public mutating func next(
    in text: Span<UInt8>,
    into layout: inout ExchangeLayout
  ) throws(RecordingError) -> Bool {
    do throws(CodecFailure) {
      guard try cursor.hasNext(text, before: UInt8(ascii: "]"), isFirst: &isFirst) else {
        return false
      }
      _ = cursor.peek(text)
      let start = cursor.position
      let found = try HAREntry(reading: &cursor, in: text)
      entry = start..<cursor.position
      try found.fill(&exchange, &layout, from: text)
      count += 1
      return true
    } catch {
      throw error.located(in: text)
    }
  }

  /// Returns what the entry read last says besides its exchange; `nil` when it nests too deep.
  ///
  /// - Parameter text: The buffer in which the entry was read.
  public func details(in text: Span<UInt8>) -> HARDetails? {
    let limits = JSONDocument.Limits(depth: 10_000)
    guard let document = try? JSONDocument(in: text.bytes, entry, limits: limits) else {
      return nil
    }
    return HARDetails(ofEntry: document.root)
  }

  /// Returns where a stretch of ``buffer`` stands in the file.
  public mutating func fileRange(of range: Range<Int>, in text: Span<UInt8>) -> Range<Int> {
    exchange.origin(of: range, in: text)
  }

  /// Moves behind the colon of a member of the object that comes next.
  private mutating func enter(
    _ name: StaticString,
    in text: Span<UInt8>
  ) throws(CodecFailure) {
    let start = cursor.position
    if cursor.peek(text) == UInt8(ascii: "{") {
      cursor.position += 1
      var isFirst = true
      while let member = try cursor.member(text, isFirst: &isFirst) {
        if text.equals(member.range, name) { return }
        _ = try cursor.skipValue(text)
      }
    }
    throw CodecFailure(
      """
      expected a member "\(name)"; an HTTP archive is an object {"log": {"entries": […]}}: \
      export it anew, as HAR 1.2
      """,
      at: start
    )
  }
}
