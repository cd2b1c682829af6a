import PlumbText

/// The lines of a contract file, for looking at what the YAML reader does not tell.
struct SourceText {
  let path: String
  let lines: [[Unicode.Scalar]]

  init(_ file: NotationFile) {
    self.path = file.path
    var lines: [[Unicode.Scalar]] = []
    var line: [Unicode.Scalar] = []
    var previous: Unicode.Scalar?
    for scalar in file.text.unicodeScalars {
      if scalar == "\n" || scalar == "\r" {
        if scalar == "\r" || previous != "\r" {
          lines.append(line)
          line.removeAll(keepingCapacity: true)
        }
      } else {
        line.append(scalar)
      }
      previous = scalar
    }
    lines.append(line)
    self.lines = lines
  }

  /// The place of a column in a line, both from 1.
  func place(_ line: Int, _ column: Int) -> SourcePlace {
    SourcePlace(file: path, line: line, column: column)
  }

  /// The scalar at a place; `nil` beyond the end of its line.
  func scalar(_ line: Int, _ column: Int) -> Unicode.Scalar? {
    guard lines.indices.contains(line - 1), lines[line - 1].indices.contains(column - 1) else {
      return nil
    }
    return lines[line - 1][column - 1]
  }

  /// The comment, from its `#`, that follows a text of this length; `nil` when none does.
  func comment(after line: Int, _ column: Int, length: Int) -> String? {
    guard lines.indices.contains(line - 1) else { return nil }
    let rest = lines[line - 1].dropFirst(column - 1 + length)
    guard rest.first?.properties.isWhitespace == true else { return nil }
    let comment = rest.drop { $0 == " " || $0 == "\t" }
    return comment.first == "#" ? Self.string(comment) : nil
  }

  /// The comment, from its `#`, that follows a key and its colon.
  func commentBehindKey(_ line: Int, _ column: Int, _ key: String) -> String? {
    guard lines.indices.contains(line - 1) else { return nil }
    let rest = lines[line - 1].dropFirst(column - 1 + key.unicodeScalars.count)
    guard let colon = rest.firstIndex(of: ":") else { return nil }
    let behind = rest[(colon + 1)...].drop { $0 == " " }
    return behind.first == "#" ? Self.string(behind) : nil
  }

  /// How many spaces begin a line (from 1).
  func indentation(_ line: Int) -> Int {
    lines[line - 1].prefix { $0 == " " }.count
  }

  /// Where a key that stands at a place stands once more among its sisters.
  func repeated(_ key: String, at line: Int, _ column: Int) -> SourcePlace? {
    let spellings = [key, "'\(key)'", "\"\(key)\""].map { Array($0.unicodeScalars) }
    func holdsKey(_ number: Int, _ from: Int) -> Bool {
      spellings.contains { spelling in
        let rest = lines[number - 1].dropFirst(from - 1)
        return rest.starts(with: spelling)
          && rest.dropFirst(spelling.count).drop { $0 == " " }.first == ":"
      }
    }
    let length = lines[line - 1].count
    if column < length {
      for next in (column + 1)...length where holdsKey(line, next) {
        if let before = scalar(line, next - 1), " ,{".unicodeScalars.contains(before) {
          return place(line, next)
        }
      }
    }
    guard line < lines.count else { return nil }
    for number in (line + 1)...lines.count {
      let content = lines[number - 1].drop { $0 == " " }
      guard let first = content.first, first != "#" else { continue }
      let indentation = indentation(number)
      if indentation < column - 1 { return nil }
      if indentation == column - 1, holdsKey(number, column) { return place(number, column) }
    }
    return nil
  }

  /// The text of scalars.
  static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(scalars.underestimatedCount)
    for scalar in scalars {
      bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
