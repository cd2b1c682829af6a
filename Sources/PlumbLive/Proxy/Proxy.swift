public import PlumbModel
import PlumbText

/// Answers by asking another server, and keeps what it answers.
///
/// Requests go to one server only, whatever they name. Methods other than GET and HEAD are refused
/// unless allowed. An answer reaches the client once it is kept; one that did not come whole reaches
/// it as 502 or 504, with the reason in JSON. An answer that is too large to be held in memory goes to
/// the client while it comes, and its last part once it is kept.
public struct Proxy: Responder {
  /// What a proxy may be told.
  public struct Options: Sendable {
    /// Whether methods other than GET and HEAD are passed on.
    public var allowsWrites = false
    /// Whether URLs of the server in answers are turned into URLs of the proxy.
    public var rewrites = false
    /// Further roots of URLs that are the server's own, without slashes at their ends.
    public var roots: [String] = []

    /// Creates the defaults.
    public init() {}
  }

  private let target: String
  private let transport: any Transport
  private let keyring: Keyring
  private let desk: ProxyDesk
  private let options: Options
  private let time: Timekeeper

  /// Creates a proxy.
  ///
  /// - Parameters:
  ///   - target: The root of the server's URLs, without a slash at the end.
  ///   - transport: What carries requests there.
  ///   - keyring: Credentials for requests that come without.
  ///   - contracts: The operations of the API, in order to name what is kept.
  ///   - keeper: Who keeps the exchanges.
  ///   - options: What the proxy is told.
  ///   - time: The clock.
  ///   - onError: Called when an exchange could not be kept.
  public init(
    target: String,
    transport: any Transport,
    keyring: Keyring = Keyring(),
    contracts: [Contract] = [],
    keeper: any WalkKeeper,
    options: Options = Options(),
    time: Timekeeper = .system(),
    onError: @escaping @Sendable (any Error) -> Void = { _ in }
  ) {
    self.target = target
    self.transport = transport
    self.keyring = keyring
    self.options = options
    self.time = time
    desk = ProxyDesk(
      router: OperationRouter(contracts, base: target),
      keeper: keeper,
      onError: onError
    )
  }

  /// Answers a request by asking the server.
  public func reply(to request: Exchange.Request) -> Reply {
    guard options.allowsWrites || Courier.isSafe(request.method) else {
      return .now(
        Self.refusal(
          405,
          "\(request.method) is not passed on: it may change something; "
            + "start plumb proxy with --allow-writes",
          [HTTPField(name: "Allow", value: "GET, HEAD")]
        )
      )
    }
    guard let url = URLReference(request.url), let host = url.host else {
      return .now(Self.refusal(400, "the request names no address"))
    }
    let own = URLReference(scheme: url.scheme, host: host, port: url.port).description
    return .later { await self.forward(request, url, own: own) }
  }

  private func forward(
    _ request: Exchange.Request,
    _ url: URLReference,
    own: String
  ) async -> ServedResponse {
    let back = AddressSwap(from: [own], to: target)
    var asked = request
    asked.url = target + url.path + (url.query.map { "?\(back.swapped($0))" } ?? "")
    asked.fields = PassedFields.request(request.fields).map {
      HTTPField(name: $0.name, value: back.swapped($0.value))
    }
    asked.body = back.swapped(request.body)
    let names = Set(asked.fields.map { $0.name.lowercased() })
    asked.fields += keyring.entries.map(\.field).filter { !names.contains($0.name.lowercased()) }

    return await send(asked, own: own)
  }

  /// Sends a request; returns as soon as there is something to tell the client.
  private func send(_ asked: Exchange.Request, own: String) async -> ServedResponse {
    guard let overflow = await desk.overflow(for: asked) else {
      return answer(to: await attempt(asked, nil, kept: nil), own: own)
    }
    let relay = ProxyRelay(overflow) { head in (makeHead(head, own: own), swap(in: head, to: own)) }
    let sending = Task {
      let attempt = await attempt(asked, relay, kept: overflow)
      if attempt.isSpilled {
        await relay.end(isWhole: attempt.trouble == nil)
      } else {
        await relay.reply(answer(to: attempt, own: own))
      }
    }
    return await withTaskCancellationHandler {
      await relay.response()
    } onCancel: {
      sending.cancel()
    }
  }

  /// Sends a request, and keeps what came of it.
  private func attempt(
    _ asked: Exchange.Request,
    _ relay: ProxyRelay?,
    kept overflow: (any BodyOverflow)?
  ) async -> Attempt {
    let began = time.now()
    let start = time.elapsed()
    let attempt = await transport.send(asked, overflow: relay)
    let result = Courier.Asked(
      exchange: Exchange(request: asked, response: attempt.response),
      trouble: attempt.trouble,
      spilled: attempt.isSpilled ? overflow : nil,
      began: began,
      took: time.elapsed() - start
    )
    await desk.keep(result)
    return attempt
  }

  private func answer(to attempt: Attempt, own: String) -> ServedResponse {
    if let trouble = attempt.trouble {
      let reason = attempt.response.failure ?? "no answer came"
      return Self.refusal(trouble == .late ? 504 : 502, "\(target): \(reason)")
    }
    var response = makeHead(attempt.response, own: own)
    let body = attempt.response.body
    response.body = .bytes(swap(in: attempt.response, to: own)?.swapped(body) ?? body)
    return response
  }

  /// Makes the client's status and fields of the server's.
  private func makeHead(_ response: Exchange.Response, own: String) -> ServedResponse {
    let swap = options.rewrites ? swap(to: own) : nil
    let fields = PassedFields.response(response.fields).map {
      HTTPField(name: $0.name, value: swap?.swapped($0.value) ?? $0.value)
    }
    return ServedResponse(status: response.status, fields: fields)
  }

  /// What happens to URLs in the body of a response; `nil` for nothing.
  private func swap(in response: Exchange.Response, to own: String) -> AddressSwap? {
    options.rewrites && Self.isText(response.fields) ? swap(to: own) : nil
  }

  private func swap(to own: String) -> AddressSwap {
    AddressSwap(from: [target] + options.roots, to: own)
  }

  /// Whether a body may hold URLs to be read as text.
  private static func isText(_ fields: [HTTPField]) -> Bool {
    guard let type = fields.value(of: "Content-Type").flatMap({ MediaType($0) }) else {
      return true
    }
    return type.isJSON || type.type == "text" || type.subtype.hasSuffix("xml")
      || type.subtype.hasSuffix("javascript") || type.subtype == "x-www-form-urlencoded"
  }

  private static func refusal(
    _ status: Int,
    _ message: String,
    _ fields: [HTTPField] = []
  ) -> ServedResponse {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("error", "plumb proxy: \(message)")
    writer.endObject()
    return ServedResponse(
      status: status,
      fields: [HTTPField(name: "Content-Type", value: "application/json")] + fields,
      body: .bytes(writer.bytes)
    )
  }
}
