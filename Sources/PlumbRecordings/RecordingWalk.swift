import PlumbModel

/// Collects the files of a ``RecordingSet``.
struct RecordingWalk {
  private let limits: RecordingLimits
  private var sessions = SessionFinder()
  private var found: [String: RecordingFile] = [:]

  init(limits: RecordingLimits) {
    self.limits = limits
  }

  /// Adds what a path names.
  mutating func add(_ path: String) throws(RecordingError) {
    if path == "-" {
      found["-"] = RecordingFile(path: "-", rank: 0, session: "-", format: .ndjson, size: 0)
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
      let key = System.realPath(path) ?? path
      try addFile(path, key: key, format, size: status.size, root: nil)
    default:
      throw RecordingError(file: path, message: InputFile.refusal(of: status.kind))
    }
  }

  /// The set, ranked.
  consuming func finish() -> RecordingSet {
    var files = found.values.sorted { left, right in
      if left.isStandardInput != right.isStandardInput { return left.isStandardInput }
      return System.precedes(left.path, right.path)
    }
    for rank in files.indices { files[rank].rank = rank }
    let used = Set(files.map(\.session))
    return RecordingSet(files: files, sessions: sessions.known.filter { used.contains($0.path) })
  }

  private mutating func addFolder(_ root: String) throws(RecordingError) {
    guard let real = System.realPath(root) else { throw System.failure(root) }
    let before = found.count
    var reached = 0
    try walk(root, real: real, root: (root, real), depth: 0, reached: &reached)
    guard reached > 0 || found.count > before else {
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
    reached: inout Int
  ) throws(RecordingError) {
    guard depth <= limits.folderDepth else {
      throw RecordingError(
        file: folder,
        message: "folders are more than \(limits.folderDepth) deep here; "
          + "name a folder further inside"
      )
    }
    for name in try System.names(in: folder) {
      let path = folder == "/" ? "/\(name)" : "\(folder)/\(name)"
      let status = try System.status(of: path, followsLinks: false)
      let format = RecordingFile.Format(path: name)
      switch (status.kind, format) {
      case (.folder, nil):
        try walk(path, real: "\(real)/\(name)", root: root, depth: depth + 1, reached: &reached)
      case (.file, .http?), (.file, .har?), (.file, .ndjson?):
        guard name != Session.volatileFileName, let format else { continue }
        reached += 1
        try addFile(path, key: "\(real)/\(name)", format, size: status.size, root: root.path)
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
    key: String,
    _ format: RecordingFile.Format,
    size: Int,
    root: String?
  ) throws(RecordingError) {
    guard found[key] == nil else { return }
    guard format == .ndjson || size <= limits.fileSize else {
      throw RecordingError(
        file: path,
        message: "has \(size) bytes, and at most \(limits.fileSize) are read at once; "
          + "raise the limit, or split the file"
      )
    }
    let session = try sessions.session(of: path, format: format, root: root)
    found[key] = RecordingFile(path: path, rank: 0, session: session, format: format, size: size)
  }

  private static func withoutSlash(_ path: String) -> String {
    var path = Substring(path)
    while path.count > 1, path.hasSuffix("/") { path = path.dropLast() }
    return String(path)
  }
}
