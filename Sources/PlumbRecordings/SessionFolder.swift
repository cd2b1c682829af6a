public import PlumbModel

/// Reads what marks a folder as a session.
public enum SessionFolder {
  /// Returns the session that a folder is; `nil` when it has no `session.json`, or is none.
  public static func session(at path: String) throws(RecordingError) -> Session? {
    let file = path == "/" ? "/\(Session.fileName)" : "\(path)/\(Session.fileName)"
    guard (try? System.status(of: file)) != nil else { return nil }
    let bytes = try FileReader.bytes(of: file, limit: 1 << 20)
    do throws(RecordingError) {
      return try Session(decoding: bytes, path: path)
    } catch {
      throw error.inFile(file)
    }
  }
}
