/// The path of an operation, with its parameters in braces: `/occupations/{code}/`.
public struct PathTemplate: Hashable, Sendable {
  /// The template as written.
  public let text: String

  /// Reads a template.
  public init(_ text: String) throws(PathTemplateError) {
    self.text = text
  }
}

/// What is wrong with a path template.
public struct PathTemplateError: Error, Hashable, Sendable {
  /// What was expected, and how to mend it.
  public var message: String

  /// Where, in Unicode scalars from 0.
  public var offset: Int
}
