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
    var count = 0
    for file in files {
      let indices = documents.contracts.indices.filter {
        documents.contracts[$0].place.file == file
      }
      let old = indices.map { documents.contracts[$0] }
      let new = indices.map { contracts[$0] }
      guard old != new, let api = documents.apis.first(where: { $0.id == old.first?.api }) else {
        continue
      }
      do throws(RecordingError) {
        let before = String(decoding: try FileReader.bytes(of: file), as: UTF8.self)
        let after = NotationUpdate.text(of: before, from: (old, api), to: (new, api))
        guard before != after else { continue }
        StandardStream.error.write(
          ColouredDiff(isColoured: isColoured)
            .text(of: UnifiedDiff(before, after, name: file))
        )
        try DurableFile.replace(file, with: Array(after.utf8))
      } catch {
        throw Failure(.fault, "\(file): the contract cannot be written: \(error.message)")
      }
      count += 1
    }
    return count
  }
}
