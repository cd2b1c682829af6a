import PlumbText

/// Looks whether all addresses of a row whose target is not documented lead to documented
/// operations, or to other hosts.
///
/// It only says yes where ``LinkJudge`` would find nothing; its no says nothing.
struct QuickAddresses {
  /// How addresses begin, up to the path.
  private struct Opening {
    var parts: [ShortText]
    var count: Int
    /// The site that they are on; `nil` for hosts that are not the API's.
    var site: Int?
  }

  private static let limit = 8

  private let server: LinkServer
  private let router: Router
  private var openings: [Opening] = []

  init(_ server: LinkServer, _ router: Router) {
    self.server = server
    self.router = router
  }

  /// Whether nothing is wrong.
  mutating func hold(_ cells: UnsafeBufferPointer<SlotTape.Cell>, _ bytes: RawSpan) -> Bool {
    for cell in cells where cell.rawKind == BodyTape.Kind.string.rawValue {
      guard WebText.isAddress(cell.range, bytes) else { continue }
      if NameText.hasEscape(bytes, cell.range) {
        let text = JSONUnescaping.text(bytes, cell.range)
        let copy = text + [UInt8](repeating: 0, count: 32)
        guard holds(text.indices, copy.span.bytes) else { return false }
      } else {
        guard holds(cell.range, bytes) else { return false }
      }
    }
    return true
  }

  private mutating func holds(_ address: Range<Int>, _ bytes: RawSpan) -> Bool {
    for rank in openings.indices where stands(rank, address, bytes) {
      return leads(rank, address, bytes)
    }
    guard Self.mayHaveHost(address, bytes) else { return true }
    guard learn(address, bytes) else { return false }
    return leads(openings.count - 1, address, bytes)
  }

  private func stands(_ rank: Int, _ address: Range<Int>, _ bytes: RawSpan) -> Bool {
    guard address.count > openings[rank].count else { return false }
    var offset = address.lowerBound
    for part in openings[rank].parts {
      guard part.stands(bytes, at: offset) else { return false }
      offset &+= part.count
    }
    return bytes.byte(offset) == UInt8(ascii: "/")
  }

  /// Whether an address that begins in a known way is on another host, or leads to an operation.
  private func leads(_ rank: Int, _ address: Range<Int>, _ bytes: RawSpan) -> Bool {
    guard let site = openings[rank].site else { return true }
    let start = address.lowerBound &+ openings[rank].count
    var end = start
    while end < address.upperBound, bytes.byte(end) != UInt8(ascii: "?"),
      bytes.byte(end) != UInt8(ascii: "#")
    {
      end &+= 1
    }
    return router.isDocumented(start..<end, on: site, in: bytes)
  }

  /// Whether a text that begins with a letter may name a host: after its scheme.
  private static func mayHaveHost(_ text: Range<Int>, _ bytes: RawSpan) -> Bool {
    for offset in text {
      switch bytes.byte(offset) {
      case UInt8(ascii: ":"):
        return offset &+ 2 < text.upperBound && bytes.byte(offset &+ 1) == UInt8(ascii: "/")
          && bytes.byte(offset &+ 2) == UInt8(ascii: "/")
      case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): return false
      default: continue
      }
    }
    return false
  }

  /// Remembers how an address begins: whose it is shows from what stands before the path alone.
  private mutating func learn(_ address: Range<Int>, _ bytes: RawSpan) -> Bool {
    let layout = URLLayout(address, in: bytes)
    let opening = address.lowerBound..<layout.path.lowerBound
    guard openings.count < Self.limit, !layout.host.isEmpty, !layout.path.isEmpty,
      opening.allSatisfy({ bytes.byte($0) < 0x80 }),
      let url = URLReference(bytes.text(address)), url.host != nil
    else { return false }
    var site: Int?
    if server.isOwn(url) {
      site = router.site(ofHost: layout.host, in: bytes)
      guard site != nil else { return false }
    }
    let text = bytes.array(opening)
    openings.append(
      Opening(parts: ShortText.parts(of: text), count: text.count, site: site)
    )
    return true
  }
}
