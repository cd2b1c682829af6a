public import PlumbModel

/// What carries requests to a server and answers back: one request, one attempt.
///
/// Nothing is retried, followed or waited for here; that is the ``Courier``'s.
public protocol Transport: Sendable {
  /// Sends a request as it is.
  ///
  /// - Parameter request: Its URL is absolute.
  /// - Returns: What came of it; a failure is an outcome, not an error.
  func send(_ request: Exchange.Request) async -> Attempt

  /// Sends a request as it is, and lets a body that is too large to be held in memory go elsewhere.
  ///
  /// - Parameters:
  ///   - request: Its URL is absolute.
  ///   - overflow: Takes such a body; without it all of them are held in memory.
  func send(_ request: Exchange.Request, overflow: (any BodyOverflow)?) async -> Attempt
}

extension Transport {
  /// Sends a request, and holds the body of its answer in memory.
  public func send(_ request: Exchange.Request, overflow: (any BodyOverflow)?) async -> Attempt {
    await send(request)
  }
}

/// What came of sending a request once.
public struct Attempt: Hashable, Sendable {
  /// Why no whole answer came.
  public enum Trouble: String, Hashable, Sendable, CaseIterable {
    /// The server cannot be found or does not accept connections.
    case unreachable
    /// The server's certificate is not trusted, or the encryption cannot be agreed on.
    case untrusted
    /// A deadline passed.
    case late
    /// The connection ended before the answer did.
    case cut
    /// What came is no HTTP, or its content coding is broken.
    case malformed
    /// The answer is larger than what is read.
    case tooLarge = "too-large"
    /// The request itself cannot be sent, or was taken back.
    case unsendable

    /// Whether the same request may fare better a little later.
    public var mayPass: Bool {
      switch self {
      case .unreachable, .late, .cut: true
      case .untrusted, .malformed, .tooLarge, .unsendable: false
      }
    }
  }

  /// The answer, after content decoding; status 0 when none came.
  public var response: Exchange.Response

  /// Whether the body went to a ``BodyOverflow``, and is none of ``response``.
  public var isSpilled = false

  /// Why the answer is not whole; `nil` when it is. The response's `failure` says it in words.
  public var trouble: Trouble?

  /// Creates the outcome of an attempt that brought a whole answer.
  public init(_ response: Exchange.Response) {
    self.response = response
  }

  /// Creates the outcome of an attempt that failed.
  ///
  /// - Parameters:
  ///   - trouble: Why.
  ///   - words: The same in words, without secrets.
  ///   - response: What came before.
  public init(
    _ trouble: Trouble,
    _ words: String,
    after response: Exchange.Response = Exchange.Response(status: 0)
  ) {
    self.response = response
    self.response.failure = words
    self.trouble = trouble
  }
}
