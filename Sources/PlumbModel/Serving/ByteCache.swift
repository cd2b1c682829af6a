/// Bodies kept in memory, as long as they do not take more than some bytes together.
///
/// What was not asked for in a while goes first: there are two halves, and when the younger one is
/// full the older one is dropped.
package struct ByteCache<Key: Hashable & Sendable>: Sendable {
  private let half: Int
  private var young: [Key: [UInt8]] = [:]
  private var old: [Key: [UInt8]] = [:]
  private var size = 0

  /// Creates an empty cache.
  ///
  /// - Parameter limit: The most bytes that all bodies together have.
  package init(limit: Int) {
    half = max(limit / 2, 1)
  }

  /// Returns the body of a key; `nil` when it is not kept.
  package mutating func body(of key: Key) -> [UInt8]? {
    if let body = young[key] { return body }
    guard let body = old[key] else { return nil }
    insert(body, for: key)
    return body
  }

  /// Keeps a body, unless it alone would take half of the room.
  package mutating func insert(_ body: [UInt8], for key: Key) {
    guard body.count <= half else { return }
    if size + body.count > half {
      old = young
      young.removeAll()
      size = 0
    }
    let previous = young.updateValue(body, forKey: key)
    size += body.count - (previous?.count ?? 0)
  }
}
