import PlumbModel

/// Which recordings a session's folder holds, told by the ends of their names.
struct SessionIndex: Sendable {
  /// The path below the folder of each recording, by its digits.
  private(set) var paths: [String: String] = [:]

  /// The recordings that are there although another has the same digits, or none; nobody looks
  /// them up, but a folder that has them is not empty.
  private(set) var others: [String] = []

  /// Whether the folder has no recordings.
  var isEmpty: Bool { paths.isEmpty && others.isEmpty }

  /// Looks into a folder and those in it.
  init(of folder: String) throws(RecordingError) {
    for name in try System.names(in: folder) {
      let path = "\(folder)/\(name)"
      switch try System.status(of: path, followsLinks: false).kind {
      case .folder:
        for inner in try System.names(in: path) { add(inner, path: "\(name)/\(inner)") }
      case .file:
        add(name, path: name)
      case .link, .other:
        continue
      }
    }
  }

  /// Remembers a recording.
  ///
  /// - Returns: The path of the one that had the same digits; `nil` when none had, or it is the
  ///   same.
  mutating func set(_ path: String, for digits: String) -> String? {
    let old = paths.updateValue(path, forKey: digits)
    return old == path ? nil : old
  }

  /// The digits of those among the paths that are there.
  func digits(at paths: [String]) -> Set<String> {
    let wanted = Set(paths)
    return Set(self.paths.filter { wanted.contains($0.value) }.map(\.key))
  }

  private mutating func add(_ name: String, path: String) {
    guard RecordingFile.Format(path: name) == .http else { return }
    guard let digits = Recording.digits(inFileName: name), paths[digits] == nil else {
      others.append(path)
      return
    }
    paths[digits] = path
  }
}
