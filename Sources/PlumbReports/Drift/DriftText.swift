import PlumbChecking
public import PlumbDrift
import PlumbText

/// Writes drift for people, to be read in a terminal or a log: what changed, graver things first,
/// then the tables with both sides beside each other.
public struct DriftText: Sendable {
  private let options: TextReport.Options
  private let ink: Ink
  private let width: Int

  /// Creates a writer.
  public init(options: TextReport.Options = TextReport.Options()) {
    self.options = options
    ink = Ink(isColoured: options.isColoured)
    width = max(options.width, 40)
  }

  /// Returns the report, with a line feed at the end of each line.
  public func text(of report: DriftReport) -> String {
    let report = report.redacted(by: options.redactor)
    var lines: [String] = []
    if !options.isQuiet || !report.changes.isEmpty { lines += heading(of: report) }
    for consequence in Consequence.allCases.reversed() {
      let indices = report.changes.indices.filter {
        report.changes[$0].consequence == consequence
      }
      guard !indices.isEmpty else { continue }
      let severity = DriftWords.severity(of: consequence)
      lines += ["", ink.paint(consequence.rawValue, as: .severity(severity))]
      for index in indices { lines += [""] + block(index, of: report) }
    }
    // What concerns no row stands above already.
    for table in report.tables where table.rows.contains(where: { !$0.changes.isEmpty }) {
      lines += [""] + DriftTextTable(ink: ink, width: width).lines(of: table, in: report)
    }
    if !options.isQuiet { lines += closing(of: report) }
    return lines.reduce(into: "") { $0 += "\($1)\n" }
  }

  private func heading(of report: DriftReport) -> [String] {
    let gravest = report.changes.first.map { DriftWords.severity(of: $0.consequence) }
    let role = gravest.map(Ink.Role.severity) ?? .good
    let sides = "drift \(DriftWords.sides(of: report))".wrapped(to: width, then: width - 2)
    return sides.enumerated().map { ($0 == 0 ? "" : "  ") + $1 }
      + DriftWords.verdict(of: report).wrapped(to: width).map { ink.paint($0, as: role) }
  }

  // MARK: - Changes

  private func block(_ index: Int, of report: DriftReport) -> [String] {
    let change = report.changes[index]
    let label = "[\(change.rule.rawValue)]"
    let subject = "\(change.operation) \(change.subject.words)"
    var lines = "\(label) \(subject)".wrapped(to: width, then: width - 2)
    if let first = lines.first, first.hasPrefix(label) {
      let severity = DriftWords.severity(of: change.consequence)
      lines[0] =
        ink.paint(label, as: .severity(severity))
        + ink.paint(String(first.dropFirst(label.count)), as: .strong)
    }
    lines = [lines[0]] + lines.dropFirst().map { "  \($0)" }
    lines += fact("before", change.before) + fact("after", change.after)
    if let occurrences = change.occurrences {
      lines += fact("seen", DriftWords.occurrences(occurrences, of: change))
    }
    if let since = DriftWords.since(index, in: report) { lines += fact("since", since) }
    for sentence in change.evidence { lines += fact("", sentence) }
    if let place = change.places.first {
      let pointer = place.pointer.isEmpty ? "" : "   \(place.pointer)"
      lines.append("  at      \(place.address.visible)\(pointer.visible)")
    }
    if let contract = change.contract, !contract.file.isEmpty {
      lines.append("  stands  \("\(contract)".visible)")
    }
    if let command = change.reproduce { lines.append("  see it  \(command.visible)") }
    return lines
  }

  private func fact(_ name: String, _ text: String) -> [String] {
    let indent = 10
    return text.wrapped(to: width - indent, limit: 6).enumerated().map { index, line in
      let start = "  " + (index == 0 ? name : "")
      return start + String(repeating: " ", count: indent - start.count) + line
    }
  }

  // MARK: - Closing

  private func closing(of report: DriftReport) -> [String] {
    var lines: [String] = []
    if !report.unmet.isEmpty {
      lines += ["", "never met: \(report.unmet.count.of("documented operation"))"]
    }
    guard !report.unseen.isEmpty else { return lines }
    lines += ["", "never met in operations that were:"]
    let most = 8
    let shown = report.unseen.prefix(report.unseen.count > most ? most - 1 : most)
    var list = shown.flatMap { entry in
      entry.wrapped(to: width - 2, then: width - 4).enumerated()
        .map { ($0 == 0 ? "  " : "    ") + $1 }
    }
    if shown.count < report.unseen.count {
      list.append(
        "  and \((report.unseen.count - shown.count).grouped) more; --report json lists all"
      )
    }
    return lines + list.map { ink.paint($0, as: .faint) }
  }
}

extension DriftTable {
  /// Whether any change is about it.
  var isChanged: Bool { !changes.isEmpty || rows.contains { !$0.changes.isEmpty } }
}
