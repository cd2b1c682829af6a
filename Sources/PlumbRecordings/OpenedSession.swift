import PlumbModel

/// A session's folder, made ready for recording.
struct OpenedSession {
  private(set) var session: Session
  private(set) var index: SessionIndex
  private(set) var made: Set<String> = []
  private(set) var isReplacing: Bool
  let notes: AppendedFile
  let lock: FolderLock

  init(
    folder: String,
    session: Session,
    mode: SessionWriter.Mode
  ) throws(RecordingError) {
    try DurableFile.makeFolder(folder)
    guard let lock = try FolderLock(folder, mode == .replace ? .alone : .shared) else {
      throw Self.inUse(folder)
    }
    let notesPath = "\(folder)/\(Session.volatileFileName)"
    if lock.isAlone { try TemporaryFile.removeAll(in: folder) }
    index = try SessionIndex(of: folder)
    if mode == .fresh, !index.isEmpty { throw Self.notEmpty(folder, index) }
    self.session = try Self.begin(session, in: folder)
    notes = try AppendedFile(notesPath, repairs: lock.isAlone)
    isReplacing = mode == .replace
    if mode == .resume, let made = try SessionNotes.unfinishedReplacement(in: notesPath) {
      guard lock.isAlone else { throw Self.inUse(folder) }
      isReplacing = true
      self.made = index.digits(at: made)
    } else if mode == .replace, !index.isEmpty {
      let note = SessionNote(.replacing, Circumstances(order: 0, start: .now))
      try notes.append(note.encode())
    }
    if !isReplacing { lock.share() }
    self.lock = lock
  }

  /// Reads the `session.json` that is there, or writes it.
  private static func begin(
    _ wanted: Session,
    in folder: String
  ) throws(RecordingError) -> Session {
    let path = "\(folder)/\(Session.fileName)"
    if let found = try SessionFolder.session(at: folder) {
      guard found.api == nil || wanted.api == nil || found.api == wanted.api else {
        throw RecordingError(
          file: folder,
          message: "holds recordings of \"\(found.api ?? "")\", not of \"\(wanted.api ?? "")\"; "
            + "record into another folder"
        )
      }
      return found
    }
    var session = wanted
    session.path = folder
    for (name, text) in [(".gitattributes", attributes), (".gitignore", ignored)] {
      let path = "\(folder)/\(name)"
      guard (try? System.status(of: path, followsLinks: false)) == nil else { continue }
      try DurableFile.write(Array(text.utf8), to: path)
    }
    try DurableFile.write(session.encode(), to: path)
    return session
  }

  /// Keeps git from changing the ends of lines, which belong to the recording.
  private static let attributes = "*.http -text\n*.bin binary\n"

  /// Keeps out of git what differs each time.
  private static let ignored = "\(Session.volatileFileName)\n.plumb-*.tmp\n"

  private static func notEmpty(_ folder: String, _ index: SessionIndex) -> RecordingError {
    let count = index.paths.count + index.others.count
    return RecordingError(
      file: folder,
      message: "holds \(count == 1 ? "a recording" : "\(count) recordings") already; "
        + "--resume goes on where the walk stopped, --replace records anew"
    )
  }

  private static func inUse(_ folder: String) -> RecordingError {
    RecordingError(
      file: folder,
      message: "is being recorded into by another process; wait until it ends, "
        + "or record into another folder"
    )
  }
}
