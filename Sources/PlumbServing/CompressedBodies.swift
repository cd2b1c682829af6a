import PlumbModel
import PlumbText
import Synchronization

/// Bodies as gzip, kept so that a body that is asked for again is not compressed again.
final class CompressedBodies: Sendable {
  /// Bodies outside are sent as they are: shorter ones hardly shrink, and longer ones would keep
  /// other clients waiting.
  static let sizes = 256...(1 << 20)

  private struct Key: Hashable, Sendable {
    var tag: String
    var count: Int
  }

  private let cache = Mutex(BoundedCache<Key, [UInt8]>(limit: 32 << 20))

  /// Returns a body as gzip.
  ///
  /// - Parameter tag: What tells bodies of the same length apart.
  func compressed(_ body: [UInt8], tag: String) -> [UInt8] {
    let key = Key(tag: tag, count: body.count)
    if let known = cache.withLock({ $0.value(of: key) }) { return known }
    let compressed = Gzip.compress(body)
    cache.withLock { $0.insert(compressed, size: compressed.count, for: key) }
    return compressed
  }

  /// Whether bodies of a content type shrink.
  static func shrinks(contentType: String) -> Bool {
    let type = contentType.utf8.prefix { $0 != UInt8(ascii: ";") }
    guard !type.elementsEqual("application/json".utf8) else { return true }
    let word = String(decoding: type, as: UTF8.self).lowercased()
    return word.hasPrefix("text/")
      || ["json", "xml", "javascript"].contains { word.hasSuffix($0) }
  }
}
