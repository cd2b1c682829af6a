#if Live
#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// A folder for recordings that nobody wants to keep, gone with the process that made it.
struct Spool {
  /// The folder.
  let path: String

  /// Makes a folder of our own in the system's folder for such things.
  init() throws(Failure) {
    let root = Environment.value(of: "TMPDIR") ?? "/tmp"
    var name = Array("\(root)/plumb-live-XXXXXX".utf8CString)
    guard mkdtemp(&name) != nil else {
      throw Failure(.fault, "\(root): no folder can be made here; set TMPDIR to another")
    }
    path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Removes the folder with everything in it.
  func remove() { Self.remove(path, depth: 0) }

  private static func remove(_ path: String, depth: Int) {
    // Ours are two folders deep, and nothing in them is a link.
    if depth < 4, Folder.isFolder(path) {
      for name in Folder.names(in: path, hidden: true) {
        remove("\(path)/\(name)", depth: depth + 1)
      }
      rmdir(path)
    } else {
      unlink(path)
    }
  }
}
#endif
