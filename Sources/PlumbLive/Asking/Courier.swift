public import PlumbModel

/// Asks an API as it wants to be asked: in its pace, with patience, with its credentials, and
/// nowhere else.
public struct Courier: Sendable {
  /// What came of asking.
  public struct Asked: Sendable {
    /// The request with its last answer.
    public var exchange: Exchange
    /// Why the last answer is not whole; `nil` when it is.
    public var trouble: Attempt.Trouble?
    /// Who has the body of the last answer, which was too large to be held in memory; `nil` when the
    /// exchange has it.
    public var spilled: (any BodyOverflow)?
    /// The answers before it that were refusals or failures, in order.
    public var refusals: [Refusal] = []
    /// When the last attempt began, since the beginning of 1970.
    public var began: Duration
    /// How long the last attempt took.
    public var took: Duration
    /// How long the server asks to wait, when that is longer than our patience.
    public var toldToWait: Duration?

    /// How many requests were sent.
    public var sent: Int { refusals.count + 1 }

    /// Whether the last answer says nothing of the API's promises: a refusal for speed, a failure
    /// of the server, or no whole answer.
    public var isWeather: Bool {
      let status = exchange.response.status
      return status == 429 || (500...599).contains(status) || trouble != nil
    }

    /// Whether the last answer is none that a recording could show: a refusal for speed, a failure
    /// of the server, or a server that could not be reached at all.
    public var isNoAnswer: Bool {
      guard let trouble else { return isWeather }
      return trouble == .unreachable || trouble == .untrusted || trouble == .unsendable
    }
  }

  /// An answer that was not taken for one.
  public struct Refusal: Hashable, Sendable {
    /// The status; 0 when no answer came.
    public var status: Int
    /// The header fields.
    public var fields: [HTTPField]
    /// Why the answer was not whole; `nil` when it was.
    public var failure: String?
    /// When the attempt began, since the beginning of 1970.
    public var began: Duration
    /// How long the attempt took.
    public var took: Duration
    /// How long was waited before the next one.
    public var waited: Duration
  }

  /// Why a request is not sent at all.
  public enum Refused: Error, Hashable, Sendable {
    /// It might change something, and nobody allowed that.
    case method(String)
    /// It would go to somebody else.
    case host(String)
  }

  private let transport: any Transport
  private let site: Site
  private let keyring: Keyring
  private let retries: Retries
  private let pacer: Pacer
  private let time: Timekeeper
  private let allowsWrites: Bool

  /// Creates a courier.
  public init(
    transport: any Transport,
    site: Site,
    keyring: Keyring = Keyring(),
    pace: API.Pace? = nil,
    retries: Retries? = nil,
    time: Timekeeper,
    allowsWrites: Bool = false
  ) {
    self.transport = transport
    self.site = site
    self.keyring = keyring
    self.retries = retries ?? Retries(pace: pace)
    self.pacer = Pacer(requestsPerSecond: pace?.requestsPerSecond, time: time)
    self.time = time
    self.allowsWrites = allowsWrites
  }

  /// Sends a request until an answer comes that can be taken for one, or patience ends.
  ///
  /// - Parameters:
  ///   - request: The request without credentials; its URL is absolute.
  ///   - without: Names of header fields with credentials that shall stay out this time.
  ///   - sends: The most requests to send, 1 or more.
  ///   - overflow: Takes a body that is too large to be held in memory.
  ///   - stop: Ends the repeats.
  public func ask(
    _ request: Exchange.Request,
    without: [String] = [],
    sends: Int = .max,
    overflow: (any BodyOverflow)? = nil,
    until stop: StopSignal = StopSignal()
  ) async throws(Refused) -> Asked {
    guard allowsWrites || Self.isSafe(request.method) else { throw .method(request.method) }
    guard site.isOwn(request.url) else { throw .host(Site.origin(of: request.url)) }
    let request = keyring.signed(request, without: without)
    var refusals: [Refusal] = []
    while true {
      await pacer.takeTurn()
      let began = time.now()
      let start = time.elapsed()
      let attempt = await transport.send(request, overflow: overflow)
      let took = time.elapsed() - start
      var asked = Asked(
        exchange: Exchange(request: request, response: attempt.response),
        trouble: attempt.trouble,
        spilled: attempt.isSpilled ? overflow : nil,
        refusals: refusals,
        began: began,
        took: took
      )
      let fields = attempt.response.fields
      if let wait = ServerAdvice(limit: fields, now: time.now()).wait {
        await pacer.hold(for: min(wait, retries.patience))
      }
      guard retries.mayPass(attempt) else { return asked }
      let advice = ServerAdvice(refusal: fields, now: time.now()).wait ?? .zero
      guard advice <= retries.patience else {
        asked.toldToWait = advice
        return asked
      }
      guard Self.isSafe(request.method), refusals.count < retries.most, asked.sent < sends,
        !stop.isSet
      else { return asked }
      let wait = max(
        advice,
        retries.wait(afterRepeat: refusals.count, chance: time.chance())
      )
      refusals.append(
        Refusal(
          status: attempt.response.status,
          fields: fields,
          failure: attempt.response.failure,
          began: began,
          took: took,
          waited: wait
        )
      )
      await pacer.hold(for: wait)
    }
  }

  /// A request as it is sent, with the credentials in it.
  func signed(_ request: Exchange.Request, without names: [String]) -> Exchange.Request {
    keyring.signed(request, without: names)
  }

  /// Whether a method asks and changes nothing, RFC 9110 section 9.2.1.
  public static func isSafe(_ method: String) -> Bool { method == "GET" || method == "HEAD" }
}
