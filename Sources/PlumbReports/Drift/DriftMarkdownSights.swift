import PlumbChecking
import PlumbDrift

/// Lists where the rows of a table were seen, folded below it.
enum DriftMarkdownSights {
  /// The list with what folds it; nothing where nothing was seen.
  static func lines(of table: DriftTable, in report: DriftReport) -> [String] {
    let columns = DriftWords.columns(of: report)
    let items = table.rows.flatMap { row in
      [
        item(of: row, columns.before, row.seenBefore),
        item(of: row, columns.after, row.seenAfter),
      ]
      .compactMap { $0 }
    }
    guard !items.isEmpty else { return [] }
    return ["", "<details><summary>Where the rows were seen</summary>", ""] + items
      + ["", "</details>"]
  }

  /// `- /book/*/code, observed: values ..., first seen ..., last seen ...`
  private static func item(
    of row: DriftTable.Row,
    _ column: String,
    _ sight: RowSight?
  ) -> String? {
    let facts = sight.map(SightWords.facts) ?? []
    guard !facts.isEmpty else { return nil }
    let texts = facts.map { fact in
      let text = fact.text.parts.map {
        $0.isCode ? MarkdownText.code($0.text) : MarkdownText.plain($0.text)
      }
      return "\(fact.name) \(text.joined())"
    }
    let name = row.field.isEmpty ? "the body" : MarkdownText.code(row.field)
    return "- \(name), \(column): \(texts.joined(separator: "; "))"
  }
}
