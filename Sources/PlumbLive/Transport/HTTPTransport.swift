import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOHTTPCompression
import NIOSSL
public import PlumbModel

/// Sends requests over the network.
///
/// The library below decides nothing: it follows no redirects, retries nothing, and adds no header
/// fields but those without which no server answers (`Host`, `Content-Length`). What every request
/// of ours says of its sender and of content codings is added here and is no part of an exchange.
public final class HTTPTransport: Transport {
  /// What stands in `User-Agent`.
  public static let userAgent = "plumb (bot)"

  private let client: HTTPClient
  private let limits: TransportLimits

  /// Creates a transport; ``shutdown()`` must be called when it is no longer needed.
  public init(limits: TransportLimits = TransportLimits()) {
    var configuration = HTTPClient.Configuration()
    configuration.redirectConfiguration = .disallow
    configuration.timeout.connect = TimeAmount(limits.connect)
    configuration.timeout.read = TimeAmount(limits.idle)
    configuration.connectionPool.retryConnectionEstablishment = false
    configuration.decompression = .enabled(limit: .size(limits.bodySize))
    if let authorities = limits.authorities {
      var tls = TLSConfiguration.makeClientConfiguration()
      tls.additionalTrustRoots = [.file(authorities)]
      configuration.tlsConfiguration = tls
    }
    client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    self.limits = limits
  }

  /// Closes all connections.
  public func shutdown() async {
    // There is nobody left to tell that a connection did not close well.
    try? await client.shutdown()
  }

  /// Closes all connections without waiting for them, when the process is about to end.
  public func close() { client.shutdown { _ in } }

  /// Sends a request once, and holds the body of its answer in memory.
  public func send(_ request: Exchange.Request) async -> Attempt {
    await send(request, overflow: nil)
  }

  /// Sends a request once, against the clock: the library's own deadline ends with the head.
  public func send(_ request: Exchange.Request, overflow: (any BodyOverflow)?) async -> Attempt {
    let total = limits.total
    return await withTaskGroup(of: Attempt?.self) { group in
      let progress = ResponseProgress()
      group.addTask { await self.attempt(request, progress, overflow) }
      group.addTask {
        // What it takes to write a long body is none of the server's doing.
        var slept = Duration.zero
        while slept < total + progress.spent {
          let rest = total + progress.spent - slept
          do { try await Task.sleep(for: rest) } catch { return nil }
          slept += rest
        }
        return progress.attempt(.late, "the answer was not whole after \(total.words)")
      }
      defer { group.cancelAll() }
      for await attempt in group {
        if let attempt { return attempt }
      }
      return Attempt(.unsendable, "the request was taken back")
    }
  }

  private func attempt(
    _ request: Exchange.Request,
    _ progress: ResponseProgress,
    _ overflow: (any BodyOverflow)?
  ) async -> Attempt {
    do {
      let answer = try await client.execute(message(request), deadline: .distantFuture)
      progress.begin(
        status: Int(answer.status.code),
        fields: answer.headers.map { HTTPField(name: $0.name, value: $0.value) }
      )
      for try await piece in answer.body {
        guard await progress.add(piece, of: request, limit: limits.bodySize, overflow) else {
          return progress.attempt(.tooLarge, "the body has more than \(limits.bodySize) bytes")
        }
      }
      return progress.attempt()
    } catch {
      // Where there is no body, its content coding has no end either; that is no fault.
      if Self.hasNoBody(request, progress.response),
        (error as? NIOHTTPDecompression.ExtraDecompressionError) == .truncatedData
      {
        return progress.attempt()
      }
      let (trouble, words) = HTTPTransport.explain(error, limits: limits)
      return progress.attempt(trouble, words)
    }
  }

  /// Whether an answer has no body whatever its fields say, RFC 9110 section 6.4.1.
  private static func hasNoBody(
    _ request: Exchange.Request,
    _ response: Exchange.Response
  ) -> Bool {
    request.method == "HEAD" || response.status == 204 || response.status == 304
  }

  private func message(_ request: Exchange.Request) -> HTTPClientRequest {
    var message = HTTPClientRequest(url: request.url)
    message.method = HTTPMethod(rawValue: request.method)
    for field in request.fields { message.headers.add(name: field.name, value: field.value) }
    if !message.headers.contains(name: "User-Agent") {
      message.headers.add(name: "User-Agent", value: Self.userAgent)
    }
    // Replaced, whoever asks: only these codings can be undone here.
    message.headers.replaceOrAdd(name: "Accept-Encoding", value: "gzip, deflate")
    if !request.body.isEmpty { message.body = .bytes(ByteBuffer(bytes: request.body)) }
    return message
  }
}

extension TimeAmount {
  fileprivate init(_ duration: Duration) {
    let parts = duration.components
    self = .nanoseconds(parts.seconds * 1_000_000_000 + parts.attoseconds / 1_000_000_000)
  }
}
