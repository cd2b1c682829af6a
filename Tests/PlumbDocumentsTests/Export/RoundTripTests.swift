import Foundation
import PlumbDocuments
import PlumbModel
import PlumbNotation
import PlumbText
import TestSupport
import Testing

/// What is exported and imported again is the contract, but for what the export listed as lost.
@Suite struct RoundTripTests {
  private func again(_ bytes: [UInt8]) throws(Diagnostic) -> ImportedAPI {
    let file = try DescriptionFile(bytes, path: "made.json")
    return try OpenAPIImport.read(file, OpenAPIImport.Options(id: "made"))
  }

  private func hold(_ api: API, _ contracts: [Contract]) throws {
    let description = OpenAPIDescription(api: api, contracts: contracts)
    let imported = try again(description.bytes)
    let listed = Listed(description.losses, types: api.types)

    let said = contracts.compactMap { listed.said(of: $0) }
    let back = Dictionary(
      uniqueKeysWithValues: imported.files.flatMap(\.contracts).map { ($0.id, $0) }
    )
    #expect(back.count == said.count)
    for contract in said {
      var found = try #require(back[contract.id])
      found.api = contract.api
      found.examples = []
      found = found.placeless
      found.responses = found.responses.map { listed.said(of: $0) }
      found.errors = found.errors.map { listed.said(of: $0) }
      // Part by part, so that a difference is seen.
      #expect(found.parameters == contract.parameters)
      #expect(found.responses == contract.responses)
      #expect(found.errors == contract.errors)
      found.parameters = contract.parameters
      found.responses = contract.responses
      found.errors = contract.errors
      #expect(found == contract)
    }
    #expect(imported.remarks.map(\.reason) == [])
    #expect(imported.api.title == api.title)
    #expect(imported.api.server == api.server)
    #expect(imported.api.version == api.version ?? "0")
    #expect(imported.api.keys.map(\.header) == api.keys.map(\.header))
    for (name, type) in imported.api.types {
      let own = try #require(api.types[name])
      #expect(listed.said(of: type).placeless == listed.said(of: own).placeless)
    }
  }

  @Test(
    arguments: try FileManager.default.contentsOfDirectory(atPath: Repository.path("contracts"))
  )
  func `for the contracts of this repository`(name: String) throws {
    guard !name.hasSuffix(".json") else { return }
    let library = try ContractFolder.load(Repository.path("contracts/\(name)"))

    try hold(library.apis[0], library.contracts)
  }

  @Test(arguments: 1...200)
  func `for schemas of every kind`(seed: Int) throws {
    var maker = RandomContract(seed: UInt64(seed) + 60_000)
    let (api, contracts) = maker.make()

    for contract in contracts {
      for response in contract.responses + contract.errors {
        guard case .json(let type) = response.body else { continue }
        try hold(type, response.status, contract, api)
      }
    }
  }

  /// Holds a body that is exported as a schema to what is read of it.
  private func hold(_ type: FieldType, _ status: Int, _ contract: Contract, _ api: API) throws {
    let document = try #require(SchemaDocument(contract: contract, api: api, status: status))
    let file = try DescriptionFile(document.bytes, path: "made.schema.json")
    let imported = try SchemaImport.read(file, name: "made")
    let listed = Listed(document.losses, types: api.types)

    let read = try #require(imported.files.first?.contracts.first?.responses.first)
    guard case .json(let again) = read.body else { return #expect(Bool(false)) }
    #expect(listed.said(of: again).placeless == listed.said(of: type).placeless)
    for (name, type) in imported.api.types {
      let own = try #require(api.types[name])
      #expect(listed.said(of: type).placeless == listed.said(of: own).placeless)
    }
    #expect(imported.remarks.map(\.reason) == [])
  }

  /// The description lies beside the repository where it is developed, and nowhere else.
  static let large = Repository.path("../shared/data/onet-openapi/onet-web-services-openapi.json")

  @Test(
    .enabled(
      if: FileManager.default.fileExists(atPath: large),
      "no description beside the repository"
    )
  )
  func `for a large API, whose tables survive as a page, too`() throws {
    let imported = try again(Array(try Data(contentsOf: URL(filePath: Self.large))))
    let contracts = imported.files.flatMap(\.contracts)

    try hold(imported.api, contracts)

    let tables = contracts.map { ReferenceTable(contract: $0, api: imported.api).description }
    let page = try ReferencePage(Array(tables.joined(separator: "\n").utf8), file: "page.txt")
    let again = page.contracts.map { ReferenceTable(contract: $0, api: page.api).description }
    #expect(contracts.count > 200)
    #expect(again == tables)
  }

  @Test(arguments: 1...400)
  func `for contracts of every kind`(seed: Int) throws {
    var maker = RandomContract(seed: UInt64(seed) + 30_000)
    let (api, contracts) = maker.make()

    try hold(api, contracts)
  }
}

/// What an export listed as lost, and what is left of contracts without it.
private struct Listed {
  private let losses: [ExportLoss]
  private let types: [String: FieldType]

