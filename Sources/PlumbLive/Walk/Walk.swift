public import PlumbModel

/// Goes through an API as its contracts, or a tour, say, one request after the other.
///
/// The order depends on the plan and the answers alone, so that walking an unchanged API again
/// makes the same requests. What is met goes to a ``WalkKeeper``.
public struct Walk: Sendable {
  /// How far a walk goes.
  public struct Options: Hashable, Sendable {
    /// How many steps documented links are followed; 0 for none.
    public var depth = 0
    /// The most requests that are sent, repeats included; `nil` for any number.
    public var budget: Int?
    /// The most pages of one listing.
    public var pages = 1000
    /// How many answers in a row may fail to come before the walk ends.
    public var unanswered = 3

    /// Creates the defaults.
    public init() {}
  }

  /// Why a walk ended.
  public enum Ending: Hashable, Sendable {
    /// Everything planned was asked.
    case done
    /// Somebody asked for the end.
    case stopped
    /// All requests of the budget were sent.
    case budgetSpent
    /// The server asked to wait so long.
    case toldToWait(Duration)
    /// The server does not answer, for this reason.
    case unanswered(String)
  }

  /// One exchange of a walk.
  public struct Step: Sendable {
    /// The exchange.
    public var exchange: Exchange
    /// The operation, within its API; `nil` when none is under contract.
    public var operation: String?
    /// How often the same request was made before, by the plan.
    public var number: Int
    /// The index of the stop that it belongs to; `nil` for a followed link.
    public var stop: Int?
    /// Whether the listing is walked a second time, because its total changed.
    public var isAgain: Bool
    /// What came of asking; `nil` when an earlier walk recorded it.
    public var asked: Courier.Asked?
    /// The link that was followed to it; `nil` when none was.
    public var link: FoundLink?
  }

  /// Something worth telling a person.
  public enum Remark: Hashable, Sendable {
    /// The next page is at an address that is not the API's.
    case elsewhere(String, from: String)
    /// The next page is one that was asked for before it.
    case loop(String)
    /// The listing has more pages than are asked for.
    case endless(String)
    /// The total changed while paging: the listing is walked once more.
    case again(String)
    /// A redirect leads to another host.
    case redirectElsewhere(String, from: String)
    /// The exchange with this address was not recorded, for this reason.
    case notWritten(String, reason: String)
  }

  /// What a walk came to.
  public struct Outcome: Hashable, Sendable {
    /// Why it ended.
    public var ending = Ending.done
    /// The requests that were sent, repeats included.
    public var sent = 0
    /// The exchanges that were taken.
    public var exchanges = 0
    /// The exchanges that an earlier walk had recorded already.
    public var reused = 0
    /// The exchanges that brought no answer that says anything.
    public var weather = 0
    /// The listings of which a page could not be had.
    public var incomplete = 0

    /// Whether everything planned was asked, and answered.
    public var isWhole: Bool { ending == .done && weather == 0 }
  }

  let plan: WalkPlan
  let contracts: [Contract]
  let site: Site
  let courier: Courier
  let options: Options
  let stop: StopSignal

  /// Prepares a walk.
  ///
  /// - Parameters:
  ///   - plan: The requests that it begins with.
  ///   - contracts: All operations of the API.
  ///   - site: Where they are asked.
  ///   - courier: Who asks.
  ///   - options: How far it goes.
  ///   - stop: Ends it after the exchange in flight.
  public init(
    plan: WalkPlan,
    contracts: [Contract],
    site: Site,
    courier: Courier,
    options: Options = Options(),
    stop: StopSignal = StopSignal()
  ) {
    self.plan = plan
    self.contracts = contracts
    self.site = site
    self.courier = courier
    self.options = options
    self.stop = stop
  }

  /// Goes through all of it.
  ///
  /// - Throws: What the keeper throws, which ends the walk.
  public func run(_ keeper: some WalkKeeper) async throws -> Outcome {
    var way = WalkWay(walk: self, keeper: keeper)
    return try await way.run()
  }
}

/// An address in an answer that its contract documents.
public struct FoundLink: Hashable, Sendable {
  /// The absolute URL.
  public var url: String
  /// The operation whose answer holds it.
  public var operation: String
  /// The documented link.
  public var link: Link
  /// Where in the body it stands, RFC 6901.
  public var pointer: String
  /// The request that was answered.
  public var source: Exchange.Request
  /// How many steps it is away from the plan.
  public var depth: Int
}

/// Takes what a walk meets.
public protocol WalkKeeper: Sendable {
  /// Returns an exchange that an earlier walk recorded, and that need not be asked again.
  func recorded(_ request: Exchange.Request, operation: String?, number: Int) async throws
    -> Exchange?

  /// Returns a request as what is kept of it shows it, without credentials.
  func shown(_ request: Exchange.Request) async -> Exchange.Request

  /// Returns what takes the body of an answer that is too large to be held in memory; `nil` to
  /// have all bodies in memory.
  func overflow(operation: String?) async -> (any BodyOverflow)?

  /// Takes an exchange.
  func take(_ step: Walk.Step) async throws

  /// Returns the body of an exchange that was taken, and is not in memory; `nil` when it cannot be
  /// had.
  func body(of step: Walk.Step) async throws -> [UInt8]?

  /// Forgets the listing of a stop, because it is walked once more.
  func forget(stop: Int) async throws

  /// Takes note that everything behind a stop was walked.
  func finish(stop: Int) async throws

  /// Takes something worth telling a person.
  func remark(_ remark: Walk.Remark) async
}

extension WalkKeeper {
  /// Returns the request itself.
  public func shown(_ request: Exchange.Request) async -> Exchange.Request { request }
}
