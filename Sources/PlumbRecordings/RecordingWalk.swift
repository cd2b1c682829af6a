import PlumbModel

/// Collects the files of a ``RecordingSet``.
struct RecordingWalk {
  private let limits: RecordingLimits
  private var sessions = SessionFinder()
  private var found: [RecordingFile] = []
  /// What was reached already; `nil` where nothing can be reached twice.
  private var reached: Set<String>?

  /// - Parameter isSingle: Whether one path alone is added: nothing below it is reached twice.
  init(limits: RecordingLimits, isSingle: Bool) {
    self.limits = limits
    reached = isSingle ? nil : []
  }

  /// Adds what a path names.
  mutating func add(_ path: String) throws(RecordingError) {
    if path == "-" {
      guard reached?.insert("-").inserted ?? true else { return }
      found.append(RecordingFile(path: "-", rank: 0, session: "-", format: .ndjson, size: 0))
      return
    }
    let path = Self.withoutSlash(path)
    let status = try System.status(of: path)
    switch status.kind {
    case .folder where RecordingFile.Format(path: path) == nil:
      try addFolder(path)
    case .file:
      guard let format = RecordingFile.Format(path: path) else {
        throw RecordingError(
          file: path,
          message: "expected a file that ends in .http, .har, .ndjson, .jsonl or .json; "
            + "rename it to what it holds"
        )
      }
      let session = try sessions.session(of: path, format: format, root: nil)
      let key = { System.realPath(path) ?? path }
      try addFile(path, key: key, format, size: status.size, session: session)
    default:
      throw RecordingError(file: path, message: InputFile.refusal(of: status.kind))
    }
  }

  /// The set, ranked.
  consuming func finish() -> RecordingSet {
    // The order of the walk is nearly that of the paths.
    var files = found.sorted { left, right in
      if left.isStandardInput != right.isStandardInput { return left.isStandardInput }
      return System.precedes(left.path, right.path)
    }
    for rank in files.indices { files[rank].rank = rank }
    let used = Set(files.map(\.session))
    return RecordingSet(files: files, sessions: sessions.known.filter { used.contains($0.path) })
  }

  private mutating func addFolder(_ root: String) throws(RecordingError) {
    guard let real = System.realPath(root) else { throw System.failure(root) }
    var count = 0
    try walk(root, real: real, root: (root, real), depth: 0, count: &count)
    guard count > 0 else {
      throw RecordingError(
        file: root,
        message: "there is no recording in this folder; expected files that end in .http, .har "
          + "or .ndjson: check the path, or record some"
      )
    }
  }

  private mutating func walk(
    _ folder: String,
    real: String,
    root: (path: String, real: String),
    depth: Int,
    count: inout Int
  ) throws(RecordingError) {
    guard depth <= limits.folderDepth else {
      throw RecordingError(
        file: folder,
        message: "folders are more than \(limits.folderDepth) deep here; "
          + "name a folder further inside"
      )
    }
    let session = try sessions.session(at: folder)
    for (name, status) in try System.entries(in: folder) {
      let path = folder == "/" ? "/\(name)" : "\(folder)/\(name)"
      let format = RecordingFile.Format(path: name)
      switch (status.kind, format) {
      case (.folder, nil):
        try walk(path, real: "\(real)/\(name)", root: root, depth: depth + 1, count: &count)
      case (.file, .http?), (.file, .har?), (.file, .ndjson?):
        guard name != Session.volatileFileName, let format else { continue }
        count += 1
        try addFile(
          path,
          key: { "\(real)/\(name)" },
          format,
          size: status.size,
          session: SessionFinder.path(of: session, file: path, format, root: root.path)
        )
      case (.link, _):
        try checkLink(path, root: root)
      case (.file, _):
        continue
      case (_, .some):
        throw RecordingError(file: path, message: InputFile.refusal(of: status.kind))
      case (.other, nil):
        continue
      }
    }
  }

  private func checkLink(
    _ path: String,
    root: (path: String, real: String)
  ) throws(RecordingError) {
    guard let target = System.realPath(path) else { throw System.failure(path) }
    guard target == root.real || target.hasPrefix(root.real + "/") else {
      throw RecordingError(
        file: path,
        message: "is a symbolic link that leads out of \"\(root.path)\"; "
          + "name what it leads to instead, or copy it into the folder"
      )
    }
  }

  private mutating func addFile(
    _ path: String,
    key: () -> String,
    _ format: RecordingFile.Format,
    size: Int,
    session: String
  ) throws(RecordingError) {
    guard reached?.insert(key()).inserted ?? true else { return }
    guard format == .ndjson || format == .har || size <= limits.fileSize else {
      throw RecordingError(
        file: path,
        message: "has \(size) bytes, and at most \(limits.fileSize) are read at once; "
          + "raise the limit, or split the file"
      )
    }
    found.append(
      RecordingFile(path: path, rank: 0, session: session, format: format, size: size)
    )
  }

  private static func withoutSlash(_ path: String) -> String {
    var path = Substring(path)
    while path.count > 1, path.hasSuffix("/") { path = path.dropLast() }
    return String(path)
  }
}
