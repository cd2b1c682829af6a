#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

import PlumbModel

/// A file that is open for reading, closed when the value goes.
struct InputFile: ~Copyable, Sendable {
  private let descriptor: Int32
  private let path: String
  private let isOwned: Bool

  /// The number of bytes when the file was opened; 0 for a stream.
  let size: Int

  /// Opens a file; a folder or a device is refused.
  init(opening path: String) throws(RecordingError) {
    // A pipe would block in `open`, and a terminal could become ours.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else { throw System.failure(path) }
    var buffer = stat()
    guard fstat(descriptor, &buffer) == 0 else {
      let failure = System.failure(path)
      close(descriptor)
      throw failure
    }
    let status = System.status(buffer)
    guard status.kind == .file else {
      close(descriptor)
      throw RecordingError(file: path, message: Self.refusal(of: status.kind))
    }
    self.descriptor = descriptor
    self.path = path
    isOwned = true
    size = status.size
  }

  /// Reads standard input.
  init(standardInputAs path: String) {
    descriptor = STDIN_FILENO
    self.path = path
    isOwned = false
    size = 0
  }

  deinit {
    if isOwned { close(descriptor) }
  }

  /// Reads into a buffer until `count` bytes more are there or the file ends.
  ///
  /// - Parameter isPartial: Whether to return as soon as anything came, as a stream wants it.
  /// - Returns: How many bytes were read; 0 at the end.
  func read(
    into bytes: inout [UInt8],
    at offset: Int,
    count: Int,
    isPartial: Bool = false
  ) throws(RecordingError) -> Int {
    var total = 0
    while total < count {
      let result = bytes.withUnsafeMutableBytes { buffer in
        let rest = UnsafeMutableRawBufferPointer(
          rebasing: buffer[(offset + total)..<(offset + count)]
        )
        return systemRead(descriptor, rest.baseAddress, rest.count)
      }
      if result < 0, errno == EINTR { continue }
      guard result >= 0 else { throw System.failure(path) }
      total += result
      if result == 0 || isPartial { break }
    }
    return total
  }

  /// Maps the file over memory that begins at a page; whether the system did.
  func map(over space: UnsafeMutableRawPointer, length: Int) -> Bool {
    mmap(space, length, PROT_READ, MAP_PRIVATE | MAP_FIXED, descriptor, 0) != MAP_FAILED
  }

  /// Why something that is no file is refused.
  static func refusal(of kind: System.Kind) -> String {
    kind == .folder
      ? "is a folder, but its name is that of a recording; rename the folder, or name its parent"
      : "is no regular file but a device, a pipe or a socket; use \"-\" to read standard input"
  }
}

private func systemRead(
  _ descriptor: Int32,
  _ address: UnsafeMutableRawPointer?,
  _ count: Int
) -> Int {
  read(descriptor, address, count)
}
