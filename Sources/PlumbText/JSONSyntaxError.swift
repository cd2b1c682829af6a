/// Why a text is no JSON.
package struct JSONSyntaxError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The sort of error.
  package enum Reason: String, Hashable, Sendable, CaseIterable {
    /// Something other than the grammar permits.
    case syntax
    /// The text ends too early.
    case truncated
    /// Something follows the value.
    case trailingText
    /// The text begins with a byte order mark.
    case byteOrderMark
    /// A byte sequence is not UTF-8.
    case invalidUTF8
    /// More objects and arrays inside each other than the limit.
    case tooDeep
    /// More values than the limit.
    case tooMany
  }

  /// The sort of error.
  package var reason: Reason

  /// Where it is, in bytes of the text; the end of the text when that comes too early.
  package var offset: Int

  /// What was expected, and what was found.
  package var message: String

  /// Creates an error.
  package init(reason: Reason, offset: Int, message: String) {
    self.reason = reason
    self.offset = offset
    self.message = message
  }

  /// Whether the text ends too early, and could go on to be JSON.
  package var isTruncated: Bool { reason == .truncated }

  /// The message.
  package var description: String { message }
}
