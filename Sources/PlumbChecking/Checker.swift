public import PlumbModel
public import PlumbText

/// Holds exchanges to contracts.
public struct Checker: Sendable {
  /// Creates a checker.
  public init(apis: [API], contracts: [Contract], options: Options = Options()) {
  }

  /// What a check may be told.
  public struct Options: Hashable, Sendable {
    /// How many places of a finding are kept; `nil` for all.
    public var placeLimit: Int? = 20

    /// The server to put in place of an API's own, by ``API/id``.
    public var servers: [String: String] = [:]

    /// The deepest nesting of a body.
    public var depthLimit = 512

    /// Creates the defaults.
    public init() {}
  }
}

/// Takes exchanges one by one and keeps what judging needs. One per thread.
public final class Extractor {
  init() {}

  /// Judges one exchange by itself.
  ///
  /// - Parameters:
  ///   - layout: Where the exchange's parts lie in `bytes`.
  ///   - bytes: The buffer; at least ``ExchangeLayout/padding`` bytes follow the body in it.
  ///   - source: Where the exchange comes from.
  ///   - locate: Turns a range of `bytes` into a place in the file; called only for findings.
  public func extract(
    _ layout: ExchangeLayout,
    in bytes: RawSpan,
    from source: ExchangeSource,
    locate: (Range<Int>) -> FilePlace
  ) {
  }

  /// Judges a bare body as the operation's first documented success.
  ///
  /// - Parameters:
  ///   - body: Where the body lies in `bytes`.
  ///   - operation: The operation, as `api/operation` or, where that is unambiguous, `operation`.
  ///   - bytes: The buffer; at least ``ExchangeLayout/padding`` bytes follow the body in it.
  ///   - source: Where the body comes from.
  ///   - locate: Turns a range of `bytes` into a place in the file; called only for findings.
  public func extract(
    body: Range<Int>,
    of operation: String,
    in bytes: RawSpan,
    from source: ExchangeSource,
    locate: (Range<Int>) -> FilePlace
  ) {
  }

  /// What was kept, for merging; the extractor starts anew.
  public func finish() -> Extract { Extract() }
}

/// What exchanges leave behind. Extracts merge in any order.
public struct Extract: Sendable {
  /// Adds another.
  public mutating func merge(_ other: Extract) {}
}

extension Checker {
  /// Makes an extractor for one thread.
  public func makeExtractor() -> Extractor { Extractor() }

  /// Judges everything that was extracted.
  public func report(on extract: Extract) -> Report {
    Report(
      summary: Report.Summary(),
      findings: [],
      unjudged: [],
      coverage: Report.Coverage(
        operations: .init(exercised: 0, of: 0),
        responses: .init(exercised: 0, of: 0),
        rows: .init(exercised: 0, of: 0),
        never: []
      ),
      observations: []
    )
  }
}
