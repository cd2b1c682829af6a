/// How much a server takes from a client, and how long it waits for one.
public struct ServerLimits: Hashable, Sendable {
  /// The most bytes of a request's body; more is answered 413.
  public var bodySize = 16 << 20

  /// The most bytes of a request's header fields, names and values; more is answered 431.
  public var headSize = 32 << 10

  /// The most header fields of a request; more are answered 431.
  public var fieldCount = 100

  /// The most bytes of a request's target; more are answered 414.
  public var targetSize = 16 << 10

  /// How long a connection may rest between two requests.
  public var idleTime = Duration.seconds(75)

  /// How long the head of a request may take, from its first byte; more is answered 408.
  public var headTime = Duration.seconds(15)

  /// How long a whole request may take, from its first byte; more is answered 408.
  public var requestTime = Duration.seconds(60)

  /// How long a client may take none of the bytes that wait for it.
  public var writeTime = Duration.seconds(30)

  /// How long a stop waits for the requests in flight.
  public var stopTime = Duration.seconds(10)

  /// The most connections at a time; one more takes the place of one that rests.
  public var connections = 20_000

  /// How many threads serve; 0 for one on each processor.
  public var threads = 0

  /// Whether bodies are sent as gzip to clients that ask for it.
  public var compresses = true

  /// Creates the defaults.
  public init() {}
}
