import PlumbReports

/// Says things to the person at standard error, one line each.
enum Console {
  /// Says what went wrong.
  static func error(_ message: String) { say("error", message) }

  /// Says what is worth knowing.
  static func note(_ message: String) { say("note", message) }

  private static func say(_ kind: String, _ message: String) {
    let lines = message.split(separator: "\n", omittingEmptySubsequences: false)
    let text = lines.map { String($0).visible }.joined(separator: "\n  ")
    StandardStream.error.write("plumb: \(kind): \(text)\n")
  }
}
