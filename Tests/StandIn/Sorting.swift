/// Orders of listings.
enum Sorting {
  /// Whether a text comes before another: scalar by scalar, without regard to case.
  static func precedes(_ left: String, _ right: String) -> Bool {
    left.lowercased().unicodeScalars.lexicographicallyPrecedes(right.lowercased().unicodeScalars)
  }

  /// Returns items in the order of a key, those with equal keys by title and then by code.
  static func sorted<Item>(
    _ items: [Item],
    _ occupation: (Item) -> Occupation,
    by compare: (Item, Item) -> Order
  ) -> [Item] {
    items.sorted { left, right in
      switch compare(left, right) {
      case .before: return true
      case .after: return false
      case .same:
        let (left, right) = (occupation(left), occupation(right))
        if left.title != right.title { return precedes(left.title, right.title) }
        return left.code < right.code
      }
    }
  }

  /// How two items stand to each other.
  enum Order {
    case before, same, after

    /// Compares two texts without regard to case.
    init(_ left: String, _ right: String) {
      self = precedes(left, right) ? .before : precedes(right, left) ? .after : .same
    }

    /// Compares two numbers.
    init(_ left: Int, _ right: Int) {
      self = left < right ? .before : left > right ? .after : .same
    }
  }
}
