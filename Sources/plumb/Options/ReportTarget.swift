import ArgumentParser

/// A report to write: its format and where it goes.
struct ReportTarget: ExpressibleByArgument, Hashable {
  /// How a report may be written.
  enum Format: String, CaseIterable {
    case text, json, markdown, html, junit, sarif, github
  }

  /// How it is written.
  var format: Format
  /// The file it goes to; `nil` for standard output.
  var file: String?

  /// Creates a report to standard output.
  init(_ format: Format) {
    self.format = format
  }

  /// Reads `FORMAT` or `FORMAT=FILE`.
  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard let name = parts.first, let format = Format(rawValue: String(name)) else { return nil }
    self.format = format
    guard parts.count == 2 else { return }
    guard let path = parts.last, !path.isEmpty else { return nil }
    file = String(path)
  }

  static var allValueStrings: [String] { Format.allCases.map(\.rawValue) }

  static var defaultCompletionKind: CompletionKind {
    .list(allValueStrings + allValueStrings.map { "\($0)=" })
  }
}

extension ReportTarget {
  /// Makes sure that no two reports go to one place.
  static func validate(_ reports: [ReportTarget]) throws {
    if reports.count(where: { $0.file == nil }) > 1 {
      throw ValidationError(
        "only one report fits standard output; give the others a file, as in --report json=FILE"
      )
    }
    let files = reports.compactMap(\.file)
    if Set(files).count < files.count {
      throw ValidationError("two reports go to one file; give each its own")
    }
  }

  /// Writes what was asked for: the files first, so that none is lost when nobody reads standard
  /// output to its end; text to standard output when nothing else goes there.
  ///
  /// - Parameter bytes: Makes the report in a format.
  static func write(
    _ reports: [ReportTarget],
    _ bytes: (_ format: Format, _ isFile: Bool) throws(Failure) -> [UInt8]
  ) throws(Failure) {
    for report in reports {
      guard let file = report.file else { continue }
      try ReportFile.write(try bytes(report.format, true), to: file)
    }
    let format = reports.first { $0.file == nil }?.format ?? .text
    StandardStream.output.write(try bytes(format, false))
  }
}
