/// Values kept in memory, as long as they do not take more than some bytes together.
///
/// What was not asked for in a while goes first: there are two halves, and when the younger one is
/// full the older one is dropped.
package struct BoundedCache<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private let half: Int
  private var young: [Key: Entry] = [:]
  private var old: [Key: Entry] = [:]
  private var size = 0

  private struct Entry: Sendable {
    var value: Value
    var size: Int
  }

  /// Creates an empty cache.
  ///
  /// - Parameter limit: The most bytes that all values together have.
  package init(limit: Int) {
    half = max(limit / 2, 1)
  }

  /// Returns the value of a key; `nil` when it is not kept.
  package mutating func value(of key: Key) -> Value? {
    if let entry = young[key] { return entry.value }
    guard let entry = old[key] else { return nil }
    insert(entry.value, size: entry.size, for: key)
    return entry.value
  }

  /// Keeps a value, unless it alone would take half of the room.
  ///
  /// - Parameter size: How many bytes it has.
  package mutating func insert(_ value: Value, size: Int, for key: Key) {
    guard size <= half else { return }
    if self.size + size > half {
      old = young
      young.removeAll()
      self.size = 0
    }
    let previous = young.updateValue(Entry(value: value, size: size), forKey: key)
    self.size += size - (previous?.size ?? 0)
  }
}
