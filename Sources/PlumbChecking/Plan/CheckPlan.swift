import PlumbModel
import PlumbText

/// All contracts, compiled once and shared by all threads.
final class CheckPlan: Sendable {
  /// One operation; a class, so that handing it on costs one count.
  final class Operation: Sendable {
    let contract: Contract
    let api: API
    /// The operation as `api/operation`.
    let name: String
    let parameters: [ParameterPlan]
    let responses: [Response]
    /// What is judged together with other exchanges.
    let conversation: ConversationPlan
    /// Whether asking again is expected to change nothing, RFC 9110 section 9.2.1.
    let isSafe: Bool
    /// The header fields of a request that its answer may depend on.
    let varying: [[UInt8]]

    init(
      contract: Contract,
      api: API,
      name: String,
      parameters: [ParameterPlan],
      responses: [Response],
      conversation: ConversationPlan
    ) {
      self.contract = contract
      self.api = api
      self.name = name
      self.parameters = parameters
      self.responses = responses
      self.conversation = conversation
      isSafe = contract.method == "GET"
      let common = ["accept", "accept-language", "authorization", "cookie", "range"]
      varying =
        common.map { Array($0.utf8) } + parameters.filter { $0.location == .header }.map(\.name)
    }
  }

  /// One documented response of an operation.
  final class Response: Sendable {
    let contract: ResponseContract
    let isError: Bool
    /// The index of its table; `nil` when its body is not documented.
    let table: Int?
    /// The names of the documented header fields, lower-cased.
    let headers: [[UInt8]]
    let status: Int

    init(contract: ResponseContract, isError: Bool, table: Int?) {
      self.contract = contract
      self.isError = isError
      self.table = table
      headers = contract.headers.map { Array($0.lowercased().utf8) }
      status = contract.status
    }
  }

  /// One documented body.
  struct Table: Sendable {
    let plan: TablePlan
    let operation: Int
    let response: Int
  }

  let operations: [Operation]
  let tables: [Table]
  let router: Router
  /// The laws of all operations, by the rank of the operation.
  let laws: LawBook

  init(
    apis: [API],
    contracts: [Contract],
    servers: [String: String],
    families: Set<Rule.Family>
  ) {
    var operations: [Operation] = []
    var tables: [Table] = []
    let byID = Dictionary(apis.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let known = contracts.filter { byID[$0.api] != nil }
    laws = LawBook(known)
    let paths = Dictionary(grouping: known, by: \.api).mapValues { $0.map(\.path) }
    var leads: [String: LinkLeads] = [:]
    for contract in known {
      guard var api = byID[contract.api] else { continue }
      if let server = servers[api.id] { api.server = server }
      var responses: [Response] = []
      let conversation = ConversationPlan(
        contract,
        of: api,
        book: laws,
        operation: operations.count,
        leads: &leads[api.id, default: LinkLeads(api, paths: paths[api.id] ?? [])],
        comparesDefaults: families.contains(.laws)
      )
      let all = contract.responses.map { ($0, false) } + contract.errors.map { ($0, true) }
      for (response, isError) in all {
        var table: Int?
        if case .json(let type) = response.body {
          table = tables.count
          let isListing = !isError && responses.isEmpty
          let plan = TablePlanner.plan(
            type,
            types: api.types,
            place: response.place,
            tape: isListing ? conversation.tape : TapePlan()
          )
          tables.append(
            Table(plan: plan, operation: operations.count, response: responses.count)
          )
        }
        responses.append(
          Response(contract: response, isError: isError, table: table)
        )
      }
      operations.append(
        Operation(
          contract: contract,
          api: api,
          name: "\(api.id)/\(contract.id)",
          parameters: contract.parameters.map { ParameterPlan($0, types: api.types) },
          responses: responses,
          conversation: conversation
        )
      )
    }
    self.operations = operations
    self.tables = tables
    router = Router(operations: operations)
  }
}
