import PlumbModel

/// Puts one root of URLs in the place of another, wherever it stands in text.
///
/// Found are the plain form, the form of JSON with `\/`, and the form of queries with `%3A%2F%2F`. A
/// root that goes on (`https://api.example.org.evil`, `https://api.example.org:8443`) is another.
struct AddressSwap {
  private let pairs: [(old: [UInt8], new: [UInt8])]

  /// Prepares the way from roots, without slashes at their ends, to another.
  init(from old: [String], to new: String) {
    pairs = old.filter { $0 != new }.flatMap { old in
      Self.forms(of: old).indices.map { index in
        (Array(Self.forms(of: old)[index].utf8), Array(Self.forms(of: new)[index].utf8))
      }
    }
  }

  private static func forms(of root: String) -> [String] {
    let escaped = root.split(separator: "/", omittingEmptySubsequences: false)
    let query = escaped.joined(separator: "%2F").split(
      separator: ":",
      omittingEmptySubsequences: false
    )
    return [root, escaped.joined(separator: "\\/"), query.joined(separator: "%3A")]
  }

  /// The text with the other root.
  func swapped(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let result = swapped(bytes)
    return result == bytes ? text : String(decoding: result, as: UTF8.self)
  }

  /// The bytes with the other root.
  func swapped(_ bytes: [UInt8]) -> [UInt8] { swapped(bytes, upTo: bytes.count).result }

  /// How many bytes must follow a place for it to be known whether a root stands there.
  private var outlook: Int { (pairs.map(\.old.count).max() ?? 0) + 3 }

  /// Puts the other root where one stands that begins before an offset.
  ///
  /// - Returns: What became of the bytes up to `end`.
  private func swapped(_ bytes: [UInt8], upTo limit: Int) -> (result: [UInt8], end: Int) {
    var result: [UInt8] = []
    var kept = 0
    var index = 0
    while index < limit {
      guard bytes[index] | 0x20 == UInt8(ascii: "h"),
        let pair = pairs.first(where: { Self.stands($0.old, in: bytes, at: index) })
      else {
        index += 1
        continue
      }
      result += bytes[kept..<index] + pair.new
      index += pair.old.count
      kept = index
    }
    let end = max(index, limit)
    guard kept > 0 || end < bytes.count else { return (bytes, end) }
    return (result + bytes[kept..<end], end)
  }

  /// Swaps roots in text that comes in pieces, wherever they are cut.
  struct Stream {
    private let swap: AddressSwap
    private var pending: [UInt8] = []

    init(_ swap: AddressSwap) {
      self.swap = swap
    }

    /// Takes a piece; returns what is settled.
    mutating func take(_ piece: [UInt8]) -> [UInt8] {
      guard !swap.pairs.isEmpty else { return piece }
      pending += piece
      let (result, end) = swap.swapped(pending, upTo: max(pending.count - swap.outlook, 0))
      pending.removeFirst(end)
      return result
    }

    /// Returns what is left.
    mutating func end() -> [UInt8] {
      defer { pending = [] }
      return swap.swapped(pending)
    }
  }

  private static func stands(_ root: [UInt8], in bytes: [UInt8], at index: Int) -> Bool {
    let end = index + root.count
    guard end <= bytes.count, bytes[index..<end].elementsEqual(root) else { return false }
    guard end < bytes.count else { return true }
    let next = bytes[end]
    if next == UInt8(ascii: "%") {
      // In a query an escaped slash follows, or another sign; an escaped colon goes on.
      return !bytes[end...].starts(with: "%3A".utf8) && !bytes[end...].starts(with: "%3a".utf8)
    }
    return
      !(next &- 0x30 < 10 || (next | 0x20) &- 0x61 < 26 || next >= 0x80
      || ".-_:@".utf8.contains(next))
  }
}
