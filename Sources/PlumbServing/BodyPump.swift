#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

import NIOCore
import PlumbModel

/// Hands out a body piece by piece, so that a long one is never in memory twice, and one in a file
/// not even once.
struct BodyPump {
  /// The most bytes of a piece.
  static let pieceSize = 1 << 17

  /// How many bytes were handed out.
  private(set) var position = 0

  /// Whether all was handed out, the mark of the end included.
  private(set) var isDone = false

  private let source: Source
  private let end: Int
  private let isChunked: Bool
  private let isWhole: Bool
  private let piece: Int

  private enum Source {
    case bytes([UInt8])
    case file(BodyFile, start: Int)
  }

  /// Prepares a body.
  ///
  /// - Parameters:
  ///   - cut: After how many bytes to stop; `nil` for all of them.
  /// - Returns: `nil` when its file is not there or shorter than it should be.
  init?(_ body: ServedResponse.Body, cut: Int?, isChunked: Bool) {
    let count: Int
    switch body {
    case .bytes(let bytes):
      source = .bytes(bytes)
      count = bytes.count
    case .file(let path, let range):
      guard let file = BodyFile(path: path), file.size >= range.upperBound else { return nil }
      source = .file(file, start: range.lowerBound)
      count = range.count
    case .stream: return nil
    }
    end = min(max(cut ?? count, 0), count)
    isWhole = cut == nil
    self.isChunked = isChunked
    // Several chunks even of a short body: clients shall have something to put together.
    piece = isChunked ? min(Self.pieceSize, max((count + 2) / 3, 1)) : Self.pieceSize
    isDone = end == 0 && !(isChunked && isWhole)
  }

  /// Returns the next piece; `nil` when the file cannot be read any longer.
  mutating func next(_ allocator: ByteBufferAllocator) -> ByteBuffer? {
    let count = min(piece, end - position)
    var buffer = allocator.buffer(capacity: count + 32)
    if count > 0 {
      if isChunked { buffer.writeString("\(String(count, radix: 16))\r\n") }
      guard write(count, into: &buffer) else { return nil }
      if isChunked { buffer.writeStaticString("\r\n") }
      position += count
    }
    if position == end {
      if isChunked, isWhole { buffer.writeStaticString("0\r\n\r\n") }
      isDone = true
    }
    return buffer
  }

  private func write(_ count: Int, into buffer: inout ByteBuffer) -> Bool {
    switch source {
    case .bytes(let bytes):
      buffer.writeBytes(bytes[position..<(position + count)])
      return true
    case .file(let file, let start):
      let written = buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: count) { room in
        file.read(
          into: UnsafeMutableRawBufferPointer(rebasing: room[..<count]),
          at: start + position
        )
      }
      return written == count
    }
  }
}

/// An open file with a body in it.
private final class BodyFile: Sendable {
  let size: Int
  private let descriptor: Int32

  init?(path: String) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else { return nil }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      return nil
    }
    size = Int(status.st_size)
  }

  deinit { close(descriptor) }

  /// Fills a buffer from an offset on; returns how many bytes there were.
  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) -> Int {
    var filled = 0
    while filled < buffer.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
      let count = pread(descriptor, rest.baseAddress, rest.count, off_t(offset + filled))
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      filled += count
    }
    return filled
  }
}
