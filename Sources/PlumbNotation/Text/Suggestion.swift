/// Stand-in until the text module brings its own.
enum Suggestion {
  static func nearest(to word: String, among words: [String]) -> String? {
    words.min { distance(word, $0) < distance(word, $1) }
      .flatMap { distance(word, $0) <= max(1, word.count / 3) ? $0 : nil }
  }
  private static func distance(_ a: String, _ b: String) -> Int {
    let a = Array(a), b = Array(b)
    var row = Array(0...b.count)
    for i in 0..<a.count {
      var diagonal = row[0]
      row[0] = i + 1
      for j in 0..<b.count {
        let cost = diagonal + (a[i] == b[j] ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(cost, row[j] + 1, diagonal + 1)
      }
    }
    return row[b.count]
  }
}
