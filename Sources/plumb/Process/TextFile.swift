#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Reads small text files.
enum TextFile {
  /// The most that is read, in bytes.
  static let limit = 1 << 24

  /// Returns the lines of a file without their ends; `nil` when it cannot be read.
  static func lines(of path: String) -> [String]? {
    let number = open(path, O_RDONLY)
    guard number >= 0 else { return nil }
    let file = FileDescriptor(number)
    defer { file.close() }
    guard let bytes = file.readAll(upTo: limit), bytes.count <= limit else { return nil }
    return bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
      String(decoding: $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0, as: UTF8.self)
    }
  }
}
