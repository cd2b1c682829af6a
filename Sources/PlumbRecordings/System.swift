#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

import PlumbModel

/// The operating system's calls, with a path's error in words.
enum System {
  /// What a path names.
  enum Kind: Hashable, Sendable {
    case file, folder, link, other
  }

  /// What is known of a path.
  struct Status: Hashable, Sendable {
    var kind: Kind
    var size: Int
  }

  /// Looks at a path.
  ///
  /// - Parameter followsLinks: Whether a symbolic link stands for what it leads to.
  static func status(of path: String, followsLinks: Bool = true) throws(RecordingError) -> Status {
    var buffer = stat()
    let result = followsLinks ? stat(path, &buffer) : lstat(path, &buffer)
    guard result == 0 else { throw failure(path) }
    return status(buffer)
  }

  static func status(_ buffer: stat) -> Status {
    let kind: Kind =
      switch buffer.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
    return Status(kind: kind, size: Int(buffer.st_size))
  }

  /// The error of the last call, said of a path.
  static func failure(_ path: String) -> RecordingError {
    let message =
      switch errno {
      case ENOENT: "there is no such file or folder; check the path"
      case EACCES, EPERM: "may not be read; check its permissions"
      case ENOTDIR: "a part of the path is a file, not a folder; check the path"
      case ELOOP: "symbolic links lead in a circle; name the file itself"
      case EMFILE, ENFILE: "too many files are open; raise the limit with `ulimit -n`"
      case ENOSPC, EDQUOT: "the disk is full; make room and try again"
      case EFBIG: "the file would be larger than is allowed; raise the limit with `ulimit -f`"
      case EROFS: "the disk may not be written to; choose another folder"
      default: "cannot be used: \(String(cString: strerror(errno)))"
      }
    return RecordingError(file: path, message: message)
  }

  /// The absolute path without links and dots; `nil` when it leads nowhere.
  static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// The names in a folder that are not hidden, in order of their bytes, and what each names; a
  /// symbolic link is not followed.
  static func entries(
    in folder: String
  ) throws(RecordingError) -> [(name: String, status: Status)] {
    guard let directory = opendir(folder) else { throw failure(folder) }
    defer { closedir(directory) }
    var entries: [(name: String, status: Status)] = []
    while let entry = readdir(directory) {
      let name = name(of: entry)
      guard name.utf8.first != UInt8(ascii: ".") else { continue }
      // Looked up in the folder that is open, not from the root again.
      var buffer = stat()
      guard fstatat(dirfd(directory), name, &buffer, AT_SYMLINK_NOFOLLOW) == 0 else {
        throw failure("\(folder)/\(name)")
      }
      entries.append((name, status(buffer)))
    }
    return entries.sorted { precedes($0.name, $1.name) }
  }

  /// The names in a folder, in order of their bytes.
  ///
  /// - Parameter areHidden: Whether to name those that begin with a dot, or all others.
  static func names(
    in folder: String,
    areHidden: Bool = false
  ) throws(RecordingError) -> [String] {
    guard let directory = opendir(folder) else { throw failure(folder) }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = name(of: entry)
      if name.hasPrefix(".") == areHidden, name != ".", name != ".." { names.append(name) }
    }
    return names.sorted(by: precedes)
  }

  private static func name(of entry: UnsafeMutablePointer<dirent>) -> String {
    withUnsafePointer(to: &entry.pointee.d_name) { pointer in
      pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
  }

  /// Whether a name comes before another, by bytes.
  static func precedes(_ left: String, _ right: String) -> Bool {
    // Thousands of paths with the same beginning are compared: not byte by byte.
    var (left, right) = (left, right)
    return left.withUTF8 { left in
      right.withUTF8 { right in
        let count = min(left.count, right.count)
        guard count > 0, let first = left.baseAddress, let second = right.baseAddress else {
          return left.count < right.count
        }
        let order = memcmp(first, second, count)
        return order == 0 ? left.count < right.count : order < 0
      }
    }
  }
}
