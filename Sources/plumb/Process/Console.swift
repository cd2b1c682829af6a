import PlumbModel
import PlumbReports

/// Says things to the person at standard error, one line each.
enum Console {
  /// Says what went wrong.
  static func error(_ message: String) { say("error", message) }

  /// Says what is worth knowing.
  static func note(_ message: String) { say("note", message) }

  /// Says what happened, in a line of a log.
  static func line(_ message: String) {
    StandardStream.error.write("\(Redactor(secrets: []).redacted(message).visibleLines())\n")
  }

  /// Says something of a kind.
  static func say(_ kind: String, _ message: String) {
    let shown = Redactor(secrets: []).redacted(message).visibleLines()
    StandardStream.error.write("plumb: \(kind): \(shown)\n")
  }
}

extension String {
  /// The text with everything that a terminal would obey made visible, but for the ends of lines.
  func visibleLines(indent: String = "  ") -> String {
    split(separator: "\n", omittingEmptySubsequences: false).map { String($0).visible }
      .joined(separator: "\n" + indent)
  }
}
