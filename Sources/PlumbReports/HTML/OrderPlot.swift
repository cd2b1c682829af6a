import PlumbChecking

/// Draws the items of a listing: where each stands against where its key belongs.
///
/// A listing in order is a rising line; the fewest items off it stand wrong.
enum OrderPlot {
  private static let width = 600.0
  private static let height = 160.0

  /// Returns the markup.
  ///
  /// - Parameter ranks: The rank of each item's key from 0, in the order in which the items came.
  static func svg(ranks: [Int]) -> String {
    var drawing = SVG(
      width: Int(width),
      height: Int(height),
      label: "the rank of the key of \(ranks.count.of("item")) against its place in the listing",
      isStretched: false
    )
    let most = Double(max(ranks.max() ?? 1, 1))
    let step = (width - 10) / Double(max(ranks.count - 1, 1))
    let wrong = Set(LongestOrdered.complement(count: ranks.count) { ranks[$0] > ranks[$1] })
    for (place, rank) in ranks.enumerated() {
      drawing.dot(
        x: 5 + step * Double(place),
        y: height - 5 - (height - 10) * Double(rank) / most,
        style: wrong.contains(place) ? "wrong" : "right"
      )
    }
    return drawing.markup
  }
}
