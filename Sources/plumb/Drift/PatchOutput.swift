import PlumbChecking
import PlumbDocuments
import PlumbDrift
import PlumbModel
import PlumbNotation
import PlumbRecordings
import PlumbReports
import PlumbText

/// Writes into contract files what was observed, and shows the difference.
struct PatchOutput {
  let isColoured: Bool

  /// Changes the files.
  ///
  /// - Returns: How many files were changed.
  /// - Throws: ``Failure`` when a file cannot be read or written.
  func write(_ contracts: [Contract], over documents: Documents) throws(Failure) -> Int {
    let files = Set(documents.contracts.map(\.place.file)).sorted()
    var changes: [(file: String, before: String, after: String)] = []
    for file in files {
      let indices = documents.contracts.indices.filter {
        documents.contracts[$0].place.file == file
      }
      let old = indices.map { documents.contracts[$0] }
      let new = indices.map { contracts[$0] }
      guard old != new, let api = documents.apis.first(where: { $0.id == old.first?.api }) else {
        continue
      }
      let before = try text(of: file)
      let after = NotationUpdate.text(of: before, from: (old, api), to: (new, api))
      guard before != after else { continue }
      try check(after, file: file, api)
      changes.append((file, before, after))
    }
    for (file, before, after) in changes {
      StandardStream.error.write(
        ColouredDiff(isColoured: isColoured).text(of: UnifiedDiff(before, after, name: file))
      )
      do throws(RecordingError) {
        try DurableFile.replace(file, with: Array(after.utf8))
      } catch {
        throw Failure(.fault, "\(file): the contract cannot be written: \(error.message)")
      }
    }
    return changes.count
  }

  private func text(of file: String) throws(Failure) -> String {
    do throws(RecordingError) {
      return String(decoding: try FileReader.bytes(of: file), as: UTF8.self)
    } catch {
      throw Failure(.unreadable, "\(error.inFile(file))")
    }
  }

  /// Makes sure, before anything is written, that what is to be written can be read.
  private func check(_ text: String, file: String, _ api: API) throws(Failure) {
    let own = NotationFile(path: api.place.file, text: try self.text(of: api.place.file))
    let file = NotationFile(path: file, text: text)
    do throws(NotationErrors) {
      _ = try ContractLoader.load([
        ContractLoader.Folder(id: api.id, api: own, contracts: [file])
      ])
    } catch {
      throw Failure(
        .fault,
        ["nothing is written: the notation has no words for what was observed"]
          + error.diagnostics.map(\.line)
      )
    }
  }
}
