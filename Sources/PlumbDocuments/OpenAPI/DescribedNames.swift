import PlumbModel
import PlumbText

/// Names operations, so that a name is readable and does not depend on what else is described.
///
/// The description's own `operationId` comes first. Else the literal parts of the path make the
/// name, with `by_x` behind them where it ends in the parameter `x`, and with the method where it
/// is not GET: `/books/{id}/pages` is `books.pages`, `PUT /books/{id}` is `books.by_id.put`.
enum DescribedNames {
  static func name(_ operations: inout [ImportedOperation]) {
    var taken: Set<String> = []
    let short = operations.map { shortName($0) }
    var counts: [String: Int] = [:]
    for name in short { counts[name, default: 0] += 1 }
    for index in operations.indices {
      var name = short[index]
      if counts[name] ?? 0 > 1 { name = longName(operations[index]) }
      var unique = name
      var number = 2
      while !taken.insert(unique).inserted {
        unique = "\(name)_\(number)"
        number += 1
      }
      operations[index].contract.id = unique
      if operations[index].contract.title.isEmpty { operations[index].contract.title = unique }
    }
  }

  /// The literal parts of a path, as words.
  static func words(of path: PathTemplate) -> [String] {
    path.segments.compactMap { segment in
      guard case .literal(let text) = segment, !text.isEmpty else { return nil }
      return word(text)
    }
  }

  private static func shortName(_ operation: ImportedOperation) -> String {
    if let id = operation.operationID, !id.isEmpty {
      return id.map { character in
        character.isASCII && (character.isLetter || character.isNumber || "._-".contains(character))
          ? String(character) : "_"
      }.joined()
    }
    let path = operation.contract.path
    var parts = words(of: path)
    let last = path.segments.last { $0 != .literal("") }
    if case .parameter(let name, _, _) = last { parts.append("by_\(word(name))") }
    return joined(parts, operation.contract.method)
  }

  private static func longName(_ operation: ImportedOperation) -> String {
    let parts = operation.contract.path.segments.compactMap { segment -> String? in
      switch segment {
      case .literal(let text): text.isEmpty ? nil : word(text)
      case .parameter(let name, _, _): "by_\(word(name))"
      }
    }
    return joined(parts, operation.contract.method)
  }

  private static func joined(_ parts: [String], _ method: String) -> String {
    let name = parts.isEmpty ? "root" : parts.joined(separator: ".")
    return method == "GET" ? name : "\(name).\(method.lowercased())"
  }

  /// A text as one word: ASCII letters, digits, `_` and `-`.
  static func word(_ text: String) -> String {
    text.map { character in
      character.isASCII && (character.isLetter || character.isNumber || "_-".contains(character))
        ? String(character) : "_"
    }.joined()
  }
}
