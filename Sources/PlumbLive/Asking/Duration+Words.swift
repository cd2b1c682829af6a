extension Duration {
  /// The time in words, such as `2 seconds` or `250 ms`.
  var words: String {
    let milliseconds = self.milliseconds
    guard milliseconds >= 1000 else { return "\(milliseconds) ms" }
    guard milliseconds % 1000 == 0 else {
      return "\(milliseconds / 1000).\(milliseconds % 1000 / 100) seconds"
    }
    let seconds = milliseconds / 1000
    guard seconds >= 120 else { return seconds == 1 ? "1 second" : "\(seconds) seconds" }
    guard seconds >= 7200 else { return "\(seconds / 60) minutes" }
    return "\(seconds / 3600) hours"
  }

  /// The whole milliseconds.
  var milliseconds: Int {
    Int(components.seconds) * 1000 + Int(components.attoseconds / 1_000_000_000_000_000)
  }
}
