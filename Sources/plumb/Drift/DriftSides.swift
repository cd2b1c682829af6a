import PlumbChecking
import PlumbDocuments
import PlumbDrift
import PlumbModel
import PlumbNotation
import PlumbRecordings

/// Reads the sides of a comparison.
struct DriftSides {
  /// What the paths name, in their order.
  let inputs: [DriftInput]
  /// The contracts that recordings are held to when no path names documents.
  let library: ContractLibrary?
  /// The servers in place of an API's own.
  let servers: BaseURLOption
  /// How many files to read at a time.
  let workers: Int
  let showsProgress: Bool

  /// The sides, and the documents that recordings were held to.
  struct Outcome {
    var sides: [DriftSide] = []
    var documents = Documents(apis: [], contracts: [], isWhole: false)
    /// What could not be read.
    var errors: [RecordingError] = []
  }

  /// Reads all sides.
  nonisolated(nonsending) func read() async throws(Failure) -> Outcome {
    var outcome = Outcome()
    var documented: [String: Documents] = [:]
    for input in inputs where input.kind.isDocument {
      let server = servers.baseURLs.last { $0.api == nil }?.url
      documented[input.path] = try input.kind.documents(input.path, server: server)
    }
    let seen = inputs.filter { !$0.kind.isDocument }
    if let documents = inputs.compactMap({ documented[$0.path] }).first {
      outcome.documents = documents
    } else if let library {
      outcome.documents = Documents(
        apis: library.apis,
        contracts: library.contracts,
        isWhole: true
      )
    } else {
      outcome.documents = try inferred(from: Array(Set(seen.map(\.path))).sorted())
    }
    for input in inputs {
      if let documents = documented[input.path] {
        outcome.sides.append(DriftSide(label: input.label, content: .documented(documents)))
      } else {
        let seen = try await sight(of: input, heldTo: outcome.documents)
        outcome.errors += seen.errors
        outcome.sides.append(DriftSide(label: input.label, content: .observed(seen.sight)))
      }
    }
    return outcome
  }

  // MARK: - Recordings

  /// What the recordings at a path show, held to documents, and what could not be read of them.
  nonisolated(nonsending) func sight(
    of input: DriftInput,
    heldTo documents: Documents
  ) async throws(Failure) -> (sight: Sight, errors: [RecordingError]) {
    var options = Checker.Options()
    options.observesValues = true
    options.servers = try servers.servers(of: documents.apis)
    let checker = Checker(
      apis: documents.apis,
      contracts: documents.contracts,
      options: options
    )
    let run = CheckRun(
      checker: checker,
      operation: nil,
      workers: workers,
      showsProgress: showsProgress,
      takes: input.takes
    )
    let files = try RecordingFinder.files(at: [input.path], areBodies: false)
    let read = await run.read(files)
    guard let extract = read.extract else { throw Failure(.fault, "nothing was read") }
    var report = checker.report(on: extract)
    report.locatePlaces(PlaceLocator(files).locate)
    guard report.summary.exchanges > 0 else {
      throw Failure(
        .unreadable,
        input.takes == nil
          ? RecordingFinder.nothingFound(in: [input.path])
          : "\(input.label): there are no exchanges of that time"
      )
    }
    guard report.summary.exchanges > report.summary.unjudged else {
      let names = documents.apis.map(\.server).joined(separator: ", ")
      throw Failure(
        .unreadable,
        """
        \(input.label): nothing can be compared: no exchange belongs to a documented operation
        the documents are for \(names); another server is named with --base-url, other contracts \
        with --contracts
        """
      )
    }
    let redactor = Redactor(knowing: documents.apis, contracts: documents.contracts)
    let sight = Sight(
      report: report,
      responses: checker.observed(on: extract),
      hidingValuesOf: redactor.soundsSecret
    )
    return (sight, read.errors)
  }

  /// The operations that all recordings show, when nothing documents them.
  private func inferred(from paths: [String]) throws(Failure) -> Documents {
    let files = try RecordingFinder.files(at: paths, areBodies: false)
    var survey = AddressSurvey()
    try read(files) { survey.add($0) }
    var inference = Inference(survey)
    try read(files) { inference.add($0) }
    let apis = inference.apis()
    guard !apis.isEmpty else {
      throw Failure(
        .unreadable,
        "\(paths.joined(separator: ", ")): none of \(survey.count) exchanges shows an operation: "
          + "a success in JSON"
      )
    }
    return Documents(
      apis: apis.map(\.api),
      contracts: apis.flatMap(\.files).flatMap(\.contracts),
      isWhole: true
    )
  }

  private func read(
    _ files: [RecordingFile],
    _ take: (Exchange) -> Void
  ) throws(Failure) {
    var stream = RecordStream()
    try stream.read(files) { record, _ throws(Failure) in take(record.exchange) }
  }
}
