public import PlumbModel
import Synchronization

extension SessionWriter {
  /// Ends a walk that came to its end: the names of all recordings are put on disk, and what a walk
  /// that records anew did not make is removed, with what was noted before it. Not to be called for
  /// a walk that was stopped.
  ///
  /// - Parameter operations: The operations that were recorded anew, the recordings of all others
  ///   stay; `nil` for the whole session.
  /// - Returns: The paths of the recordings that were removed, in order.
  @discardableResult
  public func finish(of operations: Set<String>? = nil) throws(RecordingError) -> [String] {
    try names.settle()
    guard isReplacing else { return [] }
    let folders = operations.map { Set($0.map { Self.folderName(of: $0) }) }
    let (stale, kept) = state.withLock { state in
      let old = state.index.paths.filter { !state.made.contains($0.key) }.map(\.value)
      let all = old + state.index.others
      guard let folders else { return (all, Set<String>()) }
      let isStale = { (path: String) in
        path.split(separator: "/").first.map { folders.contains(String($0)) } ?? false
      }
      return (all.filter(isStale), Set(all.filter { !isStale($0) }))
    }
    for path in stale { try RecordedFiles.remove("\(folder)/\(path)") }
    for name in try System.names(in: folder) { DurableFile.removeEmptyFolder("\(folder)/\(name)") }
    try dropOldNotes(but: kept)
    return stale.map { "\(folder)/\($0)" }.sorted(by: System.precedes)
  }

  /// Writes the notes anew, with those of this walk and of the recordings that stay.
  private func dropOldNotes(but kept: Set<String>) throws(RecordingError) {
    let path = "\(folder)/\(Session.volatileFileName)"
    guard let lines = try SessionNotes.linesOfReplacement(in: path, besides: kept) else { return }
    try DurableFile.write(lines, to: path)
  }
}
