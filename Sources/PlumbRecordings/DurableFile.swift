#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

public import PlumbModel

/// Writes files so that, whatever happens, each is there whole or not at all.
public enum DurableFile {
  /// Writes a file in the place of whatever has its name.
  ///
  /// The bytes go to a temporary file in the same folder, which takes the name once they are on
  /// disk. The folder must exist.
  public static func write(_ bytes: [UInt8], to path: String) throws(RecordingError) {
    try write(bytes, to: path, names: nil)
  }

  /// Writes a file in the place of whatever has its name.
  ///
  /// - Parameter names: Who makes the name last; `nil` for at once.
  static func write(
    _ bytes: [UInt8],
    to path: String,
    names: NewNames?
  ) throws(RecordingError) {
    let writer = try DurableWriter(path)
    try writer.append(bytes)
    try writer.finish(as: path, names: names)
  }

  /// Writes a file in the place of one that is there, and lets nobody read it who could not before.
  ///
  /// A symbolic link stays one: what it leads to is replaced.
  public static func replace(_ path: String, with bytes: [UInt8]) throws(RecordingError) {
    guard let real = System.realPath(path) else { throw System.failure(path) }
    var status = stat()
    guard stat(real, &status) == 0 else { throw System.failure(path) }
    let writer = try DurableWriter(real, mode: status.st_mode & 0o7777)
    try writer.append(bytes)
    try writer.finish()
  }

  /// Removes a file, so that it stays removed; one that is not there is no error.
  static func remove(_ path: String) throws(RecordingError) {
    guard unlink(path) == 0 || errno == ENOENT else { throw System.failure(path) }
  }

  /// Makes a folder with those above it; one that is there already is kept.
  public static func makeFolder(_ path: String) throws(RecordingError) {
    if mkdir(path, 0o755) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, let parent = parent(of: path) else { throw System.failure(path) }
    try makeFolder(parent)
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw System.failure(path) }
  }

  /// Removes a folder if nothing is in it.
  static func removeEmptyFolder(_ path: String) { rmdir(path) }

  /// Writes all bytes, however often it takes.
  static func writeAll(
    _ bytes: [UInt8],
    to descriptor: Int32,
    path: String
  ) throws(RecordingError) {
    var offset = 0
    while offset < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        let rest = UnsafeRawBufferPointer(rebasing: buffer[offset...])
        return systemWrite(descriptor, rest.baseAddress, rest.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw System.failure(path) }
      offset += count
    }
  }

  /// Makes a new name last, too.
  static func synchronize(folder: String) throws(RecordingError) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw System.failure(folder) }
    defer { close(descriptor) }
    // Some file systems cannot synchronise folders, and say so with EINVAL.
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw System.failure(folder) }
  }

  static func parent(of path: String) -> String? {
    guard path != "/", let slash = path.lastIndex(of: "/") else { return nil }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}

private func systemWrite(
  _ descriptor: Int32,
  _ address: UnsafeRawPointer?,
  _ count: Int
) -> Int {
  write(descriptor, address, count)
}
