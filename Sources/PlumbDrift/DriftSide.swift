public import PlumbChecking
public import PlumbModel
import PlumbText

/// One of the tables that are compared.
public struct DriftSide: Sendable {
  /// What is known of it.
  public enum Content: Sendable {
    /// What documents promise.
    case documented(Documents)
    /// What an API answered.
    case observed(Sight)
  }

  /// What it is called: the path that a person gave.
  public var label: String

  /// What is known of it.
  public var content: Content

  /// Creates a side.
  public init(label: String, content: Content) {
    self.label = label
    self.content = content
  }
}

/// What documents promise of some APIs.
public struct Documents: Sendable {
  /// The APIs.
  public var apis: [API]

  /// Their operations.
  public var contracts: [Contract]

  /// Whether every operation is in them; a page of a manual holds only some, and what it leaves out
  /// is not gone.
  public var isWhole: Bool

  /// Whether they can speak of pages, orders, links and laws at all; an OpenAPI description has no
  /// words for them, and what it leaves out is not taken back.
  public var speaksOfPromises: Bool

  /// Creates documents.
  public init(
    apis: [API],
    contracts: [Contract],
    isWhole: Bool,
    speaksOfPromises: Bool = true
  ) {
    self.apis = apis
    self.contracts = contracts
    self.isWhole = isWhole
    self.speaksOfPromises = speaksOfPromises
  }

  /// The types that an API names.
  func types(of api: String) -> [String: FieldType] {
    apis.first { $0.id == api }?.types ?? [:]
  }

  /// The contract of an operation, as `api/operation`.
  func contract(_ name: String) -> Contract? {
    contracts.first { $0.qualifiedName == name }
  }
}

/// What an API answered, held to documents.
public struct Sight: Sendable {
  /// What the checker found.
  public var report: Report

  /// What was seen of every response.
  public var responses: [ObservedResponse]

  /// Creates a sight.
  ///
  /// - Parameter isSecret: Whether the values of members of a name are credentials; nothing is told
  ///   of these but their types and how often they were there.
  public init(
    report: Report,
    responses: [ObservedResponse],
    hidingValuesOf isSecret: (_ name: String) -> Bool = { _ in false }
  ) {
    self.report = report
    self.responses = responses.map { response in
      var response = response
      response.body = response.body.hidingValues(of: isSecret)
      return response
    }
  }

  /// The operations that were met.
  var operations: Set<String> {
    Set(report.observations.filter { $0.bodies > 0 }.map(\.operation))
      .union(responses.map(\.operation))
  }

  /// What was seen of the answers of one status.
  func body(of operation: String, status: Int) -> ObservedValue? {
    responses.first { $0.operation == operation && $0.status == status }?.body
  }
}

extension Contract {
  /// The documented responses: successes, then refusals.
  var allResponses: [ResponseContract] { responses + errors }
}
