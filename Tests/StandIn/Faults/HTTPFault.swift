import PlumbModel

/// What can be wrong with status and header fields.
public enum HTTPFault: String, Hashable, Sendable, CaseIterable {
  /// A page of HTML is sent with 200.
  case htmlWith200 = "html-with-200"
  /// A missing key is answered with 403 and a page.
  case forbidden
  /// JSON is sent as `text/html`.
  case wrongContentType = "wrong-content-type"
  /// The `WWW-Authenticate` field is left out.
  case missingChallenge = "missing-challenge"
  /// A bad request is answered with 200 and an empty page of results.
  case acceptedBadRequest = "accepted-bad-request"
  /// A good request is answered with 422.
  case refusedGoodRequest = "refused-good-request"
  /// The answer is a redirect.
  case redirect
  /// The answer has a status that nothing documents.
  case undocumentedStatus = "undocumented-status"
  /// A refusal says why under another name.
  case errorBody = "error-body"

  /// Puts the fault into an answer.
  func apply(to answer: inout Answer, request: Exchange.Request) {
    let isRefused = answer.status == 422 || answer.status == 400
    switch self {
    case .htmlWith200:
      answer.status = 200
      answer.body = .html(Answer.html("Down for maintenance"))
    case .forbidden where answer.status == 401:
      answer.status = 403
      answer.fields = []
      answer.body = .html(Answer.html("403 Forbidden"))
    case .missingChallenge:
      answer.fields.removeAll { $0.name == "WWW-Authenticate" }
    case .acceptedBadRequest where isRefused:
      answer.status = 200
      answer.body = .json(Self.emptyPage, .least)
    case .refusedGoodRequest where answer.status == 200:
      let refusal = Answer.refusal("must be equal to one of the allowed values")
      (answer.status, answer.body) = (refusal.status, refusal.body)
    case .redirect:
      let target = request.url.hasSuffix("/") ? String(request.url.dropLast()) : request.url + "/"
      answer = Answer(
        operation: answer.operation,
        status: 301,
        fields: [HTTPField(name: "Location", value: target)],
        body: .html(Answer.html("301 Moved Permanently"))
      )
    case .undocumentedStatus:
      answer.status = 418
    case .errorBody where isRefused:
      answer.body = .json(.members(["message": .string("bad request")]), .least)
    default:
      break
    }
  }

  /// Puts the fault into a response.
  func apply(to response: inout Exchange.Response) {
    guard self == .wrongContentType else { return }
    for index in response.fields.indices where response.fields[index].name == "Content-Type" {
      response.fields[index].value = "text/html"
    }
  }

  private static let emptyPage = JSONTree.members([
    "start": .integer(1), "end": .integer(0), "total": .integer(0), "occupation": .list([]),
  ])
}
