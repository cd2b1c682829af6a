public import PlumbChecking

/// Writes the catalogue of rules as a page of the documentation.
public struct RuleMarkdown: Sendable {
  /// Creates a writer.
  public init() {}

  /// Returns the page: a table of all rules, then a section for each.
  public func text(of rules: [Rule]) -> String {
    var lines = [
      "# The rules", "",
      "Made by `plumb explain --markdown`; edit the catalogue, not this page.", "",
      "- **error** breaks a documented promise,",
      "- **warning** breaks a promise that is only implied,",
      "- **note** is worth knowing.", "",
      "| rule | family | severity | what is wrong | yields to |",
      "|---|---|---|---|---|",
    ]
    for rule in rules {
      let yields = rule.yieldsTo.map { "`\($0)`" }.joined(separator: ", ")
      lines.append(
        "| [`\(rule.id)`](#\(rule.id)) | \(rule.family.rawValue) | \(rule.severity.rawValue) "
          + "| \(cell(rule.summary)) | \(yields) |"
      )
    }
    for rule in rules { lines += section(of: rule) }
    return lines.reduce(into: "") { $0 += "\($1)\n" }
  }

  private func section(of rule: Rule) -> [String] {
    [
      "", "## \(rule.id)", "",
      "\(rule.severity.rawValue), \(rule.family.rawValue). \(rule.summary)",
      "", "Example:", "", fence(of: rule.example), rule.example, fence(of: rule.example), "",
      "Remedy: \(rule.remedy)",
    ]
  }

  /// The rule's sentence as a cell of a table, in which a bar would begin a new cell.
  private func cell(_ text: String) -> String {
    text.reduce(into: "") { $0 += $1 == "|" ? "\\|" : $1.isNewline ? " " : String($1) }
  }

  private func fence(of text: String) -> String { text.contains("```") ? "````" : "```" }
}
