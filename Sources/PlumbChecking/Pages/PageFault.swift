/// One way in which a page breaks the equations.
enum PageFault: Hashable, Sendable {
  /// The number of items.
  case count(expected: Int)
  /// The place of the last item.
  case end(expected: Int)
  /// The place of the first item.
  case start(expected: Int)
  /// Another window than the one asked for, in itself without contradiction.
  case window(expected: PageWindow)
  /// An empty result, not in the documented shape.
  case empty
  /// Several values contradict each other.
  case inconsistent([PageRole?])
  /// Items past the total.
  case beyond
  /// The number of pages.
  case pages(expected: Int)
  /// A link to a neighbour.
  case link(PageRole, Link)

  /// What is wrong with a link.
  enum Link: Hashable, Sendable {
    case missing, unexpected, host, loop
    case parameters(String)
    case window(expected: PageWindow?)
  }

  /// How much has to be assumed to explain a page by it: a single value is the least.
  var cost: Int {
    switch self {
    case .window: 15
    case .inconsistent: 20
    default: 10
    }
  }
}

/// What is wrong with one page, and what follows from that.
struct PageDiagnosis: Hashable, Sendable {
  var faults: [PageFault] = []
  /// What the first fault, or a wrong total, broke besides.
  var symptoms: [PageFault] = []
  /// What has to be assumed besides the faults.
  var surcharge = 0

  var cost: Int { faults.reduce(surcharge) { $0 + $1.cost } }
}
