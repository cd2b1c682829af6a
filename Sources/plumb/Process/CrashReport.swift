#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// What the Swift runtime prints when the process crashes.
enum CrashReport {
  /// Leaves it out: it shows registers and what is in memory beside them, keys among it. Whoever sets
  /// `SWIFT_BACKTRACE` gets it all the same.
  static func leaveOut() {
    guard Environment.value(of: "SWIFT_BACKTRACE") == nil else { return }
    for number in [SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGQUIT, SIGSEGV, SIGTRAP] {
      signal(number, SIG_DFL)
    }
  }
}
