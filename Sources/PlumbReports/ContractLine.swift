/// Finds in a line of a contract what the line promises.
enum ContractLine {
  /// Returns the characters to underline, from 0: the value at a column, or that of the key there,
  /// or the key when its value stands on other lines.
  ///
  /// - Parameters:
  ///   - line: The line.
  ///   - column: Where the key or the value begins, in Unicode scalars from 1.
  static func part(of line: String, column: Int) -> Range<Int> {
    let characters = Array(line)
    let start = min(characterIndex(ofScalar: column - 1, in: line), characters.count)
    let isValue = characters[..<start].last { $0 != " " } == ":"
    guard !isValue, let colon = colon(in: characters, from: start) else {
      return start..<end(of: characters, from: start)
    }
    let value = characters[(colon + 1)...].firstIndex { $0 != " " } ?? characters.count
    let end = end(of: characters, from: value)
    return value < end ? value..<end : start..<colon
  }

  /// The colon that ends the key: the first that white space or the end of the line follows.
  private static func colon(in characters: [Character], from start: Int) -> Int? {
    characters.indices[start...].first { index in
      guard characters[index] == ":" else { return false }
      return index + 1 == characters.count || characters[index + 1] == " "
    }
  }

  /// Where the text ends: before a comment and the white space in front of it.
  private static func end(of characters: [Character], from start: Int) -> Int {
    var end = characters.count
    for index in characters.indices[start...]
    where characters[index] == "#" && (index == start || characters[index - 1] == " ") {
      end = index
      break
    }
    while end > start, characters[end - 1].isWhitespace { end -= 1 }
    return end
  }

  private static func characterIndex(ofScalar offset: Int, in line: String) -> Int {
    let scalars = line.unicodeScalars
    guard
      let index = scalars.index(scalars.startIndex, offsetBy: offset, limitedBy: scalars.endIndex)
    else { return line.count }
    return line[..<index].count
  }
}
