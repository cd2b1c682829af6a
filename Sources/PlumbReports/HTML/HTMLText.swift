/// A text in parts, of which some are code; the templates escape both.
struct HTMLText {
  /// A part.
  struct Part {
    var text: String
    var isCode: Bool
  }

  let parts: [Part]

  /// Takes a text as code as a whole.
  init(_ code: String) {
    parts = [Part(text: code.visible, isCode: true)]
  }

  /// Takes a sentence in which names stand between grave accents.
  init(sentence: String) {
    let pieces = sentence.visible.split(separator: "`", omittingEmptySubsequences: false)
    // An accent without its fellow is a character like any other.
    let paired = pieces.count.isMultiple(of: 2) ? pieces.count - 1 : pieces.count
    parts = pieces.enumerated().map { index, piece in
      index < paired
        ? Part(text: String(piece), isCode: !index.isMultiple(of: 2))
        : Part(text: "`\(piece)", isCode: false)
    }.filter { !$0.text.isEmpty }
  }
}
