import PlumbChecking

/// The listings of an operation, each drawn as a strip.
struct HTMLListings {
  /// One listing.
  struct Listing {
    var address: String
    var strip: String
    var words: String
    var isComplete: Bool
  }

  /// How many listings are drawn: those with pages missing first.
  static let most = 200

  let count: String
  let whole: String
  let isOpen: Bool
  let drawn: [Listing]
  let rest: String?

  init(_ chains: [Report.Chain]) {
    let open = chains.filter { !$0.isComplete }
    count = chains.count.of("listing")
    whole = (chains.count - open.count).grouped
    isOpen = !open.isEmpty
    let shown = (open + chains.filter(\.isComplete)).prefix(Self.most)
    let words = TextReport()
    drawn = shown.map { chain in
      Listing(
        address: chain.address.visible,
        strip: PageStrip.svg(of: chain),
        words: words.seenAndMissing(of: chain).visible,
        isComplete: chain.isComplete
      )
    }
    rest = chains.count > shown.count ? (chains.count - shown.count).of("more listing") : nil
  }
}
