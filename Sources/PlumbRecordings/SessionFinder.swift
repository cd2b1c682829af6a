import PlumbModel

/// Finds which session a file belongs to: that of the nearest folder above it with a `session.json`.
struct SessionFinder {
  /// The session of each folder that was asked for; `nil` where there is none.
  private var byFolder: [String: Session?] = [:]

  /// The sessions found, in order of their paths' bytes.
  var known: [Session] {
    let sessions = Set(byFolder.values.compactMap(\.self))
    return sessions.sorted { System.precedes($0.path, $1.path) }
  }

  /// Returns the path of a file's session.
  ///
  /// Without a `session.json`, the files of one folder that are named singly are one session, and so
  /// is a folder that is walked; an archive or a stream is a session of its own.
  ///
  /// - Parameter root: The folder that is walked; `nil` for a file that is named singly.
  mutating func session(
    of path: String,
    format: RecordingFile.Format,
    root: String?
  ) throws(RecordingError) -> String {
    let folder = Self.parent(of: path)
    let session = try session(at: folder)
    return Self.path(of: session, file: path, format, root: root ?? folder)
  }

  /// Returns the path of a file's session, once that of its folder is known.
  static func path(
    of session: Session?,
    file path: String,
    _ format: RecordingFile.Format,
    root: String
  ) -> String {
    if let session { return session.path }
    return format == .http ? root : path
  }

  /// Returns the session of a folder: its own, or that of the nearest above it.
  mutating func session(at folder: String) throws(RecordingError) -> Session? {
    if let session = byFolder[folder] { return session }
    var session = try SessionFolder.session(at: folder)
    let isTop = folder == "/" || folder == "." || folder == ".." || folder.hasSuffix("/..")
    if session == nil, !isTop {
      session = try self.session(at: Self.parent(of: folder))
    }
    byFolder.updateValue(session, forKey: folder)
    return session
  }

  private static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
