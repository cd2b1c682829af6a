import PlumbText

/// Takes credentials out of an exchange whose response's body comes in pieces.
///
/// The body is looked through in windows. What is let go ends where no credential stands, and well
/// before the end of the window, so that none lies across; what the text around the next window says
/// of it, such as the name of the list that it is in, goes before it. What one window gives away is
/// looked for in those after it; what it says of those before is ``isLate``.
public struct StreamedRedaction: Sendable {
  /// More values are not learnt from names: looking for them would take longer than all else.
  private static let mostLearnt = 1000

  /// How many bytes are let go at once.
  private let stretch: Int
  /// How many bytes behind them are looked at besides.
  private let outlook: Int
  private var search: CredentialSearch
  private let exchange: Exchange
  private let mediaType: String?
  private var surroundings = TextSurroundings()
  /// What came and was not let go.
  private var pending: [UInt8] = []
  private var received = 0
  private var released = 0
  /// How much was known when the first stretch was let go.
  private var knownAtFirst: Int?

  /// Begins with an exchange; the body of its response is not looked at.
  ///
  /// - Parameters:
  ///   - redactor: What knows the secrets.
  ///   - stretch: How many bytes of the body are let go at once, 64 or more.
  /// - Throws: ``RedactionRefusal`` when the request or the head of the response has the shape of a
  ///   credential.
  public init(
    _ redactor: Redactor,
    _ exchange: Exchange,
    stretch: Int = 1 << 20
  ) throws(RedactionRefusal) {
    var exchange = exchange
    exchange.response.body = []
    self.exchange = exchange
    self.stretch = stretch
    outlook = stretch / 4
    mediaType = exchange.response.fields.value(of: "Content-Type")
    search = CredentialSearch(redactor, style: .placeholder)
    search.mostLearnt = Self.mostLearnt
    _ = try head()
  }

  private init(
    again search: CredentialSearch,
    _ exchange: Exchange,
    stretch: Int
  ) {
    self.search = search
    self.exchange = exchange
    self.stretch = stretch
    outlook = stretch / 4
    mediaType = exchange.response.fields.value(of: "Content-Type")
  }

  /// Whether something that a later part of the body gave away may stand in an earlier one, which
  /// was let go; ``again()`` finds it there.
  public var isLate: Bool { search.discovered.count > (knownAtFirst ?? .max) }

  /// Begins the body once more, with all that is known now.
  public func again() -> StreamedRedaction {
    StreamedRedaction(again: search, exchange, stretch: stretch)
  }

  /// The exchange without its response's body, and without what is known by now.
  ///
  /// - Parameter failure: Why the answer is not whole; `nil` when it is.
  public mutating func head(failure: String? = nil) throws(RedactionRefusal) -> Exchange {
    var exchange = exchange
    exchange.response.failure = failure
    var parts = ExchangeParts(exchange)
    let edits = search.edits(inParts: parts.count) { parts.look(at: $1, with: &$0) }
    try RedactionRefusal.check(edits.joined())
    parts.apply(edits)
    var result = parts.exchange
    ExchangeParts.correct(&result.response.fields, from: received, to: released)
    return result
  }

  /// Takes a piece of the body, and returns what may be written.
  public mutating func take(_ piece: [UInt8]) throws(RedactionRefusal) -> [UInt8] {
    pending += piece
    received += piece.count
    guard pending.count >= stretch + outlook else { return [] }
    var result: [UInt8] = []
    var start = 0
    while pending.count - start >= stretch + outlook {
      let window = Array(pending[start..<(start + stretch + outlook)])
      start += try release(window, upTo: stretch, into: &result)
    }
    pending.removeFirst(start)
    return result
  }

  /// Returns what is left of the body.
  public mutating func end() throws(RedactionRefusal) -> [UInt8] {
    var result: [UInt8] = []
    let rest = pending
    pending = []
    _ = try release(rest, upTo: rest.count, into: &result)
    return result
  }

  /// Lets go of the beginning of a window; returns how much of it.
  private mutating func release(
    _ window: [UInt8],
    upTo most: Int,
    into result: inout [UInt8]
  ) throws(RedactionRefusal) -> Int {
    let before = surroundings.prefix(of: window)
    // What stands at the end of the window may be cut in two; nothing is learnt of it.
    var trial = search
    var edits = Self.edits(in: window, after: before, mediaType, by: &trial)
    try RedactionRefusal.check(edits)
    var cut = most < window.count ? surroundings.cut(window, upTo: most) : window.count
    for edit in edits.reversed() where edit.range.contains(cut) && edit.range.lowerBound < cut {
      cut = surroundings.cut(window, upTo: edit.range.lowerBound)
    }
    guard cut > 0 || window.isEmpty else {
      throw RedactionRefusal(kind: "a credential without end", place: "the body of the response")
    }
    let part = Array(window[..<cut])
    edits.removeAll { $0.range.upperBound > cut }
    if !edits.isEmpty {
      let known = Self.edits(in: part, after: before, mediaType, by: &search)
      try RedactionRefusal.check(known)
      edits = RedactionEdit.merged(known + edits)
    }
    let text = RedactionEdit.apply(edits, to: part)
    result += text
    released += text.count
    surroundings.pass(part)
    knownAtFirst = knownAtFirst ?? search.discovered.count
    return cut
  }

  /// The edits in a window, which some bytes go before.
  private static func edits(
    in window: [UInt8],
    after before: [UInt8],
    _ mediaType: String?,
    by search: inout CredentialSearch
  ) -> [RedactionEdit] {
    let bytes = before + window
    let found = search.edits(inParts: 1) { search, _ in
      search.place = "the body of the response"
      search.body(bytes, mediaType: mediaType)
    }
    return found.joined().compactMap { edit in
      guard edit.range.upperBound > before.count else { return nil }
      var edit = edit
      let lower = max(edit.range.lowerBound - before.count, 0)
      edit.range = lower..<(edit.range.upperBound - before.count)
      return edit
    }
  }
}

extension RedactionRefusal {
  /// Refuses what has the shape of a credential, and nothing says that it is one.
  static func check(_ edits: some Sequence<RedactionEdit>) throws(RedactionRefusal) {
    for edit in edits {
      if case .shaped(let shape) = edit.kind {
        throw RedactionRefusal(kind: shape.words, place: edit.place)
      }
    }
  }
}
