/// How long an answer may take, and how large it may be.
public struct TransportLimits: Hashable, Sendable {
  /// How long connecting may take, encryption included.
  public var connect: Duration = .seconds(10)

  /// How long nothing may come while an answer is awaited.
  public var idle: Duration = .seconds(30)

  /// How long one attempt may take from its beginning to the last byte.
  public var total: Duration = .seconds(120)

  /// The most bytes of a body, after content decoding.
  public var bodySize = 256 << 20

  /// A file with further certificates of authorities to trust, in PEM; `nil` for the system's only.
  public var authorities: String?

  /// Creates the defaults.
  public init() {}
}
