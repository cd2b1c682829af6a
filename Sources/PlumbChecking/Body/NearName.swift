import PlumbText

/// Finds the documented name that a name was likely meant to be.
enum NearName {
  /// The rank of the nearest name; -1 when none is near.
  ///
  /// Names that differ only in case, `_` or `-` come first; then the one that is spelt most alike,
  /// if the names are long enough to tell a slip from another word.
  static func rank(of name: String, among names: [String]) -> Int32 {
    if let folded = names.firstIndex(where: { Spelling.foldedEqual($0, name) }) {
      return Int32(folded)
    }
    guard name.utf8.count >= 4, let near = Suggestion.nearest(to: name, among: names),
      near.utf8.count >= 4, let rank = names.firstIndex(of: near)
    else { return -1 }
    return Int32(rank)
  }
}
