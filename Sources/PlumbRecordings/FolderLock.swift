#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

import PlumbModel

/// Who records in a folder: one alone, or several together.
///
/// The lock is on the folder itself, so that no file is left behind, and the system lifts it when
/// the process ends, however it ends. Where a file system knows no locks, everyone is let in.
final class FolderLock: Sendable {
  /// What is asked for.
  enum Claim {
    /// To be alone as long as the lock is held.
    case alone
    /// To share the folder; alone at first if nobody else is there.
    case shared
  }

  private let descriptor: Int32
  private let isKnown: Bool

  /// Whether nobody else records in the folder, so that what was left over may be removed.
  let isAlone: Bool

  /// Locks a folder.
  ///
  /// - Returns: `nil` when it cannot be had alone.
  init?(_ folder: String, _ claim: Claim) throws(RecordingError) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw System.failure(folder) }
    let first = Self.lock(descriptor, LOCK_EX | LOCK_NB)
    if first == EWOULDBLOCK, claim == .alone {
      close(descriptor)
      return nil
    }
    self.descriptor = descriptor
    isAlone = first == 0
    isKnown = first == 0 || first == EWOULDBLOCK
    if first == EWOULDBLOCK { _ = Self.lock(descriptor, LOCK_SH) }
  }

  /// Lets others in.
  func share() {
    if isKnown, isAlone { _ = Self.lock(descriptor, LOCK_SH) }
  }

  deinit {
    close(descriptor)
  }

  /// Returns 0, or the number of the error.
  private static func lock(_ descriptor: Int32, _ operation: Int32) -> Int32 {
    while flock(descriptor, operation) != 0 {
      guard errno == EINTR else { return errno }
    }
    return 0
  }
}
