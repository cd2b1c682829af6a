public import PlumbModel
public import PlumbNotation
import PlumbText

/// An API and the contracts that were inferred for it, with the counts that support them.
///
/// What was seen keeps these contracts: that is all they promise until a person has read them.
public struct InferredAPI: Sendable {
  /// One contract file.
  public struct File: Sendable {
    /// Its name, with its ending.
    public var name: String
    /// Its contracts, in the order of their paths.
    public var contracts: [Contract]
  }

  /// The API.
  public let api: API

  /// The contracts by file.
  public let files: [File]

  /// The counts, and what is to be confirmed.
  public let comments: NotationComments

  /// What is to be confirmed in the API's own file.
  public let apiComments: NotationComments

  init(name: String, origin: String, operations: [InferredOperation], redactor: Redactor) {
    let place = SourcePlace(file: name, line: 1, column: 1)
    let naming = InferredNames(operations.map(\.shape))
    var maker = InferredContract(at: place, api: name, redactor: redactor)
    var files: [File] = []
    for operation in operations {
      guard let contract = maker.contract(operation, naming) else { continue }
      let group = naming.group(operation.shape)
      let file = group == "api" ? "operations.yaml" : "\(group).yaml"
      if let index = files.firstIndex(where: { $0.name == file }) {
        files[index].contracts.append(contract)
      } else {
        files.append(File(name: file, contracts: [contract]))
      }
    }
    let host = RequestAddress(origin + "/")?.host ?? origin
    let types = maker.types.types
    let api = API(id: name, title: host, server: origin, types: types, place: place)
    var comments = maker.types.comments
    var dialects: [PagingDialect] = []
    for contract in files.flatMap(\.contracts) {
      guard case .json(let type)? = contract.responses.first?.body,
        let listing = ListingGuess(body: type, parameters: contract.parameters),
        let dialect = listing.dialect
      else { continue }
      dialects.append(dialect)
      var suggested = contract
      suggested.paging = Paging(dialect: dialect, items: listing.items)
      suggested.identity = listing.identity
      var shared = api
      shared.paging = dialect
      let lines = SuggestedLines.lines(of: suggested, api: shared).map { "  \($0)" }
      let key =
        contract.responses.count == 1 && contract.responses[0].status == 200
        ? "response" : "responses"
      comments[above: ["contracts", contract.id, key]] +=
        ["To be confirmed; the names look like it:"] + lines
    }
    var apiComments = NotationComments()
    apiComments[above: ["api"]] = [
      "Inferred from what was recorded, and promises no more than that. Numbers say how often",
      "a row or a parameter was seen.",
    ]
    if let dialect = dialects.first {
      apiComments[above: []] =
        ["To be confirmed; the names look like it:"]
        + SuggestedLines.lines(of: dialect).map { "  \($0)" }
    }
    self.api = api
    self.files = files
    self.comments = comments
    self.apiComments = apiComments
  }
}
