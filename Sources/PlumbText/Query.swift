/// The names and values of a URL's query, decoded, in the order written.
///
/// Two queries are equal when they hold the same pairs as often, in whatever order and escaping.
package struct Query: Sendable {
  /// A name with its value.
  package struct Item: Hashable, Sendable {
    /// The name, decoded.
    package var name: String

    /// The value, decoded; empty when there was none.
    package var value: String

    /// Creates a pair.
    package init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The pairs, in order.
  package var items: [Item]

  /// Creates a query from pairs.
  package init(items: [Item] = []) {
    self.items = items
  }

  /// Reads a query, without `?`; `+` stands for a space.
  ///
  /// Source: the URL Standard, section 5.1, "application/x-www-form-urlencoded parsing".
  package init(_ text: some StringProtocol) {
    self.init(utf8: Array(text.utf8))
  }

  private init(utf8 text: [UInt8]) {
    items = text.split(separator: UInt8(ascii: "&")).map { pair in
      let name = pair.prefix { $0 != UInt8(ascii: "=") }
      return Item(
        name: PercentEncoding.decodeUTF8(name, plusIsSpace: true),
        value: PercentEncoding.decodeUTF8(pair[name.endIndex...].dropFirst(), plusIsSpace: true)
      )
    }
  }

  /// Returns the first value of a name; `nil` when the name is absent.
  package subscript(name: String) -> String? {
    items.first { $0.name == name }?.value
  }

  /// Returns all values of a name, in order.
  package func values(of name: String) -> [String] {
    items.filter { $0.name == name }.map(\.value)
  }
}

extension Query: Hashable, CustomStringConvertible {
  /// Returns whether both hold the same pairs as often.
  package static func == (lhs: Self, rhs: Self) -> Bool {
    lhs.items == rhs.items || lhs.counts == rhs.counts
  }

  /// Hashes the pairs without their order.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(items.reduce(0) { $0 &+ $1.hashValue })
  }

  private var counts: [Item: Int] {
    items.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  /// The query, escaped, without `?`.
  package var description: String {
    items.map { item in
      let name = PercentEncoding.encodeQuery(item.name)
      return "\(name)=\(PercentEncoding.encodeQuery(item.value))"
    }.joined(separator: "&")
  }
}
