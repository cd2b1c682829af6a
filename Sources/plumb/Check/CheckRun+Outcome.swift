import PlumbChecking
import PlumbModel
import PlumbRecordings

extension CheckRun {
  /// What is said of one file, kept with its rank so that the order does not depend on who read it.
  struct Part: Sendable {
    var extract: Extract?
    var errors: [(rank: Int, error: RecordingError)] = []
    var edited: [(rank: Int, path: String)] = []
    /// By the rank of a file that several may have read, its lines that could not be read.
    var faults: [Int: LineFaults] = [:]
    /// The ranks of the files in which there was an exchange.
    var visited: Set<Int> = []
    /// The rank of the file that was visited last.
    var last = -1
    /// The first exchange that names no file, where it should.
    var unnamed: Int?
  }
}

extension CheckRun.Outcome {
  /// Puts together what the workers found.
  init(of parts: [CheckRun.Part], _ files: [RecordingFile]) {
    extract = Extract.joined(parts.compactMap(\.extract))
    var faults: [Int: LineFaults] = [:]
    for part in parts {
      faults.merge(part.faults) { known, added in
        var all = known
        all.merge(added)
        return all
      }
    }
    let broken = faults.compactMap { rank, faults in faults.error.map { (rank: rank, error: $0) } }
    let refused = parts.compactMap(\.unnamed).min().map { (rank: 0, error: PartShare.unnamed($0)) }
    let errors = (parts.flatMap(\.errors) + broken + [refused].compactMap(\.self))
      .sorted { $0.rank < $1.rank }
    self.errors = errors.map(\.error)
    edited = parts.flatMap(\.edited).sorted { $0.rank < $1.rank }.map(\.path)
    notes = Self.notes(parts, errors, files)
    notes.edited = Set(edited)
  }

  private static func notes(
    _ parts: [CheckRun.Part],
    _ errors: [(rank: Int, error: RecordingError)],
    _ files: [RecordingFile]
  ) -> PartNotes {
    var notes = PartNotes()
    let paths = Dictionary(files.map { ($0.rank, $0.path) }) { first, _ in first }
    for (rank, error) in errors { notes.unread[paths[rank] ?? error.file] = error.description }
    let visited = parts.reduce(into: Set<Int>()) { $0.formUnion($1.visited) }
    for file in files where !file.isStandardInput && !visited.contains(file.rank) {
      notes.empty.insert(file.path)
    }
    return notes
  }
}
