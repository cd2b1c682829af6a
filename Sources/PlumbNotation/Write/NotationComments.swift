/// What people say about a contract file beside what it promises.
///
/// A comment belongs to a key, named by the keys that lead to it from the top of the file: rows and
/// parameters without their marks, `[]` for the item of a list.
///
/// ```swift
/// var comments = NotationComments()
/// comments[above: ["contracts", "books.list", "response", "book", "[]", "code"]] = ["Seen always."]
/// comments[behind: ["contracts", "books.list", "response", "total"]] = "in 3 of 3 answers"
/// ```
public struct NotationComments: Hashable, Sendable {
  private var linesAbove: [[String]: [String]] = [:]
  private var textBehind: [[String]: String] = [:]

  /// No comments.
  public init() {}

  /// Whether there is none.
  public var isEmpty: Bool { linesAbove.isEmpty && textBehind.isEmpty }

  /// The lines above a key, each without its `#`; the empty path names the end of the file.
  public subscript(above path: [String]) -> [String] {
    get { linesAbove[path] ?? [] }
    set { linesAbove[path] = newValue.isEmpty ? nil : newValue }
  }

  /// The text behind a key on its line, without its `#`.
  public subscript(behind path: [String]) -> String? {
    get { textBehind[path] }
    set { textBehind[path] = newValue }
  }

  /// Every comment line with the path that it belongs to, by path.
  var all: [(path: [String], text: String)] {
    let above = linesAbove.flatMap { path, lines in lines.map { (path, $0) } }
    let all = above + textBehind.map { ($0.key, $0.value) }
    return all.sorted {
      ($0.0.joined(separator: "\u{0}"), $0.1) < ($1.0.joined(separator: "\u{0}"), $1.1)
    }
  }

  /// Every comment line.
  var texts: [String] { all.map(\.text) }
}
