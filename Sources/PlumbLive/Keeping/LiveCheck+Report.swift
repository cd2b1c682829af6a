public import PlumbChecking
public import PlumbModel
public import PlumbRecordings

extension LiveCheck {
  /// What is known once a walk has ended.
  public struct Result: Sendable {
    /// What the exchanges left behind.
    public var extract: Extract
    /// The links that lead nowhere.
    public var dead: [DeadLink]
    /// How many links of each kind were followed.
    public var followed: [DeadLink.Kind: Int]
    /// The recordings, by what reports call them.
    public var files: [String: RecordingFile]
    /// The rank of the next exchange.
    public var nextRank: Int
  }

  /// The report on several walks.
  public static func report(
    on results: [Result],
    checker: Checker,
    contracts: [Contract]
  ) -> Report {
    var extract = checker.makeExtractor().finish()
    for result in results { extract.merge(result.extract) }
    var report = checker.report(on: extract)
    report.add(
      results.flatMap(\.dead),
      followed: results.reduce(into: [:]) { $0.merge($1.followed) { $0 + $1 } },
      contracts: contracts
    )
    return report
  }
}
