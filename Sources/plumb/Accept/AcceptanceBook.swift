import PlumbModel
import PlumbNotation
import PlumbText

/// The files of accepted drift, beside the contracts.
struct AcceptanceBook {
  let library: ContractLibrary

  /// The finding of a fingerprint.
  func subject(
    _ fingerprint: String,
    among subjects: [FindingSubject]
  ) throws(Failure) -> FindingSubject {
    if let known = library.acceptances.first(where: { $0.fingerprint == fingerprint }) {
      throw Failure(
        .usage,
        "\(fingerprint) is accepted already until \(known.until); change it in \(known.place)"
      )
    }
    if let subject = subjects.first(where: { $0.fingerprint == fingerprint }) { return subject }
    guard !subjects.isEmpty else {
      throw Failure(.unreadable, "there is no finding \(fingerprint): nothing was found at all")
    }
    let known = subjects.prefix(10).map { "  \($0.words)" }
    let more = subjects.count > known.count ? ["  and \(subjects.count - known.count) more"] : []
    throw Failure(
      .unreadable,
      ["there is no finding \(fingerprint); there are"] + known + more
    )
  }

  /// Adds an acceptance to the file of its API; the file is whole at any time.
  ///
  /// - Returns: The path of the file.
  func add(
    _ subject: FindingSubject,
    reason: String,
    contact: String?,
    until: CalendarDate
  ) throws(Failure) -> String {
    let name = subject.operation.map { $0.prefix { $0 != "/" } }
    guard let api = name.map({ library.api(String($0)) }) ?? library.apis.first else {
      throw Failure(.unreadable, "\(subject.words): its API is not under contract")
    }
    let path = Self.path(of: api)
    let acceptance = Acceptance(
      api: api.id,
      fingerprint: subject.fingerprint,
      rule: subject.rule,
      operation: subject.operation,
      row: subject.row,
      reason: reason,
      contact: contact,
      until: until,
      place: SourcePlace(file: path, line: 1, column: 1)
    )
    let entry = AcceptanceWriter.entry(for: acceptance)
    var text = TextFile.lines(of: path)?.joined(separator: "\n") ?? AcceptanceWriter.head
    if !text.isEmpty, !text.hasSuffix("\n") { text += "\n" }
    text += entry
    let file = NotationFile(path: path, text: text)
    guard AcceptanceWriter.holds(acceptance, file) else {
      throw Failure(
        .unreadable,
        ["\(path): the entry does not fit at the end of this file; add it by hand:"]
          + entry.split(separator: "\n").map(String.init)
      )
    }
    try ReportFile.write(Array(text.utf8), to: path, "file of accepted drift")
    return path
  }

  private static func path(of api: API) -> String {
    let folder = api.place.file.lastIndex(of: "/").map { api.place.file[...$0] } ?? ""
    return folder + ContractFolder.acceptedFile
  }
}
