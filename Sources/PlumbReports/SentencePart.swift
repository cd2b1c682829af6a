/// A part of a sentence in which names stand between grave accents.
struct SentencePart: Hashable {
  /// The text, with everything that a terminal would obey made visible.
  let text: String
  /// Whether it stood between accents.
  let isCode: Bool

  /// Splits a sentence; an accent without its fellow is a character like any other.
  static func parts(of sentence: String) -> [SentencePart] {
    let pieces = sentence.visible.split(separator: "`", omittingEmptySubsequences: false)
    let paired = pieces.count.isMultiple(of: 2) ? pieces.count - 1 : pieces.count
    return pieces.enumerated().map { index, piece in
      index < paired
        ? SentencePart(text: String(piece), isCode: !index.isMultiple(of: 2))
        : SentencePart(text: "`\(piece)", isCode: false)
    }.filter { !$0.text.isEmpty }
  }
}
