public import PlumbText

/// What the documentation promises of one operation.
public struct Contract: Hashable, Sendable, Identifiable {
  /// The name of the operation within its API, e.g. `stem_occupations.in_type`.
  public var id: String

  /// The ``API/id`` of the API that it belongs to.
  public var api: String

  /// The title that the documentation gives it.
  public var title: String

  /// The documentation page that its file encodes.
  public var page: String?

  /// Where that page is.
  public var source: String?

  /// The request method, RFC 9110 section 9, in upper case.
  public var method: String

  /// The path below the API's server.
  public var path: PathTemplate

  /// The parameters, in the order of the documentation: path, query, header.
  public var parameters: [Parameter]

  /// The documented successes.
  public var responses: [ResponseContract]

  /// The documented refusals.
  public var errors: [ResponseContract]

  /// How the listing is divided into pages; `nil` when it is not.
  public var paging: Paging?

  /// What makes two items of the listing the same, as a path inside an item.
  public var identity: FieldPath?

  /// How the listing is sorted.
  public var order: SortOrder?

  /// Where the addresses in the body lead.
  public var links: [Link]

  /// What relates the values of one or several responses.
  public var laws: [Law]

  /// Requests that the API must answer.
  public var examples: [Example]

  /// Where the contract begins.
  public var place: SourcePlace

  /// Creates a contract; what is left out is not promised.
  public init(
    id: String,
    api: String,
    title: String,
    page: String? = nil,
    source: String? = nil,
    method: String = "GET",
    path: PathTemplate,
    parameters: [Parameter] = [],
    responses: [ResponseContract] = [],
    errors: [ResponseContract] = [],
    paging: Paging? = nil,
    identity: FieldPath? = nil,
    order: SortOrder? = nil,
    links: [Link] = [],
    laws: [Law] = [],
    examples: [Example] = [],
    place: SourcePlace
  ) {
    self.id = id
    self.api = api
    self.title = title
    self.page = page
    self.source = source
    self.method = method
    self.path = path
    self.parameters = parameters
    self.responses = responses
    self.errors = errors
    self.paging = paging
    self.identity = identity
    self.order = order
    self.links = links
    self.laws = laws
    self.examples = examples
    self.place = place
  }
}

/// A documented response of one operation, for one status.
public struct ResponseContract: Hashable, Sendable {
  /// What the body must be.
  public enum Body: Hashable, Sendable {
    /// The documentation says nothing of the body; whatever it is, it conforms.
    case unspecified
    /// A JSON body of this type: the field table.
    case json(FieldType)
  }

  /// The status code, RFC 9110 section 15; 100 to 599.
  public var status: Int

  /// What the body must be.
  public var body: Body

  /// The header fields that the documentation names.
  public var headers: [String]

  /// Where the response stands in its contract.
  public var place: SourcePlace

  /// Creates a response.
  public init(status: Int, body: Body, headers: [String] = [], place: SourcePlace) {
    self.status = status
    self.body = body
    self.headers = headers
    self.place = place
  }
}

/// A request that the API must answer: the values of its parameters.
public struct Example: Hashable, Sendable {
  /// The parameters by name, in the order written; lists are written as one text.
  public var values: [Value]

  /// Where the example stands in its contract.
  public var place: SourcePlace

  /// Creates an example.
  public init(values: [Value], place: SourcePlace) {
    self.values = values
    self.place = place
  }

  /// One parameter with its value.
  public struct Value: Hashable, Sendable {
    /// The name of the parameter.
    public var name: String

    /// Its value as text, before percent-encoding.
    public var value: String

    /// Creates a value.
    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }
}
