public import PlumbModel
import PlumbText

/// Writes contracts as files in the notation.
///
/// The text is the same for the same values, and reading it gives the values back:
///
/// ```swift
/// let text = NotationWriter.text(of: contracts, api: api)
/// let file = NotationFile(path: "books.yaml", text: text)
/// ```
///
/// A contract may hold four things that the notation has no words for, and that the writer leaves
/// out; whoever makes contracts gives such a type a name under ``API/types`` instead:
///
/// - a whole body, or a named type, that is an object or a list *or* `null`;
/// - notes on rows (items, unique, secret, source) of refusals, inside named types of a contract,
///   or that differ between two responses of one operation;
/// - a named type with a narrowing of its own;
/// - a row with an empty name, or called `......`.
public enum NotationWriter {
  /// What tells an editor how the file is checked.
  private static let schemaLine = "# yaml-language-server: $schema="

  /// Writes an API's own file, `api.yaml`.
  ///
  /// - Parameters:
  ///   - comments: What stands above and behind keys.
  ///   - schema: Where the JSON Schema of contract files is, as seen from the file; `nil` for none.
  public static func text(
    of api: API,
    comments: NotationComments = NotationComments(),
    schema: String? = nil
  ) -> String {
    var lines = NotationLines(comments: comments)
    if let schema { lines.raw(schemaLine + schema) }
    APIWriter(api: api).write(to: &lines)
    lines.finish()
    return lines.text
  }

  /// Writes a contract file: a page of the documentation with its operations.
  ///
  /// - Parameters:
  ///   - contracts: The operations in the order of the page; its name and address are the first's.
  ///   - api: The API, whose refusals and paging are not said again.
  ///   - comments: What stands above and behind keys.
  ///   - schema: Where the JSON Schema of contract files is, as seen from the file; `nil` for none.
  public static func text(
    of contracts: [Contract],
    api: API,
    comments: NotationComments = NotationComments(),
    schema: String? = nil
  ) -> String {
    var lines = NotationLines(comments: comments)
    if let schema { lines.raw(schemaLine + schema) }
    if let page = contracts.first?.page { lines.entry("page", YAMLText.written(page, .prose)) }
    if let source = contracts.first?.source {
      lines.entry("source", YAMLText.written(source, .prose))
    }
    guard !contracts.isEmpty else {
      lines.entry("contracts", "{}")
      return lines.text
    }
    lines.block("contracts") { lines in
      for contract in contracts {
        lines.blank()
        ContractWriter(api: api).write(contract, to: &lines)
      }
    }
    lines.finish()
    return lines.text
  }
}
