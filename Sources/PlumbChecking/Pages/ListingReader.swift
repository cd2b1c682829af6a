import PlumbModel
import PlumbText

/// Reads the addresses of one operation's requests; one for each thread.
///
/// Pages of one listing differ in their windows only, so that what an address says besides is read
/// once for many of them.
final class ListingReader {
  /// What was read of an address.
  struct Reading {
    var listing: ListingAddress
    /// The window asked for; `nil` when it asks for none that exists.
    var asked: AskedWindow?
    /// The numbers of the window, when ``ListingAddress/query`` is without them.
    var numbers: WindowReader.Numbers?
    /// What tells the request from others that only leave out defaults; 0 when nothing asks.
    var standing: UInt64
  }

  /// The most addresses that are remembered at a time.
  private static let limit = 4_096

  private let plan: ConversationPlan
  private let window: WindowReader?
  private var known: [[UInt8]: ListingAddress] = [:]
  private var last: ListingAddress?
  private var session: UInt64?

  init(_ plan: ConversationPlan) {
    self.plan = plan
    window = plan.readsWindowApart ? plan.terms.flatMap { WindowReader($0.dialect) } : nil
  }

  /// Reads an address.
  ///
  /// - Parameters:
  ///   - url: Where it lies in `bytes`.
  ///   - path: The stretches that the path parameters took.
  ///   - session: The session, as a hash of its name.
  func read(
    _ url: Range<Int>,
    path: [Range<Int>],
    session: UInt64,
    in bytes: RawSpan
  ) -> Reading {
    if session != self.session {
      self.session = session
      last = nil
      known.removeAll(keepingCapacity: true)
    }
    guard let window, let terms = plan.terms else { return general(url, path, session, bytes) }
    if let last,
      let numbers = window.numbers(url, after: last.rest, hasQuery: last.hasQuery, in: bytes)
    {
      return reading(last, numbers, terms)
    }
    guard let cut = window.cut(url, in: bytes) else { return general(url, path, session, bytes) }
    let listing = known[cut.rest] ?? address(cut.rest, cut.hasQuery, path, session, bytes)
    if known.count >= Self.limit { known.removeAll(keepingCapacity: true) }
    known[cut.rest] = listing
    last = listing
    return reading(listing, cut.numbers, terms)
  }

  /// Reads a link of a page to a neighbour.
  ///
  /// - Parameters:
  ///   - member: Where its text lies in `bytes`, as a JSON string without its quotes.
  ///   - text: The text.
  ///   - url: The address of the page, as sent.
  func link(
    _ member: Range<Int>,
    _ text: String,
    from listing: ListingAddress,
    url: String,
    in bytes: RawSpan
  ) -> PageLink? {
    guard let terms = plan.terms, let key = listing.key else { return nil }
    if let numbers = numbers(of: member, listing, bytes) {
      return PageLink(asked: terms.asked(numbers))
    }
    return URLReference(url).map {
      PageLink(text, from: $0, filters: key.filters, terms: terms)
    }
  }

  private func numbers(
    of member: Range<Int>,
    _ listing: ListingAddress,
    _ bytes: RawSpan
  ) -> WindowReader.Numbers? {
    guard let window else { return nil }
    let (rest, hasQuery) = (listing.rest, listing.hasQuery)
    guard NameText.hasEscape(bytes, member) else {
      return window.numbers(member, after: rest, hasQuery: hasQuery, in: bytes)
    }
    let text = JSONUnescaping.text(bytes, member)
    return window.numbers(0..<text.count, after: rest, hasQuery: hasQuery, in: text.span.bytes)
  }

  private func reading(
    _ listing: ListingAddress,
    _ numbers: WindowReader.Numbers,
    _ terms: PagingTerms
  ) -> Reading {
    Reading(
      listing: listing,
      asked: terms.asked(numbers),
      numbers: numbers,
      standing: plan.standing.map { listing.standing &+ $0.window(numbers) } ?? 0
    )
  }

  private func general(
    _ url: Range<Int>,
    _ path: [Range<Int>],
    _ session: UInt64,
    _ bytes: RawSpan
  ) -> Reading {
    let listing = address(bytes.array(url), false, path, session, bytes)
    return Reading(
      listing: listing,
      asked: plan.terms.flatMap { AskedWindow(listing.query, $0) },
      numbers: nil,
      standing: listing.standing
    )
  }

  private func address(
    _ rest: [UInt8],
    _ hasQuery: Bool,
    _ path: [Range<Int>],
    _ session: UInt64,
    _ bytes: RawSpan
  ) -> ListingAddress {
    let text = String(decoding: rest, as: UTF8.self)
    let padded = rest + [UInt8](repeating: 0, count: 16)
    let span = padded.span.bytes
    let query = Query(span.text(URLLayout(0..<rest.count, in: span).query))
    let values = path.map { PercentEncoding.decode(bytes.text($0)) }
    return ListingAddress(
      rest: rest,
      hasQuery: hasQuery,
      key: plan.terms.flatMap { $0.isByPlace ? ChainKey(session, url: text, $0) : nil },
      path: values,
      query: query,
      items: zip(plan.pathNames, values).map { Query.Item(name: $0, value: $1) } + query.items,
      choice: plan.order?.plan.choice(for: query),
      standing: plan.standing?.of(session: session, path: values, query: query.items) ?? 0
    )
  }
}
