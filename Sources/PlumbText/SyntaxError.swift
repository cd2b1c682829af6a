/// What is wrong with a JSON Pointer, a path template or a pattern.
public struct SyntaxError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was expected, and how to mend it.
  public var message: String

  /// Where, in Unicode scalars of the text from 0.
  public var offset: Int

  /// Creates an error.
  public init(message: String, offset: Int) {
    self.message = message
    self.offset = offset
  }

  /// The message.
  public var description: String { message }
}
