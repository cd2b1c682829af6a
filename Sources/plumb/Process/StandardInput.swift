#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

import PlumbModel

/// What is piped into the process.
enum StandardInput {
  /// The most bytes of a body.
  private static let limit = 1 << 30

  /// Whether a person sits at it.
  static var isTerminal: Bool { isatty(0) == 1 }

  /// Reads a body to its end.
  static func body() throws(RecordingError) -> [UInt8] {
    guard let bytes = FileDescriptor(0).readAll(upTo: limit) else {
      throw RecordingError(file: "-", message: "standard input cannot be read")
    }
    guard bytes.count <= limit else {
      throw RecordingError(file: "-", message: "a body has at most \(limit) bytes")
    }
    return bytes
  }
}
