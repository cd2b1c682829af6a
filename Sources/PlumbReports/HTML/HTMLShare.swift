import PlumbChecking

/// A part of a whole, as a bar with its numbers.
struct HTMLShare {
  let label: String
  let part: String
  let of: String
  let bar: String
  /// The class that colours the bar.
  let kind: String

  init(_ label: String, _ part: Int, of whole: Int) {
    self.label = label
    self.part = part.grouped
    self.of = whole.grouped
    kind = part == whole ? "all" : part == 0 ? "none" : "some"
    bar = ShareBar.svg(part: part, of: whole)
  }

  /// What was met of what the contracts describe.
  static func all(of coverage: Report.Coverage) -> [HTMLShare] {
    [
      ("operations", coverage.operations), ("answers", coverage.responses),
      ("rows", coverage.rows), ("orders", coverage.orders), ("laws", coverage.laws),
      ("last pages", coverage.lastPages), ("empty results", coverage.emptyResults),
    ].filter { $1.of > 0 }.map { HTMLShare($0, $1.exercised, of: $1.of) }
  }
}
