public import PlumbChecking
public import PlumbModel
import PlumbText

/// Explains rules to people in a terminal.
public struct RuleText: Sendable {
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
  public func text(of rule: Rule) -> String {
    let label = "\(rule.severity.rawValue)[\(rule.id)]"
    var lines = "\(label): \(rule.summary)".wrapped(to: width, then: width - 2)
    lines = lines.enumerated().map { index, line in
      guard index == 0, line.hasPrefix(label) else { return "  \(line)" }
      return ink.paint(label, as: .severity(rule.severity)) + line.dropFirst(label.count)
    }
    lines += entry("family", rule.family.rawValue)
    lines += entry("example", rule.example)
    lines += entry("remedy", rule.remedy)
    if !rule.yieldsTo.isEmpty {
      lines += entry("yields to", rule.yieldsTo.joined(separator: ", "))
    }
    return lines.reduce(into: "") { $0 += "\($1)\n" }
  }

  /// Returns all that is known of one rule, then the laws that were asked for with their places.
  public func text(of rule: Rule, asked laws: [Law]) -> String {
    let lines = laws.flatMap { law in
      entry("law", law.text.visible) + entry("stands at", law.place.description.visible)
    }
    return text(of: rule) + lines.reduce(into: "") { $0 += "\($1)\n" }
  }

  /// Returns a list of rules by family, one line and a sentence each.
  public func list(of rules: [Rule]) -> String {
    var lines: [String] = []
    for family in Rule.Family.allCases {
      let members = rules.filter { $0.family == family }
      guard !members.isEmpty else { continue }
      lines.append(ink.paint(family.rawValue, as: .strong))
      for rule in members {
        lines.append(
          "  \(ink.paint(rule.id, as: .severity(rule.severity))) (\(rule.severity.rawValue))"
        )
        lines += rule.summary.wrapped(to: width - 6).map { "      \($0)" }
      }
      lines.append("")
    }
    return lines.reduce(into: "") { $0 += "\($1)\n" }
  }

  private func entry(_ name: String, _ text: String) -> [String] {
    let indent = 13
    let start = "  \(name):"
    return text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      String(line).wrapped(to: width - indent, keepsIndent: true)
    }.enumerated().map { index, line in
      let lead = index == 0 ? start : ""
      return lead + String(repeating: " ", count: indent - lead.count) + line
    }
  }
}

extension String {
  /// Breaks the text like ``wrapped(to:then:limit:)``; white space in front of it stays.
  fileprivate func wrapped(to width: Int, keepsIndent: Bool) -> [String] {
    let indent = String(prefix { $0 == " " })
    return wrapped(to: width - indent.count).map { indent + $0 }
  }
}
