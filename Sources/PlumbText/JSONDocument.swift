/// A JSON text, read strictly, with what is doubtful in it.
///
/// Source: RFC 8259.
package struct JSONDocument: Sendable {
  /// How much of a text is read before it is refused.
  package struct Limits: Hashable, Sendable {
    /// The most objects and arrays inside each other; from 1 to 10,000.
    package var depth: Int {
      didSet { depth = Self.bounded(depth) }
    }

    /// The most values, the root included; `nil` for any number.
    package var count: Int?

    /// Creates limits; a depth beyond its bounds counts as the nearest one.
    package init(depth: Int = 512, count: Int? = nil) {
      self.depth = Self.bounded(depth)
      self.count = count
    }

    private static func bounded(_ depth: Int) -> Int { min(max(depth, 1), 10_000) }
  }

  /// A name that stands more than once in one object.
  package struct Duplicate: Hashable, Sendable {
    /// The name, decoded.
    package var name: String

    /// Where it stands again, with its quotes, in bytes.
    package var range: Range<Int>

    /// Where it stands first, with its quotes, in bytes.
    package var first: Range<Int>

    /// Creates a duplicate.
    package init(name: String, range: Range<Int>, first: Range<Int>) {
      self.name = name
      self.range = range
      self.first = first
    }
  }

  /// The value.
  package let root: JSONNode

  /// Where escapes of lone surrogates begin, in bytes; U+FFFD stands for them.
  package let loneSurrogates: [Int]

  /// The names that stand again in their object, in the order in which the objects end.
  package let duplicates: [Duplicate]

  /// Reads a text; places count from its start.
  package init(_ bytes: [UInt8], limits: Limits = Limits()) throws(JSONSyntaxError) {
    try self.init(bytes, base: 0, limits: limits)
  }

  /// Reads a stretch of a buffer; places count from the start of the buffer.
  package init(
    in bytes: RawSpan,
    _ range: Range<Int>,
    limits: Limits = Limits()
  ) throws(JSONSyntaxError) {
    try self.init(bytes.array(range), base: range.lowerBound, limits: limits)
  }

  private init(_ bytes: [UInt8], base: Int, limits: Limits) throws(JSONSyntaxError) {
    var reader = JSONReader(bytes, base: base, limits: limits)
    root = try reader.read()
    loneSurrogates = reader.loneSurrogates
    duplicates = reader.duplicates
  }
}
