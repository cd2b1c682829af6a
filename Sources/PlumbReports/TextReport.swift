public import PlumbChecking
public import PlumbModel

/// Writes a report for people, to be read in a terminal or a log.
///
/// Findings stand under a heading for their severity, each with its place in the recording and
/// its row in the contract; a closing summary says how much was seen. Commands and paths are never
/// cut, so that they can be copied; everything else fits the width. Nothing that an API sent
/// reaches the terminal as a control character.
public struct TextReport: Sendable {
  /// What the writer may be told.
  public struct Options: Sendable {
    /// The columns of a line; 40 or more.
    public var width = 80

    /// Whether to colour.
    public var isColoured = false

    /// Whether every place that a finding holds is listed, rather than the first.
    public var listsPlaces = false

    /// Whether the closing summary is left out, and with it all text when nothing was found.
    public var isQuiet = false

    /// What takes credentials out of everything that an API may have sent.
    public var redactor = Redactor(secrets: [])

    /// Creates the defaults.
    public init() {}
  }

  let options: Options
  let ink: Ink
  let width: Int
  let contractLine: @Sendable (_ file: String, _ line: Int) -> String?

  /// Creates a writer.
  ///
  /// - Parameters:
  ///   - options: What the writer may be told.
  ///   - contractLine: Returns a line, counted from 1, of a contract file; `nil` when unknown.
  public init(
    options: Options = Options(),
    contractLine: @escaping @Sendable (_ file: String, _ line: Int) -> String? = { _, _ in nil }
  ) {
    self.options = options
    self.contractLine = contractLine
    ink = Ink(isColoured: options.isColoured)
    width = max(options.width, 40)
  }

  /// Returns the report, with a line feed at the end of each line.
  public func text(of report: Report) -> String {
    let report = report.redacted(by: options.redactor)
    var lines: [String] = []
    for severity in Rule.Severity.allCases.sorted(by: >) {
      let findings = report.findings.filter { $0.severity == severity }
      guard !findings.isEmpty else { continue }
      lines += [ink.paint(findings.count.of(severity.rawValue), as: .severity(severity)), ""]
      for finding in findings {
        lines += block(for: finding) + [""]
      }
    }
    if !options.isQuiet { lines += summary(of: report) }
    return lines.reduce(into: "") { $0 += "\($1)\n" }
  }
}
