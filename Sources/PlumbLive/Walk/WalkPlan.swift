public import PlumbModel
import PlumbText

/// The requests that a walk begins with, in order; the pages and links behind them are found on the
/// way.
public struct WalkPlan: Hashable, Sendable {
  /// Where a walk begins anew: one request, and perhaps the listing behind it.
  public struct Stop: Hashable, Sendable {
    /// The operation; `nil` when the request belongs to none under contract.
    public var operation: String?
    /// The request, without credentials.
    public var request: Exchange.Request
    /// Header fields with credentials that stay out.
    public var without: [String] = []
    /// How often the same request stands before it in the plan.
    public var number = 0
    /// Whether all pages behind it are asked for.
    public var isWhole = true
    /// The line of the tour, from 1; `nil` for what a contract asks for.
    public var line: Int?
  }

  /// The stops, in order.
  public var stops: [Stop] = []

  /// The operations that are not asked, with the reason.
  public var leftOut: [LeftOut] = []

  /// An operation that is not asked.
  public struct LeftOut: Hashable, Sendable {
    /// The operation.
    public var operation: String
    /// Why, in words.
    public var reason: String
  }

  /// Creates an empty plan.
  public init() {}

  /// Plans what contracts ask for: their examples, in order, then each documented order that no
  /// example shows.
  ///
  /// An example that names its own window is walked to the end only where no other walks the same
  /// listing whole. An operation without examples is asked when it needs no values.
  ///
  /// - Parameters:
  ///   - contracts: The operations, in order.
  ///   - site: Where they are asked.
  ///   - allowsWrites: Whether methods other than GET and HEAD are planned.
  public init(_ contracts: [Contract], at site: Site, allowsWrites: Bool = false) {
    for contract in contracts {
      guard allowsWrites || Courier.isSafe(contract.method) else {
        leftOut.append(
          LeftOut(operation: contract.id, reason: "\(contract.method) needs --allow-writes")
        )
        continue
      }
      add(contract, RequestMaker(contract: contract, base: site.base))
    }
  }

  private mutating func add(_ contract: Contract, _ maker: RequestMaker) {
    var sets = contract.examples.map(\.values)
    if sets.isEmpty, maker.needsNoValues { sets = [[]] }
    guard !sets.isEmpty else {
      leftOut.append(
        LeftOut(operation: contract.id, reason: "no example gives the parameters")
      )
      return
    }
    sets += orders(of: contract, shownBy: sets)
    let windows = Set(contract.paging?.dialect.requestNames ?? [])
    var whole = Set(sets.filter { windows.isDisjoint(with: $0.map(\.name)) }.map { Set($0) })
    for values in sets {
      guard let request = maker.request(values) else { continue }
      let listing = Set(values.filter { !windows.contains($0.name) })
      let isFirst = !whole.contains(listing) || listing.count == values.count
      whole.insert(listing)
      add(Stop(operation: contract.id, request: request, isWhole: isFirst))
    }
  }

  /// The values that ask for the documented orders which no example shows.
  private func orders(of contract: Contract, shownBy sets: [[Example.Value]]) -> [[Example.Value]] {
    guard let order = contract.order, let name = order.parameter else { return [] }
    let windows = Set(contract.paging?.dialect.requestNames ?? [])
    let shown = Set(sets.flatMap { $0 }.filter { $0.name == name }.map(\.value))
    let plain = sets.first { set in set.allSatisfy { $0.name != name && !windows.contains($0.name) }
    }
    let start = plain ?? sets[0].filter { $0.name != name && !windows.contains($0.name) }
    return order.choices.compactMap(\.value).filter { !shown.contains($0) }.map { value in
      start + [Example.Value(name: name, value: value)]
    }
  }

  /// Adds a stop, once where a contract asks for it, as often as written where a tour does.
  mutating func add(_ stop: Stop) {
    var stop = stop
    let same = stops.filter { $0.request == stop.request && $0.without == stop.without }
    if stop.line == nil, !same.isEmpty {
      if stop.isWhole, let index = stops.firstIndex(where: { $0.request == stop.request }) {
        stops[index].isWhole = true
      }
      return
    }
    stop.number = stops.count {
      $0.request.method == stop.request.method && $0.request.url == stop.request.url
    }
    stops.append(stop)
  }
}
