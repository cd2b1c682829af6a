import PlumbChecking
import PlumbModel
import PlumbRecordings

/// Finds what `plumb check` is to read, and says what to do where there is nothing.
enum RecordingFinder {
  /// Where recordings are when no path is given.
  static let standardPath = "recordings"

  /// Returns the files that paths name.
  ///
  /// - Parameters:
  ///   - paths: The paths as they were given; none for ``standardPath``.
  ///   - areBodies: Whether the files are bare bodies, whatever they are called.
  static func files(at paths: [String], areBodies: Bool) throws(Failure) -> [RecordingFile] {
    guard !paths.isEmpty || Folder.exists(standardPath) else {
      throw Failure(.unreadable, nothingFound(in: paths))
    }
    for path in paths where path != "-" && !Folder.exists(path) {
      throw Failure(.unreadable, missing(path))
    }
    guard !areBodies else { return try bodies(at: paths) }
    do throws(RecordingError) {
      return try RecordingSet.find(paths: paths.isEmpty ? [standardPath] : paths).files
    } catch {
      let isEmptyFolder =
        error.file == paths.first ?? standardPath && Folder.isFolder(error.file)
        && RecordingFile.Format(path: error.file) == nil
      throw Failure(.unreadable, isEmptyFolder ? "\(error)\n\(howToRecord)" : error.description)
    }
  }

  /// What to say when no exchange was found.
  static func nothingFound(in paths: [String]) -> String {
    guard paths != ["-"] else {
      return """
        there are no exchanges on standard input
        looked for one exchange a line (NDJSON); one body alone needs --operation ID
        """
    }
    let places = paths.isEmpty ? [standardPath] : paths
    return """
      there are no exchanges in \(places.map { "\"\($0)\"" }.joined(separator: ", "))
      looked for .http, .har and .ndjson files there and in the folders below
      \(howToRecord)
      """
  }

  private static let howToRecord = """
    to make recordings, ask the API with plumb record, or save a HAR file from a browser's
    developer tools; for one body alone: curl -s URL | plumb check - --operation ID
    """

  /// What to say of a path that does not exist: it may be a misspelt command or file.
  static func missing(_ path: String) -> String {
    let parts = path.split(separator: "/", omittingEmptySubsequences: true)
    let name = String(parts.last ?? "")
    let folder = String(path.dropLast(name.count + (path.hasSuffix("/") ? 1 : 0)))
    let names = Folder.names(in: folder.isEmpty ? "." : folder)
    let nearest = Misspelling.nearest(to: name, among: names).map { folder + $0 }
    let remedy = nearest.map { "; did you mean \"\($0)\"?" } ?? "; check the path"
    return "\(path): there is no such file or folder\(remedy)"
  }

  private static func bodies(at paths: [String]) throws(Failure) -> [RecordingFile] {
    for path in paths {
      if Folder.isFolder(path) {
        throw Failure(
          .usage,
          "\(path): is a folder; --operation needs the bodies themselves, as in \(path)/*.json"
        )
      }
      if let format = RecordingFile.Format(path: path), format != .json {
        throw Failure(
          .usage,
          "\(path): is no bare body: its name is that of a recording, which names its own request; "
            + "leave --operation out"
        )
      }
    }
    // In the order of their names, as recordings are: no order of arguments outlasts a merge.
    return paths.sorted(by: FileOrder.precedes).enumerated().map { rank, path in
      let size = Folder.size(ofFile: path)
      return RecordingFile(path: path, rank: rank, session: path, format: .json, size: size)
    }
  }
}
