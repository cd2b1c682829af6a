import Foundation

/// Where things are in this repository, and beside it.
package enum Repository {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The path of a file or folder, named from the root of the repository.
  package static func path(_ relative: String) -> String {
    root.appending(path: relative).standardizedFileURL.path
  }

  /// The text of a file, named from the root of the repository.
  package static func text(_ relative: String) throws -> String {
    try String(contentsOfFile: path(relative), encoding: .utf8)
  }
}
