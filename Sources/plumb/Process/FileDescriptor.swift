#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// An open file of the operating system.
struct FileDescriptor {
  private let number: Int32

  /// Takes over an open file.
  init(_ number: Int32) {
    self.number = number
  }

  /// Opens a device or a pipe for writing; `nil` when that fails.
  init?(writing path: String) {
    let number = open(path, O_WRONLY)
    guard number >= 0 else { return nil }
    self.number = number
  }

  /// Opens a device or a pipe for reading; `nil` when that fails.
  init?(reading path: String) {
    let number = open(path, O_RDONLY)
    guard number >= 0 else { return nil }
    self.number = number
  }

  /// Writes all bytes, however often it takes; returns the error number when that fails.
  func writeAll(_ bytes: [UInt8]) -> Int32? {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(number, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return errno }
      rest = rest.dropFirst(count)
    }
    return nil
  }

  /// Reads to the end, or to one byte more than a limit; `nil` when that fails.
  func readAll(upTo limit: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    while bytes.count <= limit {
      var failure = false
      let chunk = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
        let size = read(number, buffer.baseAddress, buffer.count)
        failure = size < 0
        count = max(size, 0)
      }
      if failure, errno == EINTR { continue }
      guard !failure else { return nil }
      guard !chunk.isEmpty else { return bytes }
      bytes += chunk
    }
    return bytes
  }

  /// Waits until everything written is on the disk; returns the error number when that fails.
  func synchronize() -> Int32? { fsync(number) == 0 ? nil : errno }

  /// Closes the file.
  func close() { _ = closeFile(number) }
}

private func closeFile(_ number: Int32) -> Int32 { close(number) }
