import PlumbChecking
import PlumbModel
import PlumbNotation
import PlumbReports

/// Writes a part to where it was asked for.
struct PartOutput {
  let library: ContractLibrary
  let checker: Checker
  let terms: PartTerms
  /// The file; `nil` for standard output.
  let file: String?

  /// Makes sure, before the work is done, that a part can be written there.
  static func prepare(_ file: String?) throws(Failure) {
    if let file { return try ReportFile.prepare(file, "part") }
    guard !StandardStream.output.isTerminal else {
      throw Failure(
        .usage,
        "a part is not for reading; send it to a file with --output FILE, or on to another program"
      )
    }
  }

  /// Writes a part.
  func write(_ extract: Extract, _ notes: PartNotes) throws(Failure) {
    if let overlap = checker.overlap(in: extract) {
      throw Failure(
        .unreadable,
        "\(overlap.exchange) is here twice, and would count twice; name each exchange differently, "
          + "or leave one out"
      )
    }
    let redactor = Redactor(of: library).learning(fromRecordings: Array(extract.shownFiles))
    let line = checker.part(of: extract, terms: terms, notes: notes, redactor: redactor)
    guard let file else { return StandardStream.output.write(line) }
    try ReportFile.write(line, to: file, "part")
  }
}

extension PartOverlap {
  /// The exchange, for a message.
  var exchange: String { entry.map { "entry \($0) of \(file)" } ?? "\(file)" }
}

extension PartTerms {
  /// What this program makes parts with.
  init(_ library: ContractLibrary, _ options: Checker.Options) throws(Failure) {
    self.init(
      version: Tool.plumb.version,
      contracts: try ContractState.of(library),
      options: options
    )
  }
}
