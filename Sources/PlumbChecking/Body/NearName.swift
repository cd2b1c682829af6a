import PlumbText

/// Finds the documented name that a name was likely meant to be.
enum NearName {
  /// The rank of the nearest name; -1 when none is near.
  ///
  /// Names that differ only in case, `_` or `-` come first; then the one that is spelt most alike,
  /// if the names are long enough to tell a slip from another word.
  static func rank(of name: String, among names: [String]) -> Int32 {
    // Most names are not even made of the same letters, which is quick to see.
    let letters = letters(of: name)
    let most = 2 * max(1, name.utf8.count / 3)
    let names = names.map { other in
      let others = self.letters(of: other)
      guard let letters, let others else { return other }
      return (letters ^ others).nonzeroBitCount <= most ? other : ""
    }
    guard names.contains(where: { !$0.isEmpty }) else { return -1 }
    if let folded = names.firstIndex(where: { Spelling.foldedEqual($0, name) }) {
      return Int32(folded)
    }
    guard name.utf8.count >= 4,
      let near = Suggestion.nearest(to: name, among: names.filter { !$0.isEmpty }),
      near.utf8.count >= 4, let rank = names.firstIndex(of: near)
    else { return -1 }
    return Int32(rank)
  }

  /// Which letters and digits a name holds, in any case; `nil` when there are others than ASCII's.
  ///
  /// One change of a letter changes two of them at most.
  private static func letters(of name: String) -> UInt64? {
    var letters: UInt64 = 0
    for byte in name.utf8 where byte != UInt8(ascii: "_") && byte != UInt8(ascii: "-") {
      guard byte < 0x80 else { return nil }
      letters |= 1 << UInt64((byte | 0x20) & 0x3f)
    }
    return letters
  }
}
