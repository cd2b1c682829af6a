import PlumbModel

/// Something that the stand-in does wrong when asked to.
public struct Fault: Hashable, Sendable {
  /// What it does wrong, by the family of promises that breaks.
  public enum Kind: Hashable, Sendable {
    /// The body as text.
    case body(BodyFault)
    /// Status and header fields.
    case http(HTTPFault)
    /// The values of the body.
    case fields(FieldFault)

    /// Every kind, in order.
    public static let all: [Kind] =
      BodyFault.allCases.map(Kind.body) + HTTPFault.allCases.map(Kind.http)
      + FieldFault.allCases.map(Kind.fields)

    /// The name, e.g. `fields/dropped`.
    public var name: String {
      switch self {
      case .body(let fault): "body/\(fault.rawValue)"
      case .http(let fault): "http/\(fault.rawValue)"
      case .fields(let fault): "fields/\(fault.rawValue)"
      }
    }

    /// The kind of a name; `nil` when there is none.
    public init?(name: String) {
      guard let kind = Self.all.first(where: { $0.name == name }) else { return nil }
      self = kind
    }
  }

  /// Which exchanges a fault is put into, and where in them.
  public struct Target: Hashable, Sendable {
    /// The operation; `nil` for any.
    public var operation: String?

    /// What the URL must hold; `nil` for anything.
    public var url: String?

    /// The place in the body, as a JSON Pointer.
    public var pointer: String

    /// Creates a target.
    public init(operation: String? = nil, url: String? = nil, pointer: String = "") {
      self.operation = operation
      self.url = url
      self.pointer = pointer
    }

    /// Whether an exchange is meant.
    func matches(_ request: Exchange.Request, operation: String) -> Bool {
      (self.operation ?? operation) == operation && (url.map(request.url.contains) ?? true)
    }
  }

  /// What is done wrong.
  public var kind: Kind

  /// Where.
  public var target: Target

  /// Creates a fault.
  public init(_ kind: Kind, at target: Target) {
    self.kind = kind
    self.target = target
  }

  /// Creates a fault from its name; `nil` when there is none of that name.
  public init?(_ name: String, at target: Target) {
    guard let kind = Kind(name: name) else { return nil }
    self.init(kind, at: target)
  }

  /// Puts the fault into an answer whose body is not bytes yet.
  func apply(to answer: inout Answer, request: Exchange.Request) {
    switch kind {
    case .body(let fault): fault.apply(to: &answer, at: target.pointer)
    case .http(let fault): fault.apply(to: &answer, request: request)
    case .fields(let fault): fault.apply(to: &answer, at: target.pointer)
    }
  }

  /// Puts the fault into a response.
  func apply(to response: inout Exchange.Response) {
    switch kind {
    case .body(let fault): fault.apply(to: &response)
    case .http(let fault): fault.apply(to: &response)
    case .fields: break
    }
  }
}
