import Foundation
import PlumbModel
import PlumbText

/// Reads contracts from a disk.
public enum ContractFolder {
  /// The name of the file that makes a folder an API.
  static let apiFile = "api.yaml"

  /// The file of accepted drift, which is no contract.
  public static let acceptedFile = "accepted.yaml"

  /// Reads a folder of APIs, the folder of one API, or one contract file in such a folder.
  ///
  /// Each sub-folder with an `api.yaml` is an API, named like the folder; its other `.yaml`, `.yml`
  /// and `.json` files are contract files, except `accepted.yaml` and JSON Schemas
  /// (`*.schema.json`).
  ///
  /// - Throws: ``NotationErrors`` with all errors of all files, sorted by place.
  public static func load(_ path: String) throws(NotationErrors) -> ContractLibrary {
    let log = DiagnosticLog()
    let folders = folders(path, log)
    if folders.isEmpty, let errors = log.errors { throw errors }
    return try ContractLoader.load(folders, log: log)
  }

  /// Reads the files of one API's folder, and does not look into them.
  ///
  /// - Throws: ``NotationErrors`` with all files that cannot be read.
  public static func files(_ path: String) throws(NotationErrors) -> ContractLoader.Folder {
    let log = DiagnosticLog()
    let folder = folder(path, names(in: path).filter(isContract), log)
    if let errors = log.errors { throw errors }
    guard let folder else {
      let place = SourcePlace(file: path, line: 1, column: 1)
      throw NotationErrors([Diagnostic(.error, "no `\(apiFile)` is here", at: place)])
    }
    return folder
  }

  private static func folders(_ path: String, _ log: DiagnosticLog) -> [ContractLoader.Folder] {
    let start = SourcePlace(file: path, line: 1, column: 1)
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
      log.error("there is no such folder or file", at: start, remedy: "see `--contracts`")
      return []
    }
    guard isDirectory.boolValue else { return file(path, log) }
    let names = names(in: path)
    if names.contains(apiFile) {
      return folder(path, names.filter(isContract), log).map { [$0] } ?? []
    }
    let apis = names.filter { exists(join(path, $0, apiFile)) }
    if apis.isEmpty {
      log.error(
        "no API is here: neither `\(apiFile)` nor a folder that holds one",
        at: start,
        remedy: "each API is a folder with an `\(apiFile)` beside its contract files"
      )
    }
    return apis.compactMap { name in
      let inner = join(path, name)
      return folder(inner, Self.names(in: inner).filter(isContract), log)
    }
  }

  private static func file(_ path: String, _ log: DiagnosticLog) -> [ContractLoader.Folder] {
    let parent = URL(fileURLWithPath: path).deletingLastPathComponent().path
    let name = URL(fileURLWithPath: path).lastPathComponent
    let written = path.hasSuffix("/\(name)") ? String(path.dropLast(name.count + 1)) : "."
    guard exists(join(parent, apiFile)) else {
      log.error(
        "the folder of this file has no `\(apiFile)`",
        at: SourcePlace(file: path, line: 1, column: 1),
        remedy: "a contract file stands beside the `\(apiFile)` of its API"
      )
      return []
    }
    let folder = written.isEmpty ? "/" : written
    return self.folder(folder, name == apiFile ? [] : [name], log).map { [$0] } ?? []
  }

  private static func folder(
    _ path: String,
    _ names: [String],
    _ log: DiagnosticLog
  ) -> ContractLoader.Folder? {
    let id = URL(fileURLWithPath: path).standardizedFileURL.lastPathComponent
    let contracts = names.compactMap { read(path == "." ? $0 : join(path, $0), log) }
    guard let api = read(path == "." ? apiFile : join(path, apiFile), log) else { return nil }
    let accepted = path == "." ? acceptedFile : join(path, acceptedFile)
    return ContractLoader.Folder(
      id: id,
      api: api,
      contracts: contracts,
      accepted: exists(accepted) ? read(accepted, log) : nil
    )
  }

  private static func read(_ path: String, _ log: DiagnosticLog) -> NotationFile? {
    do {
      let attributes = try FileManager.default.attributesOfItem(
        atPath: URL(fileURLWithPath: path).resolvingSymlinksInPath().path
      )
      if let size = attributes[.size] as? Int, size > NotationFile.byteLimit {
        log.add(NotationFile.tooLarge(path, size))
        return nil
      }
      let data = try Data(contentsOf: URL(fileURLWithPath: path))
      return try NotationFile(path: path, bytes: [UInt8](data))
    } catch let diagnostic as Diagnostic {
      log.add(diagnostic)
    } catch {
      log.error(
        "the file cannot be read: \(error.localizedDescription)",
        at: SourcePlace(file: path, line: 1, column: 1)
      )
    }
    return nil
  }

  private static func isContract(_ name: String) -> Bool {
    guard name != apiFile, name != acceptedFile, !name.hasSuffix(".schema.json") else {
      return false
    }
    return [".yaml", ".yml", ".json"].contains { name.hasSuffix($0) } && !name.hasPrefix(".")
  }

  private static func names(in path: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  private static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path)
  }

  private static func join(_ parts: String...) -> String {
    parts.dropFirst().reduce(parts[0]) { $0.hasSuffix("/") ? $0 + $1 : "\($0)/\($1)" }
  }
}
