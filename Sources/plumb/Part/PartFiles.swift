import PlumbChecking
import PlumbModel
import PlumbRecordings

/// Finds and reads the parts that paths name.
enum PartFiles {
  /// A part, with where it stands.
  struct Found: Sendable {
    var line: PartLine
    /// The file, with the number of the line where it has several.
    var place: String
  }

  /// The most bytes of one file.
  private static let limit = 1 << 34

  /// Reads all parts of files, folders and standard input (`-`).
  ///
  /// - Throws: ``Failure`` for what holds none, or something else.
  static func read(_ paths: [String]) throws(Failure) -> [Found] {
    var found: [Found] = []
    for path in paths {
      guard path != "-" else {
        found += try lines(of: standardInput(), "-")
        continue
      }
      guard Folder.exists(path) else { throw Failure(.unreadable, RecordingFinder.missing(path)) }
      guard Folder.isFolder(path) else {
        found += try lines(of: bytes(of: path), path)
        continue
      }
      found += try parts(inFolder: path)
    }
    return found
  }

  /// The parts in a folder; what other engines leave there besides is passed over by its name.
  private static func parts(inFolder folder: String) throws(Failure) -> [Found] {
    var found: [Found] = []
    for name in Folder.names(in: folder) where !name.hasPrefix("_") {
      let path = "\(folder)/\(name)"
      guard !Folder.isFolder(path), Folder.size(ofFile: path) > 0 else { continue }
      found += try lines(of: bytes(of: path), path)
    }
    guard !found.isEmpty else {
      throw Failure(
        .unreadable,
        "\(folder): there is no part in this folder; plumb check --partial writes parts"
      )
    }
    return found
  }

  private static func lines(of bytes: [UInt8], _ path: String) throws(Failure) -> [Found] {
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    guard !lines.isEmpty else {
      throw Failure(.unreadable, "\(path): is empty; expected parts, one on a line")
    }
    var found: [Found] = []
    for (index, line) in lines.enumerated() {
      let place = lines.count == 1 ? path : "\(path):\(index + 1)"
      let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      do throws(PartError) {
        found.append(Found(line: try PartLine(line), place: place))
      } catch {
        throw Failure(.unreadable, "\(place): \(error)")
      }
    }
    return found
  }

  private static func bytes(of path: String) throws(Failure) -> [UInt8] {
    if ReportFile.isStream(path), let file = FileDescriptor(reading: path) {
      defer { file.close() }
      if let bytes = file.readAll(upTo: limit) { return bytes }
    }
    do throws(RecordingError) {
      return try FileReader.bytes(of: path, limit: limit)
    } catch {
      throw Failure(.unreadable, error.description)
    }
  }

  private static func standardInput() throws(Failure) -> [UInt8] {
    guard let bytes = FileDescriptor(0).readAll(upTo: limit) else {
      throw Failure(.unreadable, "-: standard input cannot be read")
    }
    return bytes
  }
}
