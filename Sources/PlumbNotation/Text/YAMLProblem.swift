import PlumbText
import Yams

/// What the YAML reader could not read, told with the trap that is most likely behind it.
struct YAMLProblem {
  let diagnostic: Diagnostic

  init(_ error: YamlError, in source: SourceText) {
    switch error {
    case .duplicatedKeysInMapping(let keys, let context):
      diagnostic = Self.duplicate(keys.first ?? "", context.mark, source)
    case .scanner(.some(let context), _, _, _) where context.text.contains("a quoted scalar"):
      diagnostic = Diagnostic(
        .error,
        "the quote that is opened here is not closed, or not before the end of its block",
        at: source.place(context.mark.line, context.mark.column),
        remedy: "close it; inside '…' a quote is written twice"
      )
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      diagnostic = Self.syntax(problem, mark, source)
    case .reader(let problem, _, _, _):
      diagnostic = Diagnostic(.error, "not YAML: \(problem)", at: source.place(1, 1))
    default:
      diagnostic = Diagnostic(.error, "not YAML", at: source.place(1, 1))
    }
  }

  private static func duplicate(_ key: String, _ mark: Mark, _ source: SourceText) -> Diagnostic {
    let first = source.place(mark.line, mark.column)
    guard let second = source.repeated(key, at: mark.line, mark.column) else {
      return Diagnostic(
        .error,
        "the key `\(key)` stands here more than once",
        at: first,
        remedy: "remove one of them"
      )
    }
    return Diagnostic(
      .error,
      "the key `\(key)` stands here already, in line \(first.line)",
      at: second,
      remedy: "remove one of them"
    )
  }

  private static func syntax(_ problem: String, _ mark: Mark, _ source: SourceText) -> Diagnostic {
    if problem == "but found another document" {
      return Diagnostic(
        .error,
        "a contract file is one YAML document, here begins another",
        at: source.place(mark.line, mark.column),
        remedy: "move it to a file of its own"
      )
    }
    let line = min(mark.line, source.lines.count)
    return Diagnostic(
      .error,
      "not YAML: \(problem)",
      at: source.place(line, mark.column),
      remedy: remedy(problem, source, line)
    )
  }

  /// The likeliest trap on the line where reading stopped, or on the nearest line above with text.
  private static func remedy(_ problem: String, _ source: SourceText, _ number: Int) -> String? {
    if problem.contains("undefined alias") || problem.contains("alphabetic or numeric") {
      return "quote a value that begins with `*` or `&`"
    }
    var number = number
    while number > 1, source.lines[number - 1].allSatisfy({ $0 == " " }) { number -= 1 }
    let line = SourceText.string(source.lines[number - 1])
    if line.contains(": {") || line.contains("- {") || line.contains(": [") {
      return line.contains(" #")
        ? "quote what holds ` #`: YAML takes the rest of the line as a comment"
        : "quote a value that begins with `{` or `[`"
    }
    if problem.contains("mapping values are not allowed") {
      return
        "write a key as `name: value`, quote a value that holds `: `, and indent sister keys alike"
    }
    if problem.contains("cannot start any token") {
      return "quote a value that begins with a sign of YAML's own (`@`, `%`, `` ` ``)"
    }
    if problem.contains("did not find expected") {
      return "indent sister keys alike, with spaces"
    }
    return nil
  }
}
