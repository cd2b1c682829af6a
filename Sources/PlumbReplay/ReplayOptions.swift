/// How recordings are replayed.
public struct ReplayOptions: Hashable, Sendable {
  /// What answers a request that was recorded more than once, when all were played.
  public enum Repeats: String, Hashable, Sendable, CaseIterable {
    /// The last one, again and again.
    case last
    /// The first one, and so on.
    case cycle
    /// Nothing: the request misses.
    case error
  }

  /// How long an answer takes.
  public enum Delay: Hashable, Sendable {
    /// No time.
    case none
    /// As long as it took when it was recorded, where that is known.
    case recorded
    /// So long.
    case fixed(Duration)
  }

  /// The header fields that must be as recorded, besides method, path and query; in lower case.
  public var fields: [String]

  /// Whether the request's body must be as recorded.
  public var matchesBody: Bool

  /// What follows the last of several recordings of one request.
  public var repeats: Repeats

  /// How long answers take.
  public var delay: Delay

  /// Whether URLs that lead to a recorded server lead to this one instead.
  public var rewritesURLs: Bool

  /// The most bytes of bodies that are kept in memory.
  public var cacheSize: Int

  /// Creates the defaults.
  public init(
    fields: [String] = [],
    matchesBody: Bool = false,
    repeats: Repeats = .last,
    delay: Delay = .none,
    rewritesURLs: Bool = false,
    cacheSize: Int = 128 << 20
  ) {
    self.fields = fields.map { $0.lowercased() }
    self.matchesBody = matchesBody
    self.repeats = repeats
    self.delay = delay
    self.rewritesURLs = rewritesURLs
    self.cacheSize = cacheSize
  }
}
