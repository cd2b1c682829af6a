import PlumbText

/// Rows as JSON Pointers with `*` for each index.
enum RowPointer {
  /// The row of a place: `/occupation/7/title` is one of `/occupation/*/title`.
  static func withoutIndices(_ pointer: String) -> String {
    pointer.split(separator: "/", omittingEmptySubsequences: false)
      .map { token in
        !token.isEmpty && token.utf8.allSatisfy { $0 &- 0x30 < 10 } ? "*" : String(token)
      }
      .joined(separator: "/")
  }

  /// The row of a member.
  static func member(_ name: String, of row: String) -> String {
    row + JSONPointer(tokens: [name]).description
  }

  /// The row of items.
  static func items(of row: String) -> String { row + "/*" }

  /// The object that a row stands in.
  static func parent(of row: String) -> String {
    row.lastIndex(of: "/").map { String(row[..<$0]) } ?? ""
  }

  /// The name of a row's member, unescaped; `*` for items.
  static func name(of row: String) -> String {
    guard let last = row.split(separator: "/", omittingEmptySubsequences: false).last else {
      return ""
    }
    return String(last).replacing("~1", with: "/").replacing("~0", with: "~")
  }
}
