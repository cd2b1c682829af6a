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
  /// Without a `session.json`, the folder that was walked is one session, and so are the files of
  /// one folder that are named singly; an archive or a stream is a session of its own.
  mutating func session(
    of path: String,
    format: RecordingFile.Format,
    root: String?
  ) throws(RecordingError) -> String {
    let folder = Self.parent(of: path)
    if let session = try session(at: folder) { return session.path }
    switch format {
    case .http: return root ?? folder
    case .har, .ndjson, .json: return path
    }
  }

  private mutating func session(at folder: String) throws(RecordingError) -> Session? {
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
