import PlumbText

extension Fault {
  /// Puts the fault into a request, as the services are about to see it.
  func apply(to incoming: inout Incoming) {
    switch kind {
    case .listing(let fault):
      incoming.listing = incoming.listing ?? ListingEdit()
      incoming.listing?.faults.append((fault, target.item))
    case .order(let fault):
      incoming.listing = incoming.listing ?? ListingEdit()
      incoming.listing?.orders.append((fault, target.item))
      incoming.sortInstead = fault.key(insteadOf: incoming.query["sort"])
    case .counts(.ten): incoming.showsTen = true
    case .laws(.filterIgnored): incoming.ignoresFilters = true
    case .defaults(.tenItems): incoming.standardSize = 10
    case .defaults(.otherSort) where incoming.query["sort"] == nil: incoming.sortInstead = "code"
    case .body, .http, .fields, .pages, .cursor, .links, .laws, .defaults, .counts, .linkField:
      break
    }
  }
}
