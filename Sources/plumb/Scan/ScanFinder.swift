import PlumbModel
import PlumbRecordings

/// Finds the files that `plumb scan` is to look through.
enum ScanFinder {
  /// How deep folders may lie in each other.
  private static let depthLimit = 32

  /// Returns the files that paths name, in order and each once.
  static func files(at paths: [String]) throws(Failure) -> [String] {
    let isStandard = paths.isEmpty
    guard !isStandard || Folder.exists(RecordingFinder.standardPath) else {
      throw Failure(
        .usage,
        """
        there is no folder "\(RecordingFinder.standardPath)" here, and no path was named
        name a file or a folder: plumb scan session.har
        """
      )
    }
    var found: [String] = []
    var seen: Set<String> = []
    func add(_ path: String) {
      if seen.insert(path).inserted { found.append(path) }
    }
    for path in isStandard ? [RecordingFinder.standardPath] : paths {
      if path == "-" || !Folder.isFolder(path) {
        guard path == "-" || Folder.exists(path) else {
          throw Failure(.unreadable, RecordingFinder.missing(path))
        }
        add(path)
        continue
      }
      let files = walk(path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path)
      guard !files.isEmpty else {
        throw Failure(
          .unreadable,
          """
          \(path): there is nothing to look through
          looked for .http, .har, .ndjson, .jsonl and .json files there and in the folders below; \
          other files are looked through when they are named
          """
        )
      }
      for file in files { add(file) }
    }
    return found
  }

  private static func walk(_ folder: String, depth: Int = 0) -> [String] {
    guard depth < depthLimit else { return [] }
    return Folder.names(in: folder).flatMap { name -> [String] in
      let path = folder == "/" ? "/\(name)" : "\(folder)/\(name)"
      if Folder.isFolder(path) {
        return Folder.isLink(path) ? [] : walk(path, depth: depth + 1)
      }
      return RecordingFile.Format(path: name) == nil ? [] : [path]
    }
  }
}
