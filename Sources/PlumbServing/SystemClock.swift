#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The time of day.
enum SystemClock {
  /// The whole seconds since the beginning of 1970, UTC.
  static var secondsSince1970: Int { time(nil) }
}
