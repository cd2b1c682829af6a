public import PlumbModel

/// When a request is sent again, and how long to wait before.
public struct Retries: Hashable, Sendable {
  /// How often a request may be sent again; 0 or more.
  public var most = 4

  /// The wait before the first repeat, which doubles with each further one.
  public var first: Duration = .milliseconds(250)

  /// The longest wait of our own choice.
  public var longest: Duration = .seconds(30)

  /// The longest wait that a server may ask for; beyond it the walk ends, to be resumed later.
  public var patience: Duration = .seconds(120)

  /// Creates the defaults.
  public init() {}

  /// Creates what an API's pace asks for: never less than its own wait after a refusal.
  public init(pace: API.Pace?) {
    if let wait = pace?.retryAfterMilliseconds { first = max(first, .milliseconds(wait)) }
  }

  /// Whether the same request may fare better a little later.
  ///
  /// Refusals for speed and failures of the server may pass; that something is not implemented does
  /// not.
  func mayPass(_ attempt: Attempt) -> Bool {
    if let trouble = attempt.trouble { return trouble.mayPass }
    switch attempt.response.status {
    case 429: return true
    case 501, 505: return false
    case 500...599: return true
    default: return false
    }
  }

  /// How long to wait before a repeat: doubling, with up to half of it left to chance, so that many
  /// clients do not come back at one moment.
  ///
  /// - Parameters:
  ///   - number: How many repeats there were already.
  ///   - chance: A number from 0 up to 1.
  func wait(afterRepeat number: Int, chance: Double) -> Duration {
    let doubled = first * (1 << min(number, 20))
    let base = min(doubled, longest)
    return base / 2 + base / 2 * chance
  }
}
