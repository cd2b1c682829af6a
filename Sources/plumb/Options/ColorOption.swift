import ArgumentParser

/// Whether text is coloured.
struct ColorOption: ParsableArguments {
  /// When to colour.
  enum When: String, ExpressibleByArgument, CaseIterable {
    case auto, always, never
  }

  @Option(help: "When to colour the text; auto is on a terminal, unless NO_COLOR is set.")
  var color = When.auto

  /// Whether to colour what goes to standard output.
  ///
  /// Source: no-color.org, bixense.com/clicolors.
  var isColoured: Bool {
    switch color {
    case .always: true
    case .never: false
    case .auto:
      if Environment.value(of: "NO_COLOR") != nil {
        false
      } else if let force = Environment.value(of: "CLICOLOR_FORCE"), force != "0" {
        true
      } else {
        StandardStream.output.isTerminal && Environment.value(of: "TERM") != "dumb"
      }
    }
  }

  /// The columns of a line: `COLUMNS` where it is set, the terminal's, else 80.
  var width: Int {
    let told = Environment.value(of: "COLUMNS").flatMap { Int($0) }
    return min(max(told ?? StandardStream.output.terminalWidth ?? 80, 40), 240)
  }
}
