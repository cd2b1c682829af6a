#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// What the operating system's error numbers mean.
enum SystemError {
  /// Returns the words for an error number, in lower case.
  static func words(for code: Int32) -> String {
    switch code {
    case ENOENT: "no such file or folder"
    case EACCES, EPERM: "not allowed"
    case EISDIR: "it is a folder"
    case ENOTDIR: "a part of the path is no folder"
    case ENOSPC: "the disk is full"
    case EROFS: "the disk is read-only"
    default: "error \(code) of the system"
    }
  }
}
