import PlumbModel
import StandIn

/// A listing that faults are put into, as a chain of whole pages, and what else its session holds.
struct ProofListing: Sendable {
  /// What it is called in the proof.
  let name: String

  /// The requests for its pages, in order.
  let pages: [Exchange.Request]

  /// The exchanges of the session without faults, those for ``pages`` first.
  let exchanges: [Exchange]

  /// How many items a page has.
  let pageSize: Int

  /// How many items there are.
  let count: Int

  /// The item of the whole listing, from 0, that a fault at a place is about.
  func item(at place: ProofPlace) -> Int {
    switch place {
    case .first, .whole, .only: 3
    case .middle, .fromMiddle: pages.count / 2 * pageSize + 3
    case .last: (pages.count - 1) * pageSize + 1
    case .seam: pageSize - 1
    }
  }

  /// The pages that a fault at a place is put into.
  func pages(at place: ProofPlace) -> ArraySlice<Exchange.Request> {
    switch place {
    case .first, .only: pages.prefix(1)
    case .middle: pages.dropFirst(pages.count / 2).prefix(1)
    case .last: pages.suffix(1)
    case .fromMiddle: pages.dropFirst(pages.count / 2)
    case .seam, .whole: pages[...]
    }
  }

  /// Creates a listing from the request for its first page, and the rest of its session.
  init(
    _ name: String,
    _ first: Exchange.Request,
    size: Int,
    count: Int,
    others: [Exchange.Request]
  ) {
    let pages = Proof.standIn.chain(from: first)
    self.init(name, pages, size: size, count: count, others: others)
  }

  /// Creates what is no listing, or only its first page: one request, and the rest of its session.
  init(_ name: String, _ request: Exchange.Request, _ others: [Exchange.Request]) {
    self.init(name, [request], size: 20, count: 0, others: others)
  }

  private init(
    _ name: String,
    _ pages: [Exchange.Request],
    size: Int,
    count: Int,
    others: [Exchange.Request]
  ) {
    self.name = name
    self.pages = pages
    let urls = Set(pages.map(\.url))
    exchanges = (pages + others.filter { !urls.contains($0.url) }).map(Proof.clean)
    pageSize = size
    self.count = count
  }
}
