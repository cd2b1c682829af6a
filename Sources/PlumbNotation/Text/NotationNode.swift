import PlumbText

/// A part of a contract file with its place: text, a list, a map, or nothing.
struct NotationNode {
  enum Content {
    /// A key without a value.
    case nothing
    case text(NotationText)
    case list([NotationNode])
    case map([NotationEntry])
  }

  var content: Content

  /// Where it begins.
  var place: SourcePlace

  /// Whether a list or map is written in one line with brackets.
  var isFlow = false

  /// Whether nothing is written as `null`.
  var isNull = false

  /// The comment that stands where the value of a key would, with its `#`.
  var comment: String?

  /// What the node is, in the words of messages.
  var kind: String {
    switch content {
    case .nothing: "nothing"
    case .text: "text"
    case .list: "a list"
    case .map: "a map"
    }
  }
}

/// A scalar of a contract file.
struct NotationText {
  /// The text; nothing is guessed of its type.
  var string: String

  /// Whether it is written without quotes.
  var isPlain: Bool

  /// The comment that follows a plain text on its line, with its `#`.
  var comment: String?
}

/// A key with its value.
struct NotationEntry {
  var key: String
  var keyPlace: SourcePlace
  var value: NotationNode
}
