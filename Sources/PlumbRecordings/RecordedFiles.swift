public import PlumbModel

/// The files of one exchange on disk: the recording, and a body that stands beside it.
///
/// The name of the body's file has 12 digits of its SHA-256, so that the recording that is there
/// and the one that takes its place never share a body: whenever the process is killed, a recording
/// has its own.
public struct RecordedFiles: Sendable {
  private let files: Recording.Files

  init(_ files: Recording.Files) {
    self.files = files
  }

  /// Writes the files in the place of those that have their names.
  ///
  /// - Parameters:
  ///   - path: The path of the recording, in a folder that is there.
  ///   - names: Who makes the names last.
  func write(to path: String, names: NewNames) throws(RecordingError) {
    let old = Self.body(of: path)
    let new = files.body.map { _ in Self.bodyPath(of: path, sha256: files.sha256) }
    if let body = files.body, let new { try DurableFile.write(body, to: new) }
    try write(to: path, in: names, replacing: old == new ? nil : old)
  }

  /// Writes the recording, whose body is there, and removes the one that it had before.
  private func write(
    to path: String,
    in names: NewNames,
    replacing old: String?
  ) throws(RecordingError) {
    try DurableFile.write(files.recording, to: path, names: names)
    guard let old else { return }
    // The name of the recording must last before what it spoke of until now is gone.
    try names.settle()
    try DurableFile.remove(old)
  }

  /// Returns the exchange that a recording and the body beside it hold.
  ///
  /// - Parameter verifying: Whether the body must have the recorded SHA-256.
  public static func read(
    _ path: String,
    limit: Int = 1 << 30,
    verifying: Bool = false
  ) throws(RecordingError) -> Exchange {
    let bytes = try FileReader.bytes(of: path, limit: limit)
    let sha256 = Recording.besideSHA256(of: bytes)
    let beside = try sha256.map { sha256 throws(RecordingError) in
      try FileReader.bytes(of: bodyPath(of: path, sha256: sha256), limit: limit)
    }
    do throws(RecordingError) {
      return try Recording.decode(bytes, beside: beside, verifying: verifying)
    } catch {
      throw error.inFile(path)
    }
  }

  /// Writes a recording whose body is in a file already.
  func write(
    to path: String,
    body: DurableWriter,
    names: NewNames
  ) throws(RecordingError) {
    let old = Self.body(of: path)
    let new = Self.bodyPath(of: path, sha256: files.sha256)
    try body.finish(as: new)
    try write(to: path, in: names, replacing: old == new ? nil : old)
  }

  /// Removes a recording with its body; one that is not there is no error.
  static func remove(_ path: String) throws(RecordingError) {
    let body = body(of: path)
    try DurableFile.remove(path)
    if let body { try DurableFile.remove(body) }
  }

  /// The path of the file that holds a recording's body.
  static func bodyPath(of path: String, sha256: String) -> String {
    "\(path.hasSuffix(".http") ? String(path.dropLast(5)) : path).\(sha256.prefix(12)).bin"
  }

  /// The path of the file that holds the body of the recording at a path; `nil` when there is none.
  static func body(of path: String) -> String? {
    guard
      let status = try? System.status(of: path, followsLinks: false), status.kind == .file,
      let bytes = try? FileReader.bytes(of: path)
    else { return nil }
    return Recording.besideSHA256(of: bytes).map { bodyPath(of: path, sha256: $0) }
  }
}
