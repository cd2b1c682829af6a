/// What can be wrong with the order of a listing.
public enum OrderFault: String, Hashable, Sendable, CaseIterable {
  /// The item stands seven places too late.
  case moved
  /// The item stands fifteen places too late.
  case movedFar = "moved-far"
  /// The item and the next one have changed places.
  case swapped
  /// The listing is in the opposite order.
  case reversed
  /// The listing is in the order of another key.
  case otherKey = "other-key"
  /// Titles are in the order of their bytes, capitals first.
  case byteOrder = "byte-order"
  /// Items with several types are placed by the title of the first instead of its code.
  case otherReading = "other-reading"

  /// Puts the fault into a listing.
  ///
  /// - Parameter item: The item that is meant, from 0.
  func apply(to listing: inout Listing, at item: Int) {
    guard listing.items.indices.contains(item) else { return }
    switch self {
    case .moved: listing.move(item, to: item + 7)
    case .movedFar: listing.move(item, to: item + 15)
    case .swapped: listing.move(item, to: item + 1)
    case .reversed: listing.items.reverse()
    case .byteOrder:
      listing.sort {
        Array(($0["title"]?.text ?? "").utf8)
      } by: {
        $0.lexicographicallyPrecedes($1)
      }
    case .otherReading:
      listing.sort {
        Self.firstType(of: $0)
      } by: {
        $0 < $1
      }
    case .otherKey: break
    }
  }

  /// The key that a listing is sorted by when another is asked for; `nil` for the one asked for.
  func key(insteadOf key: String?) -> String? {
    guard self == .otherKey else { return nil }
    return key == "code" ? "title" : "code"
  }

  private static func firstType(of item: JSONTree) -> String {
    guard case .list(let types) = item["stem_occupation_type"] else { return "" }
    return types.first?["title"]?.text ?? ""
  }
}
