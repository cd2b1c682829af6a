import PlumbModel
import PlumbText

/// What an exchange shows of the operation that it belongs to.
struct ObservedAnswer {
  /// What came.
  enum Outcome: Hashable {
    /// A success, or a redirection.
    case success
    /// A refusal that may be documented.
    case refusal
    /// No answer, or one that says nothing of the operation: a cut connection, 304, 429, 5xx.
    case weather
  }

  /// What came.
  let outcome: Outcome

  /// The body, when there is one and nothing is wrong with it as JSON.
  let body: JSONNode?

  /// Whether there is a body that is no JSON, or none where one is expected.
  let isOther: Bool

  /// Looks at an exchange.
  init(_ exchange: Exchange) {
    let response = exchange.response
    outcome =
      switch response.status {
      case _ where response.failure != nil: .weather
      case 304, 429: .weather
      case 200..<400: .success
      case 400..<500: .refusal
      default: .weather
      }
    let isWithout = exchange.request.method == "HEAD" || [204, 205].contains(response.status)
    if isWithout, response.body.isEmpty {
      (body, isOther) = (nil, false)
      return
    }
    body = outcome == .weather ? nil : Self.json(response)
    isOther = body == nil
  }

  private static func json(_ response: Exchange.Response) -> JSONNode? {
    let type = response.fields.first { $0.name.lowercased() == "content-type" }?.value
    if let type, MediaType(type)?.isJSON != true { return nil }
    guard String(validating: response.body, as: UTF8.self) != nil,
      let document = try? JSONDocument(response.body), document.duplicates.isEmpty,
      document.loneSurrogates.isEmpty
    else { return nil }
    return document.root
  }

  /// Whether the answer shows that there is an operation: a success in JSON, or one without a body.
  var showsOperation: Bool { outcome == .success && !isOther }

  /// What the body looks like, in a word.
  var look: String {
    guard let body else { return "" }
    if let members = body.members { return "{\(Self.names(members))}" }
    guard let elements = body.elements else { return "\(body.kind)" }
    return "[\(Self.names(elements.first?.members ?? []))]"
  }

  private static func names(_ members: [JSONMember]) -> String {
    members.map(\.name).sorted().joined(separator: ",")
  }
}
