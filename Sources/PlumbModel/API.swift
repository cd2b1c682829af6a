public import PlumbText

/// One documented service with one server, and what all its operations share.
public struct API: Hashable, Sendable, Identifiable {
  /// The name of its folder among the contracts, e.g. `onet`.
  public var id: String

  /// The name that its documentation gives it.
  public var title: String

  /// The version that its documentation describes.
  public var version: String?

  /// The root of every path, e.g. `https://api.example.org/v2`, without a slash at the end.
  public var server: String

  /// Further hosts whose addresses belong to the API; `*` stands for any run of characters.
  public var hosts: [String]

  /// Whether every operation is under contract, so that a link to any other path is a finding.
  public var isComplete: Bool

  /// The credentials that requests carry.
  public var keys: [Key]

  /// How fast the API may be asked.
  public var pace: Pace?

  /// The named types of the contracts.
  public var types: [String: FieldType]

  /// The refusals that operations share.
  public var errors: [ResponseContract]

  /// How listings are divided into pages.
  public var paging: PagingDialect?

  /// Where the API's own file begins.
  public var place: SourcePlace

  /// Creates an API; everything but its name and server may be filled in later.
  public init(
    id: String,
    title: String,
    version: String? = nil,
    server: String,
    hosts: [String] = [],
    isComplete: Bool = false,
    keys: [Key] = [],
    pace: Pace? = nil,
    types: [String: FieldType] = [:],
    errors: [ResponseContract] = [],
    paging: PagingDialect? = nil,
    place: SourcePlace
  ) {
    self.id = id
    self.title = title
    self.version = version
    self.server = server
    self.hosts = hosts
    self.isComplete = isComplete
    self.keys = keys
    self.pace = pace
    self.types = types
    self.errors = errors
    self.paging = paging
    self.place = place
  }

  /// A credential: a request header field whose value comes from the environment.
  public struct Key: Hashable, Sendable {
    /// The name of the header field.
    public var header: String

    /// The environment variable that holds its value.
    public var environment: String

    /// Creates a key.
    public init(header: String, environment: String) {
      self.header = header
      self.environment = environment
    }
  }

  /// How fast the API may be asked.
  public struct Pace: Hashable, Sendable {
    /// The most requests in one second; above 0.
    public var requestsPerSecond: Double?

    /// How long to wait after a refusal for speed, in milliseconds; 0 or more.
    public var retryAfterMilliseconds: Int?

    /// Creates a pace.
    public init(requestsPerSecond: Double? = nil, retryAfterMilliseconds: Int? = nil) {
      self.requestsPerSecond = requestsPerSecond
      self.retryAfterMilliseconds = retryAfterMilliseconds
    }
  }
}
