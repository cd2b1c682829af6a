/// Why recordings cannot be read: where, what was expected, and how to mend it.
public struct RecordingError: Error, Hashable, Sendable {
  /// The path of the file as it was given; empty when the bytes come from no file.
  public var file: String

  /// The line, from 1; `nil` when the error concerns the file as a whole.
  public var line: Int?

  /// The column in Unicode scalars, from 1; `nil` when the error concerns the file as a whole.
  public var column: Int?

  /// What was expected, what was found, and how to mend it.
  public var message: String

  /// Creates an error.
  public init(file: String = "", line: Int? = nil, column: Int? = nil, message: String) {
    self.file = file
    self.line = line
    self.column = column
    self.message = message
  }
}

extension RecordingError: CustomStringConvertible {
  /// The error as `file:line:column: message`, without the parts that are not known.
  public var description: String {
    var place = file
    if let line, let column {
      place += place.isEmpty ? "\(line):\(column)" : ":\(line):\(column)"
    }
    return place.isEmpty ? message : "\(place): \(message)"
  }
}

extension RecordingError {
  /// Returns the same error, said of a file.
  package func inFile(_ path: String) -> RecordingError {
    RecordingError(file: path, line: line, column: column, message: message)
  }
}
