public import PlumbModel

/// What an import makes of a description: an API with its operations, file by file.
public struct ImportedAPI: Sendable {
  /// A contract file: a page of operations that belong together.
  public struct File: Hashable, Sendable {
    /// Its name in the API's folder, e.g. `books.yaml`.
    public var name: String

    /// Its operations.
    public var contracts: [Contract]

    /// Creates a file.
    public init(name: String, contracts: [Contract]) {
      self.name = name
      self.contracts = contracts
    }
  }

  /// What all operations share.
  public var api: API

  /// The contract files, by name.
  public var files: [File]

  /// What could not be taken over as it stands, in the order of the description.
  public var remarks: [ImportRemark]

  /// Creates an API.
  public init(api: API, files: [File], remarks: [ImportRemark]) {
    self.api = api
    self.files = files
    self.remarks = remarks
  }
}
