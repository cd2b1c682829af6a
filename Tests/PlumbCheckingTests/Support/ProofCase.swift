import PlumbModel
import StandIn
import Testing

/// One row of the proof: a fault, where it sits, and the one finding that is expected.
struct ProofCase: Sendable, CustomTestStringConvertible {
  /// The name of the fault, e.g. `pages/end-low`.
  let fault: String

  /// The listing.
  let listing: ProofListing

  /// Where in the listing.
  let place: ProofPlace

  /// The place in the body, as a JSON Pointer.
  let pointer: String

  /// The id that the finding has.
  let rule: String

  /// The members that the finding's message names, where several can be to blame.
  let candidates: [String]

  /// Whether the session is made by following the broken links, instead of asking for the pages
  /// that an unbroken listing has.
  let isFollowed: Bool

  /// Creates a row.
  init(
    _ fault: String,
    _ listing: ProofListing,
    _ place: ProofPlace,
    _ rule: String,
    at pointer: String = "",
    candidates: [String] = [],
    isFollowed: Bool = false
  ) {
    self.candidates = candidates
    self.fault = fault
    self.listing = listing
    self.place = place
    self.rule = rule
    self.pointer = pointer
    self.isFollowed = isFollowed
  }

  /// The first part of the fault's name.
  var family: String { String(fault.prefix { $0 != "/" }) }

  var testDescription: String {
    "\(fault)\(pointer.isEmpty ? "" : " at \(pointer)"), \(place.rawValue) of \(listing.name)"
      + (isFollowed ? ", links followed" : "")
  }

  /// The URLs of the requests that the fault is put into.
  var targets: [String] {
    let isOfListing =
      fault == "laws/filter-ignored" || family == "order"
      || ["listing/gap", "listing/repeated", "listing/repeated-far", "listing/few"].contains(fault)
    return (isOfListing ? listing.pages[...] : listing.pages(at: place)).map(\.url)
  }

  /// The stand-in with the fault.
  func standIn() throws -> StandIn {
    var standIn = Proof.standIn
    standIn.faults = try faults(isEverywhere: false)
    return standIn
  }

  /// The stand-in with the fault, also on pages that only broken links lead to.
  func followedStandIn() throws -> StandIn {
    var standIn = Proof.standIn
    standIn.faults = try faults(isEverywhere: true)
    return standIn
  }

  /// The exchanges of the session, with the fault.
  func exchanges() throws -> [Exchange] {
    let standIn = try standIn()
    guard isFollowed, let first = listing.pages.first else {
      let targets = Set(targets)
      return listing.exchanges.map { exchange in
        guard targets.contains(exchange.request.url) else { return exchange }
        let response = standIn.respond(to: exchange.request)
        return Exchange(request: exchange.request, response: response)
      }
    }
    var following = standIn
    following.faults = try faults(isEverywhere: true)
    let chain = following.chain(from: first)
    return chain.map { Exchange(request: $0, response: following.respond(to: $0)) }
      + listing.exchanges.dropFirst(listing.pages.count)
  }

  /// The faults; those of the whole listing are put into every page that its links may lead to.
  private func faults(isEverywhere: Bool) throws -> [Fault] {
    let item = listing.item(at: place)
    guard isEverywhere, place == .whole, let first = listing.pages.first?.url else {
      return try targets.map { url in
        let target = Fault.Target(url: url, isWholeURL: true, pointer: pointer, item: item)
        return try #require(Fault(fault, at: target))
      }
    }
    let base = String(first.prefix { $0 != "&" })
    return [try #require(Fault(fault, at: Fault.Target(url: base, pointer: pointer, item: item)))]
  }
}
