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

  /// The body, when there is one that may be JSON.
  let body: [UInt8]?

  /// Whether there is a body that is said to be no JSON, or none where one is expected.
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
    body = outcome == .weather || !Self.mayBeJSON(response) ? nil : response.body
    isOther = body == nil
  }

  private static func mayBeJSON(_ response: Exchange.Response) -> Bool {
    let type = response.fields.first { $0.name.lowercased() == "content-type" }?.value
    return type.map { MediaType($0)?.isJSON == true } ?? true
  }

  /// What the body of a success looks like, in a word: empty where there is none, and `nil` where
  /// the answer does not show that there is an operation.
  var look: String? {
    guard outcome == .success, !isOther else { return nil }
    guard let body else { return "" }
    guard let document = try? JSONDocument(body), document.duplicates.isEmpty,
      document.loneSurrogates.isEmpty
    else { return nil }
    if let members = document.root.members { return "{\(Self.names(members))}" }
    guard let elements = document.root.elements else { return "\(document.root.kind)" }
    return "[\(Self.names(elements.first?.members ?? []))]"
  }

  private static func names(_ members: [JSONMember]) -> String {
    members.map(\.name).sorted().joined(separator: ",")
  }
}
