#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

import PlumbModel
import PlumbRecordings

/// Writes the file of a report.
enum ReportFile {
  /// Writes a file that is whole or not there; a device or a pipe gets the bytes as they come.
  static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    guard isStream(path) else {
      do throws(RecordingError) {
        return try DurableFile.write(bytes, to: path)
      } catch {
        throw Failure(.fault, "the report cannot be written: \(error)")
      }
    }
    let number = open(path, O_WRONLY)
    guard number >= 0 else { throw Failure(.fault, "\(path): the report cannot be written there") }
    let file = FileDescriptor(number)
    defer { file.close() }
    guard file.writeAll(bytes) == nil else {
      throw Failure(.fault, "\(path): the report cannot be written there")
    }
  }

  /// Whether a path leads to something that must not be replaced by a file.
  private static func isStream(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return false }
    return status.st_mode & S_IFMT != S_IFREG && status.st_mode & S_IFMT != S_IFDIR
  }
}
