#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

import PlumbModel
import Synchronization

/// A file of lines that several processes append to at once.
///
/// A line goes out in one call, which the system keeps together. A line that was cut short, because
/// the disk was full or the process killed, is closed by the next, and readers pass over it.
final class AppendedFile: Sendable {
  private let path: String
  private let descriptor: Int32
  private let isCut: Mutex<Bool>

  /// Opens a file, making it when it is not there.
  ///
  /// - Parameter repairs: Whether to cut off a last line without an end; only for who is alone.
  init(_ path: String, repairs: Bool) throws(RecordingError) {
    let flags = O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW
    let descriptor = open(path, flags, 0o644)
    guard descriptor >= 0 else { throw System.failure(path) }
    self.path = path
    self.descriptor = descriptor
    let end = Self.endOfLines(descriptor)
    let size = lseek(descriptor, 0, SEEK_END)
    let isCut = end < size
    let isRepaired = isCut && repairs && ftruncate(descriptor, end) == 0
    self.isCut = Mutex(isCut && !isRepaired)
  }

  deinit {
    close(descriptor)
  }

  /// The number of bytes in the file.
  var size: Int { max(Int(lseek(descriptor, 0, SEEK_END)), 0) }

  /// Adds a line, which must have its end.
  func append(_ line: [UInt8]) throws(RecordingError) {
    let failure = isCut.withLock { isCut -> RecordingError? in
      let bytes = isCut ? [UInt8(ascii: "\n")] + line : line
      var count: Int
      repeat {
        count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      } while count < 0 && errno == EINTR
      if count < 0 { return System.failure(path) }
      isCut = count < bytes.count
      guard isCut else { return nil }
      return RecordingError(file: path, message: "the disk is full; make room and try again")
    }
    if let failure { throw failure }
  }

  /// Where the last line that has an end ends.
  private static func endOfLines(_ descriptor: Int32) -> off_t {
    var end = lseek(descriptor, 0, SEEK_END)
    var piece = [UInt8](repeating: 0, count: 4096)
    while end > 0 {
      let start = max(end - off_t(piece.count), 0)
      let count = piece.withUnsafeMutableBytes { buffer in
        pread(descriptor, buffer.baseAddress, Int(end - start), start)
      }
      guard count > 0 else { return end }
      if let last = piece[..<count].lastIndex(of: UInt8(ascii: "\n")) {
        return start + off_t(last) + 1
      }
      end = start
    }
    return 0
  }
}
