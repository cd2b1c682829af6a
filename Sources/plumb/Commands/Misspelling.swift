import ArgumentParser
import PlumbText

/// Finds the right word for one that is not quite right.
enum Misspelling {
  /// Returns what to say where the first word of a command line is no command.
  static func message(for arguments: [String]) -> String? {
    let commands = Plumb.configuration.subcommands.compactMap { $0.configuration.commandName }
    guard let word = arguments.dropFirst().first, !word.hasPrefix("-"), word != "help",
      !commands.contains(word)
    else { return nil }
    let remedy = hint(for: word, among: commands, otherwise: "; plumb --help lists all")
    return "there is no command \"\(word)\"\(remedy)"
  }

  /// Returns the nearest word, or `nil` when none is near.
  static func nearest(to word: String, among words: [String]) -> String? {
    Suggestion.nearest(to: word, among: words)
  }

  /// Returns `; did you mean "word"?`, or something else when no word is near.
  static func hint(
    for word: String,
    among words: [String],
    otherwise: @autoclosure () -> String
  ) -> String {
    nearest(to: word, among: words).map { "; did you mean \"\($0)\"?" } ?? otherwise()
  }
}
