/// A text in parts, of which some are code; the templates escape both.
struct HTMLText {
  let parts: [SentencePart]

  /// Takes a text as code as a whole.
  init(_ code: String) {
    parts = [SentencePart(text: code.visible, isCode: true)]
  }

  /// Takes parts that are visible already.
  init(parts: [SentencePart]) {
    self.parts = parts
  }

  /// Takes a sentence in which names stand between grave accents.
  init(sentence: String) {
    parts = SentencePart.parts(of: sentence)
  }
}
