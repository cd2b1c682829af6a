#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// The operating system's numbers for what can happen to a connection.
enum ConnectionErrors {
  static let refused = ECONNREFUSED
  static let reset = ECONNRESET
  static let brokenPipe = EPIPE
}
