/// A place inside a JSON value, RFC 6901.
public struct JSONPointer: Hashable, Sendable {
  /// The unescaped reference tokens, from the root down.
  public var tokens: [String]

  /// Creates a pointer.
  public init(tokens: [String] = []) {
    self.tokens = tokens
  }
}
