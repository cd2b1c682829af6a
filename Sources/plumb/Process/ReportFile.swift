#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

import PlumbModel
import PlumbRecordings

/// Writes the file of a report, or of another document.
enum ReportFile {
  /// Makes sure, before the work is done, that a report can be written to a path.
  ///
  /// - Parameter what: What is to be written, in the words of errors.
  static func prepare(_ path: String, _ what: String = "report") throws(Failure) {
    guard !isStream(path) else { return }
    guard !Folder.isFolder(path) else {
      throw Failure(.fault, "\(path): the \(what) cannot be written: this is a folder; name a file")
    }
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    guard Folder.isFolder(folder) else {
      throw Failure(
        .fault,
        "\(path): the \(what) cannot be written: there is no folder \"\(folder)\"; make it first"
      )
    }
    guard access(folder, W_OK) == 0 else {
      throw Failure(
        .fault,
        "\(path): the \(what) cannot be written: the folder \"\(folder)\" is not yours to write in"
      )
    }
  }

  /// Writes a file that is whole or not there; a device or a pipe gets the bytes as they come.
  ///
  /// - Parameter what: What is written, in the words of errors.
  static func write(
    _ bytes: [UInt8],
    to path: String,
    _ what: String = "report"
  ) throws(Failure) {
    guard isStream(path) else {
      do throws(RecordingError) {
        return try DurableFile.write(bytes, to: path)
      } catch {
        throw Failure(.fault, "\(path): the \(what) cannot be written: \(error.message)")
      }
    }
    let number = open(path, O_WRONLY)
    guard number >= 0 else { throw Failure(.fault, "\(path): the \(what) cannot be written there") }
    let file = FileDescriptor(number)
    defer { file.close() }
    guard file.writeAll(bytes) == nil else {
      throw Failure(.fault, "\(path): the \(what) cannot be written there")
    }
  }

  /// Whether a path leads to something that must not be replaced by a file.
  static func isStream(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return false }
    return status.st_mode & S_IFMT != S_IFREG && status.st_mode & S_IFMT != S_IFDIR
  }
}
