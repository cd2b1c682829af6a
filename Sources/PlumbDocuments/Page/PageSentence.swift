/// The sentences of a page's prose.
enum PageSentence {
  /// The methods that request lines begin with.
  static let methods: Set<String> = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]

  /// Returns the sentences of a paragraph, each with its full stop.
  static func split(_ text: String) -> [String] {
    var sentences: [String] = []
    var sentence = ""
    var mayEnd = false
    for character in text {
      if mayEnd, character == " " {
        sentences.append(sentence)
        sentence = ""
      } else {
        sentence.append(character)
      }
      mayEnd = ".!?".contains(character)
    }
    return sentence.isEmpty ? sentences : sentences + [sentence]
  }

  /// Returns the words of a sentence that are names of parameters or their values.
  static func names(in sentence: String, among known: [String]) -> [String] {
    let words = sentence.split { !($0.isLetter || $0.isNumber || "_-.".contains($0)) }
      .map { $0.last == "." ? String($0.dropLast()) : String($0) }
    return known.filter { words.contains($0) }
  }
}
