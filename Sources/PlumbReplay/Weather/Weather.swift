import PlumbText

/// What goes wrong on the way although the answer itself is right, so that clients can be tried
/// against it.
///
/// ```swift
/// Weather("429:0.1,reset:0.05,slow:50ms")
/// ```
public struct Weather: Hashable, Sendable {
  /// One kind of bad weather.
  public enum Kind: Hashable, Sendable {
    /// The request is refused with a status.
    case status(Int)
    /// The connection is reset instead of an answer.
    case reset
    /// The connection closes in the middle of the body.
    case truncate
    /// The body comes in chunks, and the last one is missing.
    case unfinished
    /// The body says that it is gzip, and is not.
    case badGzip
    /// The answer comes late.
    case slow(Duration)
    /// The body comes in chunks.
    case chunked
  }

  /// A kind of weather with how often it comes.
  public struct Item: Hashable, Sendable {
    /// What comes.
    public var kind: Kind

    /// How often, from 0 (never) to 1 (always).
    public var rate: Double

    /// Creates an item.
    public init(_ kind: Kind, rate: Double) {
      self.kind = kind
      self.rate = rate
    }
  }

  /// What comes; of several that would spoil one answer the first does.
  public var items: [Item]

  /// After how many seconds refusals ask to be tried again; `nil` when they do not say.
  public var retryAfter: Int?

  /// Creates weather.
  public init(items: [Item] = [], retryAfter: Int? = nil) {
    self.items = items
    self.retryAfter = retryAfter
  }

  /// The words that ``init(_:)`` knows, for messages.
  public static let words =
    "a status such as 429, reset, truncate, unfinished, bad-gzip, chunked, slow:DURATION, "
    + "retry-after:SECONDS"

  /// Reads words separated by commas, each with its rate behind a colon: one in ten without.
  ///
  /// - Throws: ``WeatherError`` for a word that is none.
  public init(_ text: String) throws(WeatherError) {
    self.init()
    for word in text.split(separator: ",", omittingEmptySubsequences: false) {
      try add(word)
    }
  }

  private mutating func add(_ word: Substring) throws(WeatherError) {
    let parts = word.split(separator: ":", omittingEmptySubsequences: false)
    let name = parts.first ?? ""
    let detail = parts.count > 1 ? parts[1] : nil
    if name == "slow" {
      guard parts.count <= 3, let pause = detail.flatMap({ DurationText.duration($0) }) else {
        throw WeatherError(word: String(word), expected: "slow:50ms or slow:2s:0.5")
      }
      let rate = try Self.rate(parts.count > 2 ? parts[2] : nil, in: word, standard: 1)
      return items.append(Item(.slow(pause), rate: rate))
    }
    guard parts.count <= 2 else {
      throw WeatherError(word: String(word), expected: "one colon, as in \(name):0.1")
    }
    if name == "retry-after" {
      guard let seconds = detail.flatMap({ Int($0) }), seconds >= 0 else {
        throw WeatherError(word: String(word), expected: "seconds, as in retry-after:1")
      }
      retryAfter = seconds
      return
    }
    guard let kind = Self.kind(name) else {
      throw WeatherError(word: String(word), expected: Self.words)
    }
    let rate = try Self.rate(detail, in: word, standard: kind == .chunked ? 1 : 0.1)
    items.append(Item(kind, rate: rate))
  }

  private static func kind(_ name: Substring) -> Kind? {
    switch name {
    case "reset": return .reset
    case "truncate": return .truncate
    case "unfinished": return .unfinished
    case "bad-gzip": return .badGzip
    case "chunked": return .chunked
    default:
      guard name.utf8.count == 3, let status = Int(name), (400...599).contains(status) else {
        return nil
      }
      return .status(status)
    }
  }

  private static func rate(
    _ text: Substring?,
    in word: Substring,
    standard: Double
  ) throws(WeatherError) -> Double {
    guard let text else { return standard }
    guard let rate = Double(text), (0...1).contains(rate) else {
      throw WeatherError(word: String(word), expected: "a rate from 0 to 1, as in 429:0.1")
    }
    return rate
  }
}

/// A word that is no weather.
public struct WeatherError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The word.
  public var word: String

  /// What was expected instead.
  public var expected: String

  /// The error in one sentence.
  public var description: String { "\"\(word)\" is no fault; expected \(expected)" }
}
