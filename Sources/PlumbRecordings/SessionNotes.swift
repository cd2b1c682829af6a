public import PlumbModel

/// Reads the notes of a session, `volatile.ndjson`.
public enum SessionNotes {
  /// Returns the notes in the order written; none when there is no such file.
  ///
  /// Lines that are no notes are passed over: the last one may be cut short.
  ///
  /// - Parameter folder: The session's folder.
  public static func read(in folder: String) throws(RecordingError) -> [SessionNote] {
    try notes(at: "\(folder)/\(Session.volatileFileName)")
  }

  /// The paths recorded since a walk began to record everything anew; `nil` when none began, or it
  /// was finished.
  static func unfinishedReplacement(in path: String) throws(RecordingError) -> [String]? {
    let notes = try notes(at: path)
    guard let begin = notes.lastIndex(where: { $0.subject == .replacing }) else { return nil }
    return notes[begin...].compactMap { note in
      if case .recording(let path) = note.subject { path } else { nil }
    }
  }

  /// Returns the lines of the notes since a walk began to record everything anew; `nil` when none
  /// began.
  ///
  /// - Parameter kept: The recordings that stay, whose notes from before do so, too.
  static func linesOfReplacement(
    in path: String,
    besides kept: Set<String>
  ) throws(RecordingError) -> [UInt8]? {
    let lines = try lines(of: path)
    let begin = lines.lastIndex { SessionNote(decoding: Array($0))?.subject == .replacing }
    guard let begin else { return nil }
    let before = lines[..<begin].filter { line in
      guard !kept.isEmpty, let note = SessionNote(decoding: Array(line)),
        case .recording(let path) = note.subject
      else { return false }
      return kept.contains(path)
    }
    return (before + lines[(begin + 1)...]).flatMap { Array($0) + [UInt8(ascii: "\n")] }
  }

  private static func notes(at path: String) throws(RecordingError) -> [SessionNote] {
    try lines(of: path).compactMap { SessionNote(decoding: Array($0)) }
  }

  private static func lines(of path: String) throws(RecordingError) -> [ArraySlice<UInt8>] {
    guard (try? System.status(of: path)) != nil else { return [] }
    return try FileReader.bytes(of: path).split(separator: UInt8(ascii: "\n"))
  }
}
