public import PlumbDrift

/// Explains the catalogue of drift to people in a terminal.
public struct ChangeText: Sendable {
  private let width: Int
  private let ink: Ink

  /// Creates a writer.
  ///
  /// - Parameters:
  ///   - width: The columns of a line; 40 or more.
  ///   - isColoured: Whether to colour.
  public init(width: Int = 80, isColoured: Bool = false) {
    self.width = max(width, 40)
    ink = Ink(isColoured: isColoured)
  }

  /// Returns all that is known of one rule.
  public func text(of rule: ChangeRule) -> String {
    let label = "\(rule.consequence.rawValue)[\(rule.rawValue)]"
    let severity = DriftWords.severity(of: rule.consequence)
    var lines = "\(label): \(rule.summary)".wrapped(to: width, then: width - 2)
    lines = lines.enumerated().map { index, line in
      guard index == 0, line.hasPrefix(label) else { return "  \(line)" }
      return ink.paint(label, as: .severity(severity)) + line.dropFirst(label.count)
    }
    let mirror = rule.mirror == rule ? "itself" : rule.mirror.rawValue
    lines += ["  kind:      \(rule.kind.rawValue)", "  mirror:    \(mirror)"]
    return lines.reduce(into: "") { $0 += "\($1)\n" }
  }

  /// Returns a list of all rules, one line and a sentence each.
  public func list() -> String {
    var lines = [ink.paint("drift", as: .strong)]
    for rule in ChangeRule.allCases {
      let severity = DriftWords.severity(of: rule.consequence)
      lines.append(
        "  \(ink.paint(rule.rawValue, as: .severity(severity))) (\(rule.consequence.rawValue))"
      )
      lines += rule.summary.wrapped(to: width - 6).map { "      \($0)" }
    }
    return lines.reduce(into: "") { $0 += "\($1)\n" }
  }

  /// Returns the catalogue as a table in Markdown.
  public static func table() -> String {
    let head = "| id | kind | for a client | mirror | means |\n|---|---|---|---|---|\n"
    return ChangeRule.allCases.reduce(into: head) { table, rule in
      let mirror = rule.mirror == rule ? "itself" : "`\(rule.mirror.rawValue)`"
      table +=
        "| `\(rule.rawValue)` | \(rule.kind.rawValue) | \(rule.consequence.rawValue) | "
        + "\(mirror) | \(rule.summary) |\n"
    }
  }
}
