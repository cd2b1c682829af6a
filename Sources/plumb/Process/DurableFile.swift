#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Writes files that are whole or not there.
enum DurableFile {
  /// Writes a file beside its place, waits for the disk, then moves it into place.
  ///
  /// - Throws: ``Failure`` with ``ExitStatus/fault`` when the system refuses.
  static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    let temporary = "\(path).\(getpid()).tmp"
    let number = open(temporary, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard number >= 0 else { throw refusal(path, errno) }
    let file = FileDescriptor(number)
    let code = file.writeAll(bytes) ?? file.synchronize()
    file.close()
    if let code {
      unlink(temporary)
      throw refusal(path, code)
    }
    guard rename(temporary, path) == 0 else {
      let code = errno
      unlink(temporary)
      throw refusal(path, code)
    }
  }

  private static func refusal(_ path: String, _ code: Int32) -> Failure {
    let remedy =
      code == ENOENT ? "; make its folder first" : code == EISDIR ? "; name a file in it" : ""
    return Failure(
      .fault,
      "\(path): the report cannot be written: \(SystemError.words(for: code))\(remedy)"
    )
  }
}
