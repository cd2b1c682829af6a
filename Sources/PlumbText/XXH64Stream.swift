/// XXH64 of bytes that come in pieces.
package struct XXH64Stream: Sendable {
  private var lanes = XXH64.lanes(seed: 0)
  private var pending: [UInt8] = []
  private var count = 0

  /// Creates a hash of nothing yet.
  package init() {
    pending.reserveCapacity(32)
  }

  /// Adds bytes.
  package mutating func update(_ bytes: [UInt8]) {
    count += bytes.count
    var offset = 0
    if !pending.isEmpty {
      offset = min(32 - pending.count, bytes.count)
      pending += bytes[..<offset]
      guard pending.count == 32 else { return }
      let block = pending
      let span = block.span
      XXH64.mix(&lanes, span.bytes, at: 0)
      pending.removeAll(keepingCapacity: true)
    }
    let span = bytes.span
    while offset + 32 <= bytes.count {
      XXH64.mix(&lanes, span.bytes, at: offset)
      offset += 32
    }
    pending += bytes[offset...]
  }

  /// Ends the text and returns its hash.
  package consuming func finalize() -> UInt64 {
    let hash = count >= 32 ? XXH64.joined(lanes) : XXH64.start(seed: 0)
    let rest = pending
    let span = rest.span
    return XXH64.end(hash &+ UInt64(count), span.bytes, 0..<rest.count)
  }
}
