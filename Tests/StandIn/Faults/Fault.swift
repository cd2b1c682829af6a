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
    /// What a page says of itself, and its links to its neighbours.
    case pages(PageFault)
    /// The cursors of a page.
    case cursor(CursorFault)
    /// The items of a listing before it is cut into pages.
    case listing(ListingFault)
    /// The order of a listing.
    case order(OrderFault)
    /// The links of items.
    case links(LinkFault)
    /// What the documentation says of values together.
    case laws(LawFault)
    /// What holds when a parameter is not sent.
    case defaults(DefaultFault)
    /// The numbers of a listing by offset or page number.
    case counts(CountFault)
    /// The links of the header field `Link`.
    case linkField(LinkFieldFault)

    /// Every kind, in order.
    public static let all: [Kind] =
      BodyFault.allCases.map(Kind.body) + HTTPFault.allCases.map(Kind.http)
      + FieldFault.allCases.map(Kind.fields) + PageFault.allCases.map(Kind.pages)
      + CursorFault.allCases.map(Kind.cursor) + ListingFault.allCases.map(Kind.listing)
      + OrderFault.allCases.map(Kind.order) + LinkFault.allCases.map(Kind.links)
      + LawFault.allCases.map(Kind.laws) + DefaultFault.allCases.map(Kind.defaults)
      + CountFault.allCases.map(Kind.counts) + LinkFieldFault.allCases.map(Kind.linkField)

    /// The name, e.g. `fields/dropped`.
    public var name: String {
      switch self {
      case .body(let fault): "body/\(fault.rawValue)"
      case .http(let fault): "http/\(fault.rawValue)"
      case .fields(let fault): "fields/\(fault.rawValue)"
      case .pages(let fault): "pages/\(fault.rawValue)"
      case .cursor(let fault): "cursor/\(fault.rawValue)"
      case .listing(let fault): "listing/\(fault.rawValue)"
      case .order(let fault): "order/\(fault.rawValue)"
      case .links(let fault): "links/\(fault.rawValue)"
      case .laws(let fault): "laws/\(fault.rawValue)"
      case .defaults(let fault): "defaults/\(fault.rawValue)"
      case .counts(let fault): "counts/\(fault.rawValue)"
      case .linkField(let fault): "link-field/\(fault.rawValue)"
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

    /// Whether ``url`` is the whole URL instead of a part of it.
    public var isWholeURL: Bool

    /// The place in the body, as a JSON Pointer.
    public var pointer: String

    /// The item of the whole listing that is meant, from 0.
    public var item: Int

    /// Creates a target.
    public init(
      operation: String? = nil,
      url: String? = nil,
      isWholeURL: Bool = false,
      pointer: String = "",
      item: Int = 0
    ) {
      self.operation = operation
      self.url = url
      self.isWholeURL = isWholeURL
      self.pointer = pointer
      self.item = item
    }

    /// Whether an exchange is meant.
    func matches(_ request: Exchange.Request, operation: String) -> Bool {
      (self.operation ?? operation) == operation
        && (url.map { isWholeURL ? request.url == $0 : request.url.contains($0) } ?? true)
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
    case .pages(let fault): fault.apply(to: &answer, request: request)
    case .cursor(let fault): fault.apply(to: &answer)
    case .links(let fault): fault.apply(to: &answer, at: target.pointer)
    case .laws(let fault): fault.apply(to: &answer, at: target.pointer)
    case .counts(let fault): fault.apply(to: &answer)
    case .linkField(let fault): fault.apply(to: &answer, request: request)
    case .listing, .order, .defaults: break
    }
  }

  /// Puts the fault into a response.
  func apply(to response: inout Exchange.Response) {
    switch kind {
    case .body(let fault): fault.apply(to: &response)
    case .http(let fault): fault.apply(to: &response)
    case .fields, .pages, .cursor, .listing, .order, .links, .laws, .defaults, .counts,
      .linkField:
      break
    }
  }
}
