import PlumbDocuments
import PlumbDrift
import PlumbModel
import PlumbNotation
import PlumbRecordings
import PlumbText

/// What stands at a path that is to be compared.
enum DriftPath {
  /// A folder of contracts, or of one API, or one contract file.
  case contracts
  /// An OpenAPI description.
  case description
  /// A page of reference documentation.
  case page
  /// Recordings: a folder of them, or a file.
  case recordings

  /// Looks at what stands at a path.
  ///
  /// - Throws: ``Failure`` when there is nothing, or nothing that can be compared.
  init(_ path: String) throws(Failure) {
    guard Folder.exists(path) else {
      throw Failure(.unreadable, RecordingFinder.missing(path))
    }
    if Folder.isFolder(path) {
      self = Self.holdsContracts(path) ? .contracts : .recordings
      return
    }
    if let format = RecordingFile.Format(path: path), format != .json {
      self = .recordings
      return
    }
    let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    switch ending {
    case "json": self = .description
    case "yaml", "yml": self = Self.isContractFile(path) ? .contracts : .description
    case "html", "htm", "txt", "md": self = .page
    default:
      throw Failure(
        .unreadable,
        """
        \(path): this can be compared with nothing
        what can be is a folder of contracts, an OpenAPI description (.json, .yaml), a reference \
        page (.html, .txt, .md), or recordings (a folder, .http, .har, .ndjson)
        """
      )
    }
  }

  /// Whether documents stand there.
  var isDocument: Bool { self != .recordings }

  private static func holdsContracts(_ folder: String) -> Bool {
    Folder.exists("\(folder)/api.yaml")
      || Folder.names(in: folder).contains { Folder.exists("\(folder)/\($0)/api.yaml") }
  }

  /// Whether a file is one of contracts, or the API's own, by the key that it begins with.
  private static func isContractFile(_ path: String) -> Bool {
    guard let lines = TextFile.lines(of: path) else { return false }
    return lines.contains { $0.hasPrefix("contracts:") || $0.hasPrefix("api:") }
  }
}

extension DriftPath {
  /// Reads the documents that stand at the path.
  ///
  /// - Parameter server: The root of every path, where the documents do not name one.
  func documents(_ path: String, server: String?) throws(Failure) -> Documents {
    switch self {
    case .contracts: try Self.contracts(path)
    case .description: try Self.description(path, server)
    case .page: try Self.page(path, server)
    case .recordings: Documents(apis: [], contracts: [], isWhole: false)
    }
  }

  private static func contracts(_ path: String) throws(Failure) -> Documents {
    guard !Folder.isFolder(path) else {
      let library = try ContractLibrary.load(path)
      return Documents(
        apis: library.apis,
        contracts: library.contracts,
        // Contracts that do not claim to be complete leave operations out.
        isWhole: library.apis.allSatisfy(\.isComplete)
      )
    }
    let end = path.lastIndex(of: "/")
    let library = try ContractLibrary.load(end.map { String(path[..<$0]) } ?? ".")
    let name = end.map { String(path[path.index(after: $0)...]) } ?? path
    let own = library.contracts.filter {
      $0.place.file.split(separator: "/").last.map(String.init) == name
    }
    let isAPI = name == "api.yaml"
    guard !isAPI else {
      return Documents(
        apis: library.apis,
        contracts: library.contracts,
        isWhole: library.apis.allSatisfy(\.isComplete)
      )
    }
    // One page leaves operations out: that an address leads to none of its own says nothing.
    let apis = library.apis.map { api in
      var api = api
      api.isComplete = false
      return api
    }
    return Documents(apis: apis, contracts: own, isWhole: false)
  }

  private static func description(_ path: String, _ server: String?) throws(Failure) -> Documents {
    let description = try ImportOptions.description(path)
    do throws(Diagnostic) {
      let imported = try OpenAPIImport.read(
        description,
        OpenAPIImport.Options(
          id: ImportOptions.name(like: description.title ?? "api"),
          server: server,
          isClosed: false
        )
      )
      return Documents(
        apis: [imported.api],
        contracts: imported.files.flatMap(\.contracts),
        isWhole: true,
        speaksOfPromises: false
      )
    } catch {
      throw Failure(.unreadable, error.line)
    }
  }

  private static func page(_ path: String, _ server: String?) throws(Failure) -> Documents {
    let bytes: [UInt8]
    do throws(RecordingError) {
      bytes = try FileReader.bytes(of: path)
    } catch {
      throw Failure(.unreadable, "\(error.inFile(path))")
    }
    do throws(Diagnostic) {
      let page = try ReferencePage(bytes, file: path, options: ReferencePage.Options())
      var api = page.api
      if let server { api.server = server }
      return Documents(
        apis: [api],
        contracts: page.contracts,
        isWhole: false,
        speaksOfPromises: false
      )
    } catch {
      throw Failure(.unreadable, error.line)
    }
  }
}
