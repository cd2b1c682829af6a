public import PlumbModel

/// Reads whole files.
public enum FileReader {
  /// Returns the bytes of a file.
  ///
  /// - Parameters:
  ///   - path: The file; a folder or a device is refused.
  ///   - limit: The most bytes it may have.
  public static func bytes(of path: String, limit: Int = 1 << 30) throws(RecordingError) -> [UInt8]
  {
    var bytes: [UInt8] = []
    let count = try read(path, into: &bytes, limit: limit)
    bytes.removeSubrange(count...)
    return bytes
  }

  /// Reads a file into a buffer that grows when it must.
  ///
  /// - Parameter start: Where in the buffer the file begins; what is before is kept.
  /// - Returns: The number of bytes; at least ``ExchangeLayout/padding`` zero bytes follow them.
  static func read(
    _ path: String,
    into bytes: inout [UInt8],
    at start: Int = 0,
    limit: Int
  ) throws(RecordingError) -> Int {
    let file = try InputFile(opening: path)
    var capacity = file.size
    var count = 0
    // A file may grow while it is read: read on until nothing comes.
    while true {
      guard capacity <= limit else { throw tooLarge(path, capacity, limit) }
      grow(&bytes, to: start + capacity + 1 + ExchangeLayout.padding)
      let read = try file.read(into: &bytes, at: start + count, count: capacity + 1 - count)
      count += read
      if count <= capacity { break }
      capacity = max(capacity * 2, 4096)
    }
    let end = start + count
    for index in end..<(end + ExchangeLayout.padding) { bytes[index] = 0 }
    return count
  }

  /// Makes a buffer at least so long.
  static func grow(_ bytes: inout [UInt8], to count: Int) {
    guard bytes.count < count else { return }
    bytes.reserveCapacity(count)
    bytes.append(contentsOf: repeatElement(0, count: count - bytes.count))
  }

  private static func tooLarge(_ path: String, _ size: Int, _ limit: Int) -> RecordingError {
    RecordingError(
      file: path,
      message: "has \(size) bytes, and at most \(limit) are read at once; "
        + "raise the limit, or split the file"
    )
  }
}
