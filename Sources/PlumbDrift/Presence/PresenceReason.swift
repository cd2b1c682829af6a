import PlumbChecking

/// How the presence of a member goes with the values of another row.
struct PresenceReason {
  /// The fewest objects for each value on average; with fewer, values and objects are the same.
  private static let fewest = 3
  /// The most values that are named.
  private static let named = 5

  let candidate: PresenceQuestion.Candidate
  let counts: [PresenceTally.Count]

  /// How much of the uncertainty is left when the value is known, from 0 to 1: the share of Gini
  /// impurity.
  let rest: Double

  /// Takes the counts of a row; `nil` when they do not hold all objects, or say little.
  init?(
    _ candidate: PresenceQuestion.Candidate,
    _ counts: [PresenceTally.Count],
    of total: PresenceTally.Count
  ) {
    guard counts.reduce(0, { $0 + $1.of }) == total.of, total.of >= Self.fewest * counts.count
    else { return nil }
    func impurity(_ count: PresenceTally.Count) -> Double {
      let (with, of) = (Double(count.with), Double(count.of))
      return of > 0 ? with * (of - with) / of : 0
    }
    self.candidate = candidate
    self.counts = counts
    rest = counts.reduce(0) { $0 + impurity($1) } / impurity(total)
    guard rest <= 0.5 else { return nil }
  }

  /// What it says: "by `category`: in none of 6 with `New`, in all 15 with `Current`".
  var sentence: String {
    let parts = zip(candidate.values, counts).filter { $0.1.of > 0 }
      .sorted { ($0.1.share, $0.0.text) < ($1.1.share, $1.0.text) }
      .map { value, count in "\(count.words) with `\(value.text)`" }
    let rest = parts.count - Self.named
    let more = rest > 0 ? ", and \(rest) more" : ""
    return "by `\(candidate.name)`: \(parts.prefix(Self.named).joined(separator: ", "))\(more)"
  }
}

extension PresenceTally.Count {
  fileprivate var share: Double { Double(with) / Double(of) }

  fileprivate var words: String {
    if with == 0 { return "in none of \(of)" }
    return with == of ? "in all \(of)" : "in \(with) of \(of)"
  }
}
