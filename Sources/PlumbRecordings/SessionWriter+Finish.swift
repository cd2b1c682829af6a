public import PlumbModel
import Synchronization

extension SessionWriter {
  /// Ends a walk that came to its end: the names of all recordings are put on disk, and what a walk that records anew did not make is removed, with
  /// what was noted before it. Not to be called for a walk that was stopped.
  ///
  /// - Returns: The paths of the recordings that were removed, in order.
  @discardableResult
  public func finish() throws(RecordingError) -> [String] {
    try names.settle()
    guard isReplacing else { return [] }
    let stale = state.withLock { state in
      state.index.paths.filter { !state.made.contains($0.key) }.map(\.value) + state.index.others
    }
    for path in stale { try RecordedFiles.remove("\(folder)/\(path)") }
    for name in try System.names(in: folder) { DurableFile.removeEmptyFolder("\(folder)/\(name)") }
    try dropOldNotes()
    return stale.map { "\(folder)/\($0)" }.sorted(by: System.precedes)
  }

  /// Writes the notes anew, with those of this walk alone.
  private func dropOldNotes() throws(RecordingError) {
    let path = "\(folder)/\(Session.volatileFileName)"
    guard let lines = try SessionNotes.linesOfReplacement(in: path) else { return }
    try DurableFile.write(lines, to: path)
  }
}
