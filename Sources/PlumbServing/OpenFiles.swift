#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// How many files, and so connections, the process may have open.
public enum OpenFiles {
  /// Raises the limit as far as the system lets this user; returns what it is then.
  @discardableResult
  public static func raiseLimit() -> Int {
    var limit = rlimit()
    #if canImport(Glibc)
    let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    #else
    let resource = RLIMIT_NOFILE
    #endif
    guard getrlimit(resource, &limit) == 0 else { return 0 }
    let most = min(limit.rlim_max, 1 << 20)
    if limit.rlim_cur < most {
      limit.rlim_cur = most
      guard setrlimit(resource, &limit) == 0 else { return 0 }
    }
    return Int(limit.rlim_cur)
  }
}
