/// Where a stretch of bytes stands in its file, as a person looks for it.
public struct FilePlace: Hashable, Sendable {
  /// The line, from 1.
  public var line: Int

  /// The column in Unicode scalars, from 1.
  public var column: Int

  /// The offset in the file, in bytes from 0.
  public var offset: Int

  /// The line around it.
  public var excerpt: Excerpt?

  /// Creates a place.
  public init(line: Int, column: Int, offset: Int, excerpt: Excerpt? = nil) {
    self.line = line
    self.column = column
    self.offset = offset
    self.excerpt = excerpt
  }
}

/// A stretch of one line, cut to what fits a report.
public struct Excerpt: Hashable, Sendable {
  /// The text, `…` where it was cut; control characters are still in it.
  public var text: String

  /// Where the place begins, in characters of ``text`` from 0.
  public var column: Int

  /// How many characters of ``text`` to underline; at least 1.
  public var length: Int

  /// Creates an excerpt.
  public init(text: String, column: Int, length: Int) {
    self.text = text
    self.column = column
    self.length = length
  }
}
