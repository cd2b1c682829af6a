/// One request with its response, as values.
///
/// The checker itself reads exchanges as they lie in a buffer (``ExchangeLayout``); this form is
/// for those who make or edit them.
public struct Exchange: Hashable, Sendable {
  /// The request.
  public var request: Request

  /// The response.
  public var response: Response

  /// Creates an exchange.
  public init(request: Request, response: Response) {
    self.request = request
    self.response = response
  }

  /// A request, RFC 9110.
  public struct Request: Hashable, Sendable {
    /// The method, in upper case.
    public var method: String

    /// The absolute URL, as sent.
    public var url: String

    /// The header fields, in the order sent.
    public var fields: [HTTPField]

    /// The body; empty when there was none.
    public var body: [UInt8]

    /// Creates a request.
    public init(
      method: String = "GET",
      url: String,
      fields: [HTTPField] = [],
      body: [UInt8] = []
    ) {
      self.method = method
      self.url = url
      self.fields = fields
      self.body = body
    }
  }

  /// A response, RFC 9110.
  public struct Response: Hashable, Sendable {
    /// The status code; 0 when no answer came.
    public var status: Int

    /// The header fields, in the order received.
    public var fields: [HTTPField]

    /// The body as received, after content decoding.
    public var body: [UInt8]

    /// Why the answer is not whole (cut short, reset …); `nil` when it is.
    public var failure: String?

    /// Creates a response.
    public init(
      status: Int,
      fields: [HTTPField] = [],
      body: [UInt8] = [],
      failure: String? = nil
    ) {
      self.status = status
      self.fields = fields
      self.body = body
      self.failure = failure
    }
  }
}

/// One header field, RFC 9110 section 5.
public struct HTTPField: Hashable, Sendable {
  /// The name, as spelt; names compare without regard to case.
  public var name: String

  /// The value.
  public var value: String

  /// Creates a field.
  public init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}

extension [HTTPField] {
  /// The value of the first field of a name, without the blanks around it.
  package func value(of name: String) -> String? {
    let name = name.lowercased()
    guard let field = first(where: { $0.name.lowercased() == name }) else { return nil }
    var value = Substring(field.value)
    while value.first == " " || value.first == "\t" { value.removeFirst() }
    while value.last == " " || value.last == "\t" { value.removeLast() }
    return String(value)
  }
}
