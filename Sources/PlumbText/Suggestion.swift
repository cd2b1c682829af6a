/// The word that was probably meant.
package enum Suggestion {
  /// Returns the nearest of some words; `nil` when none is near, or the word is among them.
  ///
  /// Words that differ only in case, `_` and `-` come first; else those at a distance of a third
  /// of the word's length or less, or 1. The earlier one wins a tie.
  package static func nearest(to word: String, among words: some Sequence<String>) -> String? {
    // A longer word is no misspelling, and would cost its length squared.
    guard word.unicodeScalars.count <= 256 else { return nil }
    let most = max(1, word.unicodeScalars.count / 3)
    var best: (word: String, distance: Int)?
    for candidate in words {
      let length = candidate.unicodeScalars.count - word.unicodeScalars.count
      if candidate == word { return nil }
      let distance =
        Spelling.foldedEqual(candidate, word)
        ? 0 : length.magnitude > most ? Int.max : Spelling.distance(word, candidate)
      if distance == 0 || distance <= most, distance < best?.distance ?? Int.max {
        best = (candidate, distance)
      }
    }
    return best?.word
  }
}
