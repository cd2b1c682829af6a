public import PlumbModel
public import PlumbNotation
import PlumbText

/// What an import changes in the folder of an API, before anything is written.
public struct FolderUpdate: Sendable {
  /// A file that changes.
  public struct Change: Hashable, Sendable {
    /// Its name in the folder.
    public var name: String

    /// What stands in it; `nil` when it is new.
    public var old: String?

    /// What should stand in it.
    public var new: String
  }

  /// The files that change: `api.yaml` first, then by name.
  public private(set) var changes: [Change] = []

  /// The operations under contract that the description does not have; they stay.
  public private(set) var unknown: [Contract] = []

  /// What is under contract afterwards.
  public private(set) var library = ContractLibrary(apis: [], contracts: [])

  /// Plans what to write into a folder without contracts.
  ///
  /// - Parameter schema: Where the JSON Schema of contract files is, as seen from the folder.
  public init(creating imported: ImportedAPI, schema: String?) {
    changes = imported.texts(schema: schema).map { Change(name: $0.name, old: nil, new: $0.text) }
    library = ContractLibrary(
      apis: [imported.api],
      contracts: imported.files.flatMap(\.contracts)
    )
  }

  /// Plans what to write into a folder with contracts.
  ///
  /// - Parameters:
  ///   - folder: The files that are there.
  ///   - imported: What the description says.
  /// - Throws: ``NotationErrors`` when the contracts that are there cannot be read.
  public init(
    updating folder: ContractLoader.Folder,
    with imported: ImportedAPI
  ) throws(NotationErrors) {
    let existing = try ContractLoader.load([folder])
    guard let old = existing.apis.first else { return }
    let merge = ContractMerge(
      types: TypeMerge(oldTypes: old.types, newTypes: imported.api.types)
    )
    let api = merge.merge(old, imported.api)
    let text = NotationUpdate.text(of: folder.api.text, from: old, to: api)
    add(Change(name: "api.yaml", old: folder.api.text, new: text))
    let schema = Self.schemaLine(in: folder.api.text)
    var pages = Pages(folder, existing.contracts)
    for file in imported.files { pages.take(file, merge) }
    unknown = pages.unknown
    for page in pages.all {
      let contracts = page.new.map { contract in
        var contract = contract
        contract.api = api.id
        return contract
      }
      library = ContractLibrary(apis: [api], contracts: library.contracts + contracts)
      guard let text = page.text else {
        let text = NotationWriter.text(of: contracts, api: api, schema: schema)
        add(Change(name: page.name, old: nil, new: text))
        continue
      }
      let new = NotationUpdate.text(of: text, from: (page.old, old), to: (contracts, api))
      add(Change(name: page.name, old: text, new: new))
    }
  }

  private mutating func add(_ change: Change) {
    if change.old != change.new { changes.append(change) }
  }

  /// Where an API's own file says that the JSON Schema is.
  private static func schemaLine(in text: String) -> String? {
    let mark = "# yaml-language-server: $schema="
    return text.split(separator: "\n").first { $0.hasPrefix(mark) }
      .map { String($0.dropFirst(mark.count)) }
  }
}

/// The contract files of a folder while operations are put into them.
private struct Pages {
  struct Page {
    var name: String
    /// The file as it is; `nil` when it is new.
    var text: String?
    var old: [Contract]
    var new: [Contract]
  }

  private(set) var all: [Page] = []
  private var found: Set<String> = []

  init(_ folder: ContractLoader.Folder, _ contracts: [Contract]) {
    for file in folder.contracts {
      let own = contracts.filter { $0.place.file == file.path }
      let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
      all.append(Page(name: name, text: file.text, old: own, new: own))
    }
  }

  /// The operations that no description had.
  var unknown: [Contract] {
    all.flatMap(\.old).filter { !found.contains($0.requestShape) }
  }

  /// Puts the operations of an imported file where they belong: those that are known where they
  /// are, the others beside most of their neighbours, else into a file of their own.
  mutating func take(_ file: ImportedAPI.File, _ merge: ContractMerge) {
    var counts: [Int: Int] = [:]
    var rest: [Contract] = []
    for contract in file.contracts {
      guard let (page, index) = place(of: contract) else {
        rest.append(contract)
        continue
      }
      counts[page, default: 0] += 1
      found.insert(contract.requestShape)
      all[page].new[index] = merge.merge(all[page].new[index], contract)
    }
    guard !rest.isEmpty else { return }
    let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    let page = most ?? all.firstIndex { $0.name == file.name }
    let taken = Set(all.flatMap(\.new).map(\.id))
    for index in rest.indices where taken.contains(rest[index].id) { rest[index].id += "_2" }
    if let page {
      for index in rest.indices {
        rest[index].page = all[page].old.first?.page
        rest[index].source = all[page].old.first?.source
      }
      all[page].new += rest
    } else {
      all.append(Page(name: file.name, text: nil, old: [], new: rest))
    }
    for contract in rest { found.insert(contract.requestShape) }
  }

  private func place(of contract: Contract) -> (page: Int, index: Int)? {
    let key = contract.requestShape
    for (page, file) in all.enumerated() {
      if let index = file.new.firstIndex(where: { $0.requestShape == key }) { return (page, index) }
    }
    return nil
  }
}
