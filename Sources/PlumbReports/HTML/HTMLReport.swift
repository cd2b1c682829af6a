import Mustache
public import PlumbChecking
public import PlumbModel

/// Writes a report as one page of HTML that needs no network and no script.
///
/// A summary that needs no knowledge of the notation comes first, then each operation: its
/// findings, its field table with what was seen beside each row, and its listings. Light or dark
/// follows the reader's settings.
public struct HTMLReport: Sendable {
  private let redactor: Redactor
  private let contractLine: @Sendable (_ file: String, _ line: Int) -> String?

  /// Creates a writer.
  ///
  /// - Parameters:
  ///   - redactor: What takes credentials out of everything that an API may have sent.
  ///   - contractLine: Returns a line, counted from 1, of a contract file; `nil` when unknown.
  public init(
    redactor: Redactor = Redactor(secrets: []),
    contractLine: @escaping @Sendable (_ file: String, _ line: Int) -> String? = { _, _ in nil }
  ) {
    self.redactor = redactor
    self.contractLine = contractLine
  }

  /// Returns the page, with a line feed at its end.
  ///
  /// - Throws: What the templates have wrong, which is this program's fault.
  public func text(of report: Report) throws -> String {
    let page = HTMLPage(report.redacted(by: redactor), contractLine: contractLine)
    let library = MustacheLibrary(
      templates: try HTMLTemplates.all.mapValues { try MustacheTemplate(string: $0) }
    )
    return library.render(page, withTemplate: "page") ?? ""
  }
}
