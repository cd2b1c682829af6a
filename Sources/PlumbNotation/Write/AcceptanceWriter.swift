public import PlumbModel

/// Writes acceptances as the text of an API's `accepted.yaml`.
public enum AcceptanceWriter {
  /// What a new file begins with.
  public static let head = """
    # Drift that was reviewed. It fails no check until its day is past; plumb accept adds to it.
    accepted:

    """

  /// Returns one entry of the list, with a line feed at its end.
  public static func entry(for acceptance: Acceptance) -> String {
    // The file stands in the folder of the API, so that operations need not name it.
    let operation = acceptance.operation.map { name in
      name.split(separator: "/", maxSplits: 1).last.map(String.init) ?? name
    }
    let members = [
      // Always quoted: some fingerprints look like numbers.
      ("fingerprint", "\"\(acceptance.fingerprint)\""),
      ("rule", YAMLText.written(acceptance.rule, .prose)),
      ("operation", operation.map { YAMLText.written($0, .prose) }),
      ("row", acceptance.row.map { YAMLText.written($0, .prose) }),
      ("because", YAMLText.written(acceptance.reason, .prose)),
      ("ask", acceptance.contact.map { YAMLText.written($0, .prose) }),
      ("until", acceptance.until.description),
    ]
    var text = ""
    for (name, value) in members {
      guard let value else { continue }
      text += "\(text.isEmpty ? "  - " : "    ")\(name): \(value)\n"
    }
    return text
  }

  /// Whether a file can be read and holds an acceptance, wherever it stands.
  public static func holds(_ acceptance: Acceptance, _ file: NotationFile) -> Bool {
    let log = DiagnosticLog()
    guard let node = YAMLReader(file, log: log).read() else { return false }
    let reading = NodeReading(file: file, log: log)
    let found = AcceptanceReader(reading: reading, api: acceptance.api).read(node)
    return log.errors == nil
      && found.contains { read in
        var read = read
        read.place = acceptance.place
        return read == acceptance
      }
  }
}
