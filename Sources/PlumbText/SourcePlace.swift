/// A place in a text file, as an editor shows it.
public struct SourcePlace: Hashable, Sendable {
  /// The path of the file as it was given.
  public var file: String

  /// The line, from 1.
  public var line: Int

  /// The column in Unicode scalars, from 1.
  public var column: Int

  /// Creates a place.
  public init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }
}

extension SourcePlace: Comparable, CustomStringConvertible {
  /// Returns whether `lhs` stands before `rhs`: by file, then line, then column.
  public static func < (lhs: Self, rhs: Self) -> Bool {
    (lhs.file, lhs.line, lhs.column) < (rhs.file, rhs.line, rhs.column)
  }

  /// The place as `file:line:column`.
  public var description: String { "\(file):\(line):\(column)" }
}
