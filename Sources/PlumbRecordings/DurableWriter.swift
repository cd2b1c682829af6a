#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

public import PlumbModel

/// Writes a file piece by piece; it takes its name when it is whole, or is gone.
public final class DurableWriter {
  private let path: String
  private let file: TemporaryFile
  private var pending: [UInt8] = []
  private var isOpen = true

  /// Begins a file in the place of whatever has its name; the folder must exist.
  public init(_ path: String) throws(RecordingError) {
    self.path = path
    file = try TemporaryFile(for: path)
  }

  /// Begins a file with permissions of its own.
  init(_ path: String, mode: mode_t) throws(RecordingError) {
    self.path = path
    file = try TemporaryFile(for: path)
    guard fchmod(file.descriptor, mode) == 0 else { throw System.failure(path) }
  }

  deinit {
    if isOpen {
      close(file.descriptor)
      unlink(file.path)
    }
  }

  /// Adds bytes.
  public func append(_ bytes: [UInt8]) throws(RecordingError) {
    if pending.count + bytes.count < 1 << 16 {
      pending += bytes
    } else {
      try flush()
      try DurableFile.writeAll(bytes, to: file.descriptor, path: path)
    }
  }

  /// Reads what was added until now, piece by piece.
  func read(_ take: ([UInt8]) throws(RecordingError) -> Void) throws(RecordingError) {
    try flush()
    let input = try InputFile(opening: file.path)
    var piece = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = try input.read(into: &piece, at: 0, count: piece.count)
      guard count > 0 else { return }
      try take(Array(piece[..<count]))
    }
  }

  /// Puts the file on disk, and in its place.
  public func finish() throws(RecordingError) {
    try finish(as: path)
  }

  /// Puts the file on disk, and gives it a name in the same folder.
  ///
  /// - Parameter names: Who makes the name last; `nil` for at once.
  func finish(as path: String, names: NewNames? = nil) throws(RecordingError) {
    try flush()
    guard fsync(file.descriptor) == 0 else { throw System.failure(self.path) }
    guard rename(file.path, path) == 0 else { throw System.failure(path) }
    isOpen = false
    close(file.descriptor)
    if let names { return try names.add(path) }
    try DurableFile.synchronize(folder: DurableFile.parent(of: path) ?? ".")
  }

  private func flush() throws(RecordingError) {
    try DurableFile.writeAll(pending, to: file.descriptor, path: path)
    pending.removeAll(keepingCapacity: true)
  }
}