  init(_ losses: [ExportLoss], types: [String: FieldType]) {
    self.losses = losses
    self.types = types
  }

  /// Whether something was listed for a reason that has these words in it.
  private func has(_ subject: String, _ words: String) -> Bool {
    losses.contains { $0.subject == subject && $0.reason.contains(words) }
  }

  /// The contract as far as it was said; `nil` when it was left out.
  func said(of contract: Contract) -> Contract? {
    let name = "`\(contract.id)`"
    guard !has(name, "it is left out") else { return nil }
    var said = contract.placeless
    if has("`pages` of \(name)", "paging") { said.paging = nil }
    if has("`id` of \(name)", "the same") { said.identity = nil }
    if has("`order` of \(name)", "sorted") { said.order = nil }
    if has("`links` of \(name)", "leads") { said.links = [] }
    if has("`laws` of \(name)", "no word") { said.laws = [] }
    if has("`examples` of \(name)", "belong together") { said.examples = [] }
    if has("`title` of \(name)", "empty") { said.title = contract.id }
    if has("`source` of \(name)", "address") { said.source = nil }
    said.parameters = said.parameters.compactMap {
      self.said(of: $0, "parameter `\($0.name)` of \(name)")
    }
    for parameter in contract.path.parameterNames
    where has("`{\(parameter)}` in the path of \(name)", "any value") {
      let any = Parameter(name: parameter, location: .path, type: FieldType(.any), place: .none)
      let index = said.parameters.firstIndex { $0.location != .path } ?? said.parameters.endIndex
      said.parameters.insert(any, at: index)
    }
    said.responses = said.responses.map { self.said(of: $0) }
    said.errors = said.errors.map { self.said(of: $0) }
    return said
  }

  private func said(of parameter: Parameter, _ subject: String) -> Parameter? {
    // Parameters of one name may stand in several places, each with losses of its own.
    if parameter.location == .path, has(subject, "is not in the path") { return nil }
    if parameter.location == .header, has(subject, "ignores it") { return nil }
    var said = parameter
    if parameter.isSecret, has(subject, "credential") { said.isSecret = false }
    if parameter.list == .repeated, parameter.location != .query, has(subject, "commas") {
      said.list = .comma
    }
    if case .relative? = parameter.defaultValue, has(subject, "name another parameter") {
      said.defaultValue = nil
    }
    if parameter.location == .path, has(subject, "cannot be left out") { said.defaultValue = nil }
    if parameter.list != nil, parameter.defaultValue == .text(""), has(subject, "empty list") {
      said.defaultValue = nil
    }
    if has(subject, "any text stands for it") {
      switch parameter.type.resolved(by: types).shape {
      case .object, .list: said.type = FieldType(.string)
      default: break
      }
    }
    let resolved = parameter.type.resolved(by: types)
    if has(subject, "no parameter is null"), resolved.isNullable || resolved.shape == .any {
      said.type = resolved
      said.type.isNullable = false
    }
    said.type = self.said(of: said.type)
    return said
  }

  /// The response as far as it was said.
  func said(of response: ResponseContract) -> ResponseContract {
    guard case .json(let type) = response.body else { return response }
    var said = response
    said.body = .json(self.said(of: type))
    return said
  }

  /// The type without what is listed row by row.
  func said(of type: FieldType) -> FieldType {
    var said = type
    switch type.shape {
    case .any: said.isNullable = false
    // `| null` says nothing where the named type is `null` among others.
    case .named(let name) where types[name].map({ $0.resolved(by: types).isNullable }) ?? false:
      said.isNullable = false
    case .list(let item): said.shape = .list(self.said(of: item))
    case .object(var object):
      for index in object.rows.indices {
        object.rows[index].type = self.said(of: object.rows[index].type)
        object.rows[index].isSecret = false
        object.rows[index].source = nil
      }
      object.others = object.others.map { self.said(of: $0) }
      said.shape = .object(object)
    default: break
    }
    return said
  }
}
