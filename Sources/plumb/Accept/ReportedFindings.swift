import PlumbText

/// The findings in a report that was written as JSON.
enum ReportedFindings {
  /// Reads a report.
  ///
  /// - Parameter path: A file of `plumb.report/1`.
  static func subjects(in path: String) throws(Failure) -> [FindingSubject] {
    guard let lines = TextFile.lines(of: path) else {
      throw Failure(.unreadable, "\(path): the report cannot be read")
    }
    let bytes = Array(lines.joined(separator: "\n").utf8)
    guard let document = try? JSONDocument(bytes),
      text(document.root, "schema") == "plumb.report/1",
      let findings = document.root["findings"]?.elements
    else {
      throw Failure(
        .unreadable,
        "\(path): this is no report of plumb; plumb check --report json=FILE writes one"
      )
    }
    return findings.compactMap { finding in
      guard let fingerprint = text(finding, "fingerprint"), let rule = text(finding, "rule") else {
        return nil
      }
      return FindingSubject(
        fingerprint: fingerprint,
        rule: rule,
        operation: text(finding, "operation"),
        row: text(finding, "field")
      )
    }
  }

  private static func text(_ node: JSONNode, _ name: String) -> String? {
    guard case .string(let text)? = node[name]?.value else { return nil }
    return text
  }
}
