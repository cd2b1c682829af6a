#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The limit on the size of files, `ulimit -f`.
enum FileSizeLimit {
  /// Makes passing it an error of writing, which is told in words, and not the end of the process.
  static func makeAnError() { signal(SIGXFSZ, SIG_IGN) }
}
