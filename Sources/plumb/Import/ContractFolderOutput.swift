import PlumbModel
import PlumbNotation
import PlumbRecordings

/// Writes contract files into the folder of an API, each whole or not at all.
struct ContractFolderOutput {
  /// The folder of the API.
  let folder: String

  /// Whether files that are there already are written anew.
  let replaces: Bool

  /// The name of the API: that of its folder.
  var name: String {
    let parts = folder.split(separator: "/").filter { $0 != "." }
    return parts.last.map(String.init) ?? "api"
  }

  /// The contracts that are there already; `nil` when there is no `api.yaml`.
  ///
  /// - Throws: ``Failure`` when they cannot be read.
  func existing() throws(Failure) -> ContractLibrary? {
    guard Folder.exists(path("api.yaml")) else { return nil }
    do throws(NotationErrors) {
      return try ContractFolder.load(folder)
    } catch {
      throw Failure(.unreadable, error.diagnostics.map(\.line))
    }
  }

  /// Writes files by their names.
  ///
  /// - Throws: ``Failure`` before anything is written, when a file is there already and may not be
  ///   replaced.
  func write(_ files: [(name: String, text: String)]) throws(Failure) {
    if !replaces, let file = files.first(where: { Folder.exists(path($0.name)) }) {
      throw Failure(
        .fault,
        "\(path(file.name)): is there already; --replace writes it anew, without what was added"
      )
    }
    do throws(RecordingError) {
      try DurableFile.makeFolder(folder)
      for file in files {
        try DurableFile.write(Array(file.text.utf8), to: path(file.name))
        Console.note("wrote \(path(file.name))")
      }
    } catch {
      throw Failure(.fault, "\(folder): the contracts cannot be written: \(error.message)")
    }
  }

  private func path(_ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }
}
