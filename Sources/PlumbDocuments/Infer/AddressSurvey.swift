public import PlumbModel

/// Which addresses were asked, and which of their parts are values: the first look at recordings.
///
/// It grows with the number of different words in paths, and no further than some hundreds in one
/// place.
public struct AddressSurvey {
  /// The most servers that are looked at.
  static let serverLimit = 50

  private(set) var trees: [String: PathTree] = [:]

  /// How many exchanges were seen.
  public private(set) var count = 0

  /// Begins with nothing seen.
  public init() {}

  /// Adds an exchange.
  public mutating func add(_ exchange: Exchange) {
    count += 1
    guard let address = RequestAddress(exchange.request.url) else { return }
    guard let look = ObservedAnswer(exchange).look else { return }
    guard trees[address.origin] != nil || trees.count < Self.serverLimit else { return }
    let tree = trees[address.origin] ?? PathTree()
    trees[address.origin] = tree
    tree.add(address.parts[...], look: look)
  }
}
