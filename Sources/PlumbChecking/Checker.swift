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

    /// Whether what bodies hold is observed, value by value: see ``Checker/observed(on:)``.
    public var observesValues = false

    /// Whether it is kept which exchanges were read, as parts need it that are merged.
    public var keepsSources = false

    /// Creates the defaults.
    public init() {}
  }

  let plan: CheckPlan
  let options: Options

  /// Compiles the contracts.
  ///
  /// - Parameters:
  ///   - apis: The APIs.
  ///   - contracts: Their contracts; one whose API is not among `apis` is left out.
  ///   - options: What the check is told.
  public init(apis: [API], contracts: [Contract], options: Options = Options()) {
    plan = CheckPlan(
      apis: apis.map { $0.promising(options.families) },
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

  /// Returns what was seen of each documented response of which a whole body was read, in the order
  /// of the contracts; nothing without ``Options/observesValues``.
  public func observed(on extract: Extract) -> [ObservedResponse] {
    plan.operations.enumerated().flatMap { index, operation in
      operation.responses.enumerated().compactMap { rank, response in
        extract.values[ObservedKey(operation: index, response: rank)].map { sketch in
          var sketch = sketch
          sketch.keep(ObservationLimits.places)
          return ObservedResponse(
            operation: operation.name,
            status: response.status,
            body: sketch.observed(extract.names)
          )
        }
      }
    }
  }
}

extension API {
  /// The API without the promises that only other families of rules hold.
  fileprivate func promising(_ families: Set<Rule.Family>) -> API {
    var api = self
    if !families.contains(.links) { api.isComplete = false }
    return api
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
