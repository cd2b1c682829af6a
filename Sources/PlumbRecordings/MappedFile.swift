#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

import PlumbModel

/// A large file that is read where it lies, without a copy of it in memory.
///
/// What was read can be let go, so that the memory in use stays the same however long the file is.
/// A file that is cut shorter while it is read ends the process: the system knows no other way.
struct MappedFile: ~Copyable {
  /// The number of bytes of the file.
  let count: Int

  private let start: UnsafeMutableRawPointer
  private let length: Int
  /// The bytes that are let go at a time.
  private static let step = 32 << 20
  private var forgotten = 0

  /// Maps a file; a folder or a device is refused.
  init(_ path: String) throws(RecordingError) {
    let file = try InputFile(opening: path)
    let page = Int(getpagesize())
    // Scans stop at the zero bytes behind the text, of which the last page may hold too few.
    let size = (file.size / page + 2) * page
    let space = try Self.map(file, path, size)
    count = file.size
    length = size
    start = space
  }

  private static func map(
    _ file: borrowing InputFile,
    _ path: String,
    _ length: Int
  ) throws(RecordingError) -> UnsafeMutableRawPointer {
    guard let space = mmap(nil, length, PROT_READ, MAP_PRIVATE | MAP_ANON, -1, 0),
      space != MAP_FAILED
    else { throw System.failure(path) }
    guard file.size == 0 || file.map(over: space, length: file.size) else {
      let failure = System.failure(path)
      munmap(space, length)
      throw failure
    }
    return space
  }

  deinit { munmap(start, length) }

  /// Calls a function with the bytes; at least ``ExchangeLayout/padding`` zero bytes follow them.
  func withBytes<Result, Failure: Error>(
    _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let bytes = UnsafeRawBufferPointer(start: start, count: count + ExchangeLayout.padding)
    return try body(bytes.assumingMemoryBound(to: UInt8.self).span)
  }

  /// Lets go what stands before an offset; it is read again if it is asked for.
  mutating func forget(before offset: Int) {
    guard offset - forgotten >= 2 * Self.step else { return }
    let end = (offset / Self.step - 1) * Self.step
    madvise(start + forgotten, end - forgotten, MADV_DONTNEED)
    forgotten = end
  }
}
