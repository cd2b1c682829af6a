public import PlumbModel

/// The lines of a file that break its form: the first of them, and how many there are.
///
/// It is the same however the lines were shared out.
public struct LineFaults: Hashable, Sendable {
  /// The number of lines.
  public private(set) var count = 0

  private var least: RecordingError?

  /// Creates a value without lines.
  public init() {}

  /// The first line, and how many others there are; `nil` when there is none.
  public var error: RecordingError? {
    guard var error = least else { return nil }
    if count > 1 {
      let others = count == 2 ? "one more line" : "\(count - 1) more lines"
      error.message += "; \(others) cannot be read"
    }
    return error
  }

  /// Adds a line.
  public mutating func add(_ error: RecordingError) { add(error, count: 1) }

  /// Adds what another reader found in the same file.
  public mutating func merge(_ other: LineFaults) {
    if let error = other.least { add(error, count: other.count) }
  }

  private mutating func add(_ error: RecordingError, count more: Int) {
    count += more
    guard let known = least else { return least = error }
    let (place, other) = (error.line ?? .max, known.line ?? .max)
    if (place, error.column ?? 0, error.message) < (other, known.column ?? 0, known.message) {
      least = error
    }
  }
}
