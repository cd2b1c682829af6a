public import StandIn

/// A fault as it is named on a command line.
public enum FaultWord {
  /// Reads `NAME[@PLACE]`: a fault of the proof, and a JSON Pointer or the number of an item in the
  /// whole listing, from 0. An operation or a part of the URL may stand before the place:
  /// `fields/dropped@stem_occupations.in_type:/occupation/0/title`, `listing/gap@sort=title:7`.
  ///
  /// Returns `nil` when there is no fault of that name.
  public static func fault(_ word: String) -> Fault? {
    let parts = word.split(separator: "@", maxSplits: 1)
    guard let name = parts.first else { return nil }
    var target = Fault.Target()
    if parts.count == 2 {
      var place = parts[1]
      if let colon = place.lastIndex(of: ":"), !place.hasPrefix("/") {
        let filter = String(place[..<colon])
        if filter.contains("."), !filter.contains("=") {
          target.operation = filter
        } else {
          target.url = filter
        }
        place = place[place.index(after: colon)...]
      }
      if let item = Int(place) { target.item = item } else { target.pointer = String(place) }
    }
    return Fault(String(name), at: target)
  }
}
