import PlumbLive
import PlumbModel
import PlumbText
import StandIn

/// Carries requests for the documented servers to one of this machine, which is told whose they are.
struct WireTransport: Transport {
  /// The header field that names the row of the proof.
  static let caseField = "X-Case"
  /// The header field that names the server that is meant.
  static let originField = "X-Origin"

  let transport: HTTPTransport
  let server: String
  let index: Int

  func send(_ request: Exchange.Request) async -> Attempt {
    guard let url = URLReference(request.url), let host = url.host else {
      return Attempt(.unsendable, "no address")
    }
    var asked = request
    asked.url = server + url.path + (url.query.map { "?\($0)" } ?? "")
    asked.fields += [
      HTTPField(name: Self.caseField, value: "\(index)"),
      HTTPField(name: Self.originField, value: "https://\(host)"),
    ]
    return await transport.send(asked)
  }
}

/// Answers as the stand-in with the faults of the row that a request names.
struct WireResponder: Responder {
  let cases: [ProofCase]

  func reply(to request: Exchange.Request) -> Reply {
    guard let index = request.fields.value(of: WireTransport.caseField).flatMap({ Int($0) }),
      let origin = request.fields.value(of: WireTransport.originField),
      let url = URLReference(request.url), cases.indices.contains(index),
      let standIn = try? cases[index].followedStandIn()
    else { return .now(ServedResponse(status: 400)) }
    var meant = request
    meant.url = origin + url.path + (url.query.map { "?\($0)" } ?? "")
    let response = standIn.respond(to: meant)
    return .now(
      ServedResponse(
        status: response.status,
        fields: response.fields,
        body: .bytes(response.body)
      )
    )
  }
}
