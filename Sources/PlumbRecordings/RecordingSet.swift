public import PlumbModel

/// The recordings that paths name, in one order whatever the disk's.
public struct RecordingSet: Hashable, Sendable {
  /// The files, in order of their paths' bytes; standard input comes first.
  public var files: [RecordingFile]

  /// The sessions that the files belong to and that say so, in order of their paths' bytes.
  public var sessions: [Session]

  /// Creates a set.
  public init(files: [RecordingFile], sessions: [Session] = []) {
    self.files = files
    self.sessions = sessions
  }

  /// Finds the recordings that paths name.
  ///
  /// A folder is walked with all that are in it; hidden names, `volatile.ndjson`, bare bodies
  /// (`.json`) and files of other kinds are passed over there. A file that is reached twice counts
  /// once. Symbolic links are followed when they are named, not when they are found: what they lead
  /// to inside the folder is read anyway, and one that leads out of it is refused.
  ///
  /// - Parameters:
  ///   - paths: Files, folders, and `-` for NDJSON on standard input.
  ///   - limits: How large recordings may be.
  /// - Throws: ``RecordingError`` for a path that leads nowhere, a folder without recordings, a file
  ///   that may not be read, is none or is too large, and a session of a newer format.
  public static func find(
    paths: [String],
    limits: RecordingLimits = RecordingLimits()
  ) throws(RecordingError) -> RecordingSet {
    var walk = RecordingWalk(limits: limits, isSingle: paths.count == 1)
    for path in paths {
      try walk.add(path)
    }
    return walk.finish()
  }
}
