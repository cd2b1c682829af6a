import PlumbModel

/// Exchanges of one file that follow each other.
struct SourceRun: Hashable, Sendable {
  /// The rank of the file.
  var rank: Int
  /// The entries in it; -1 for the exchange of a file that holds one.
  var entries: Range<Int>

  /// Adds an exchange to those that were read before.
  static func add(_ source: ExchangeSource, to runs: inout [SourceRun]) {
    let entry = source.entry ?? -1
    if let last = runs.indices.last, runs[last].rank == source.rank,
      runs[last].entries.upperBound == entry
    {
      runs[last].entries = runs[last].entries.lowerBound..<(entry + 1)
    } else {
      runs.append(SourceRun(rank: source.rank, entries: entry..<(entry + 1)))
    }
  }

  /// An exchange that stands in two runs, with the two owners of these; `nil` when there is none.
  static func overlap(
    _ runs: [(run: SourceRun, owner: Int)]
  ) -> (rank: Int, entry: Int, owners: (Int, Int))? {
    let inOrder = runs.sorted { lhs, rhs in
      (lhs.run.rank, lhs.run.entries.lowerBound, lhs.owner)
        < (rhs.run.rank, rhs.run.entries.lowerBound, rhs.owner)
    }
    for (one, next) in zip(inOrder, inOrder.dropFirst())
    where one.run.rank == next.run.rank && one.run.entries.upperBound > next.run.entries.lowerBound
    {
      return (one.run.rank, next.run.entries.lowerBound, (one.owner, next.owner))
    }
    return nil
  }
}
