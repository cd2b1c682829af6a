#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

import PlumbModel

/// A new file that nobody else has, beside the one whose name it will take.
///
/// Its name is hidden, so that nobody reads it, and says what it is, so that one left behind by a
/// process that was killed can be removed.
struct TemporaryFile {
  private static let prefix = ".plumb-"
  private static let suffix = ".tmp"

  /// Where it is.
  let path: String

  /// The file, open for writing; whoever makes it closes it.
  let descriptor: Int32

  /// Makes a file in the folder of `target`.
  init(for target: String) throws(RecordingError) {
    let folder = DurableFile.parent(of: target) ?? (target.hasPrefix("/") ? "" : ".")
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    var number = time.tv_sec &* 1_000_000_000 &+ time.tv_nsec
    while true {
      let path = "\(folder)/\(Self.prefix)\(getpid())-\(number)\(Self.suffix)"
      let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o644)
      if descriptor >= 0 {
        self.path = path
        self.descriptor = descriptor
        return
      }
      guard errno == EEXIST else { throw System.failure(target) }
      number &+= 1
    }
  }

  /// Whether a name is one that ``init(for:)`` makes.
  static func isName(_ name: String) -> Bool {
    name.hasPrefix(prefix) && name.hasSuffix(suffix)
  }

  /// Removes what was left behind in a folder and the folders in it.
  static func removeAll(in folder: String) throws(RecordingError) {
    for name in try System.names(in: folder, areHidden: true) where isName(name) {
      unlink("\(folder)/\(name)")
    }
    for name in try System.names(in: folder) {
      let inner = "\(folder)/\(name)"
      guard try System.status(of: inner, followsLinks: false).kind == .folder else { continue }
      for name in try System.names(in: inner, areHidden: true) where isName(name) {
        unlink("\(inner)/\(name)")
      }
    }
  }
}
