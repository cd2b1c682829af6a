import PlumbModel
import PlumbText

/// Turns contract files into contracts, without touching a disk.
public enum ContractLoader {
  /// The files of one API.
  public struct Folder: Sendable {
    /// The name of the API.
    public var id: String

    /// The API's own file, `api.yaml`.
    public var api: NotationFile

    /// Its contract files.
    public var contracts: [NotationFile]

    /// The file of accepted drift; `nil` when there is none.
    public var accepted: NotationFile?

    /// Creates a folder.
    public init(
      id: String,
      api: NotationFile,
      contracts: [NotationFile],
      accepted: NotationFile? = nil
    ) {
      self.id = id
      self.api = api
      self.contracts = contracts
      self.accepted = accepted
    }
  }

  /// Reads the contracts of some APIs.
  ///
  /// - Throws: ``NotationErrors`` with all errors of all files.
  public static func load(_ folders: [Folder]) throws(NotationErrors) -> ContractLibrary {
    try load(folders, log: DiagnosticLog())
  }

  static func load(
    _ folders: [Folder],
    log: DiagnosticLog
  ) throws(NotationErrors) -> ContractLibrary {
    var apis: [API] = []
    var contracts: [Contract] = []
    var places: ContractReader.Places = [:]
    var acceptances: [Acceptance] = []
    for folder in folders.sorted(by: { $0.id < $1.id }) {
      guard let node = YAMLReader(folder.api, log: log).read(),
        let api = APIReader(reading: NodeReading(file: folder.api, log: log))
          .read(node, id: folder.id, places: &places)
      else {
        // Contracts lean on their API, so that only their YAML can be judged without it.
        for file in folder.contracts { _ = YAMLReader(file, log: log).read() }
        continue
      }
      apis.append(api)
      if let file = folder.accepted, let node = YAMLReader(file, log: log).read() {
        let reading = NodeReading(file: file, log: log)
        acceptances += AcceptanceReader(reading: reading, api: folder.id).read(node)
      }
      for file in folder.contracts.sorted(by: { $0.path < $1.path }) {
        guard let node = YAMLReader(file, log: log).read() else { continue }
        let reader = ContractReader(reading: NodeReading(file: file, log: log), api: api)
        contracts += reader.read(node, places: &places)
      }
    }
    checkNames(contracts, log)
    if let errors = log.errors { throw errors }
    return ContractLibrary(
      apis: apis,
      contracts: contracts,
      acceptances: acceptances,
      places: places
    )
  }

  private static func checkNames(_ contracts: [Contract], _ log: DiagnosticLog) {
    var places: [String: SourcePlace] = [:]
    for contract in contracts {
      let name = contract.qualifiedName
      if let first = places[name] {
        log.error(
          "the operation `\(contract.id)` stands already in \(first.file), line \(first.line)",
          at: contract.place,
          remedy: "rename one of them"
        )
      } else {
        places[name] = contract.place
      }
    }
  }
}
