public import PlumbModel
public import StandIn

/// The stand-in as a server answers through it.
public struct StandInResponder: Responder {
  private let standIn: StandIn

  /// Creates a responder.
  public init(_ standIn: StandIn = StandIn()) {
    self.standIn = standIn
  }

  /// Answers a request; links in the body lead to the host that was asked.
  public func reply(to request: Exchange.Request) -> Reply {
    let response = standIn.respond(to: request)
    return .now(
      ServedResponse(
        status: response.status,
        fields: response.fields,
        body: .bytes(response.body)
      )
    )
  }
}
