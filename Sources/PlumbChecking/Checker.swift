public import PlumbModel
import PlumbText

/// Holds exchanges to contracts: the way from exchanges to a report.
///
/// ```
/// contracts ─▶ plan ─▶ extract (per exchange) ─▶ merge ─▶ judge ─▶ Report
/// ```
///
/// The plan is shared. Each thread has an ``Extractor``; what they leave behind merges in any
/// order, and whatever looks across exchanges is judged once, at the end.
public struct Checker: Sendable {
  /// What a check may be told.
  public struct Options: Hashable, Sendable {
    /// How many places of a finding are kept; `nil` for all.
    public var placeLimit: Int? = 20

    /// The server to put in place of an API's own, by ``API/id``.
    public var servers: [String: String] = [:]

    /// The deepest nesting of a body, 1 to 10,000.
    public var depthLimit = 512

    /// The families of rules that are held; what another family needs is not even kept.
    public var families: Set<Rule.Family> = Set(Rule.Family.allCases)

    /// Creates the defaults.
    public init() {}
  }

  private let plan: CheckPlan
  private let options: Options

  /// Compiles the contracts.
  ///
  /// - Parameters:
  ///   - apis: The APIs.
  ///   - contracts: Their contracts; one whose API is not among `apis` is left out.
  ///   - options: What the check is told.
  public init(apis: [API], contracts: [Contract], options: Options = Options()) {
    plan = CheckPlan(
      apis: apis,
      contracts: contracts.map { $0.promising(options.families) },
      servers: options.servers,
      families: options.families
    )
    self.options = options
  }

  /// Makes an extractor for one thread.
  public func makeExtractor() -> Extractor { Extractor(plan: plan, options: options) }

  /// Judges everything that was extracted.
  public func report(on extract: Extract) -> Report {
    Judge(plan: plan, extract: extract, families: options.families).report()
  }
}

extension Contract {
  /// The contract without the promises that only other families of rules hold.
  fileprivate func promising(_ families: Set<Rule.Family>) -> Contract {
    var contract = self
    if families.isDisjoint(with: [.pages, .order, .laws]) { contract.paging = nil }
    if !families.contains(.order) { contract.order = nil }
    if !families.contains(.links) { contract.links = [] }
    if !families.contains(.laws) { contract.laws = [] }
    return contract
  }
}
