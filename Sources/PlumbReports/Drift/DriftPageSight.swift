import PlumbChecking
import PlumbDrift

/// What was seen of a row, folded below what the table says of it.
struct DriftPageSight {
  /// The example, as JSON; `nil` where rows in it have examples of their own.
  let example: String?
  /// What more is known.
  let facts: [SightWords.Fact]

  /// Prepares a sight; `nil` where nothing was seen.
  init?(_ sight: RowSight) {
    facts = SightWords.facts(of: sight)
    guard !facts.isEmpty else { return nil }
    example = sight.example?.json.visible
  }
}
