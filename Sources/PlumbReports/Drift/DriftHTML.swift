import Mustache
public import PlumbDrift
public import PlumbModel

/// Writes drift as one page of HTML that needs no network and no script: the reference page,
/// corrected.
public struct DriftHTML: Sendable {
  private let redactor: Redactor

  /// Creates a writer.
  ///
  /// - Parameter redactor: What takes credentials out of everything that an API may have sent.
  public init(redactor: Redactor = Redactor(secrets: [])) {
    self.redactor = redactor
  }

  /// Returns the page, with a line feed at its end.
  ///
  /// - Throws: What the templates have wrong, which is this program's fault.
  public func text(of report: DriftReport) throws -> String {
    let page = DriftPage(report.redacted(by: redactor))
    let library = MustacheLibrary(
      templates: try DriftTemplates.all.mapValues { try MustacheTemplate(string: $0) }
    )
    return library.render(page, withTemplate: "page") ?? ""
  }
}
