import PlumbModel
import Synchronization

/// Makes the names of new files last through a loss of power, many at once.
///
/// What is in a file is on disk before it gets its name. The name itself lasts once its folder is put
/// on disk, which takes as long as all the rest of recording a small exchange; so that is done at most
/// once in a while. Whatever ends the process, names are not lost by that.
final class NewNames: Sendable {
  private struct State {
    var folders: Set<String> = []
    var last: ContinuousClock.Instant?
  }

  private let pause: Duration
  private let state = Mutex(State())

  /// Creates a keeper of names.
  ///
  /// - Parameter pause: How long folders are left alone after they were put on disk.
  init(pause: Duration = .milliseconds(250)) {
    self.pause = pause
  }

  /// Takes note of a new name; puts it on disk at once unless that was done just before.
  func add(_ path: String) throws(RecordingError) {
    let folder = DurableFile.parent(of: path) ?? "."
    let isDue = state.withLock { state in
      state.folders.insert(folder)
      return state.last.map { .now - $0 >= pause } ?? true
    }
    if isDue { try settle() }
  }

  /// Puts all names on disk.
  func settle() throws(RecordingError) {
    let folders = state.withLock { state in
      defer { state.folders = [] }
      return state.folders.sorted()
    }
    for folder in folders { try DurableFile.synchronize(folder: folder) }
    state.withLock { $0.last = .now }
  }
}
