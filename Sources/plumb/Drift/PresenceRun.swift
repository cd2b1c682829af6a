import PlumbDrift
import PlumbModel
import PlumbNotation
import PlumbRecordings

/// Reads recordings once more for what makes members come and go; only where some do.
struct PresenceRun {
  let sides: DriftSides

  /// Adds to the changes of a report what another row says of when a member is there.
  ///
  /// - Throws: ``Failure`` when recordings cannot be read a second time.
  func explain(_ report: inout DriftReport, _ outcome: DriftSides.Outcome) throws(Failure) {
    let questions = PresenceQuestion.questions(of: report, outcome.sides)
    for (side, input) in sides.inputs.enumerated() {
      var tallies = questions.filter { $0.side == side }.map(PresenceTally.init)
      guard !tallies.isEmpty else { continue }
      try count(input, outcome.documents, &tallies)
      for tally in tallies {
        guard let evidence = tally.evidence else { continue }
        let isBefore = side < sides.inputs.count - 1
        report.changes[tally.question.change].evidence.append(
          isBefore ? "observed before: \(evidence)" : evidence
        )
      }
    }
  }

  private func count(
    _ input: DriftInput,
    _ documents: Documents,
    _ tallies: inout [PresenceTally]
  ) throws(Failure) {
    let servers = try sides.servers.servers(of: documents.apis)
    let apis = documents.apis.map { api in
      var api = api
      api.server = servers[api.id] ?? api.server
      return api
    }
    let asked = Set(tallies.map(\.question.operation))
    let all = OperationFinder(apis: apis, contracts: documents.contracts)
    let few = OperationFinder(
      apis: apis,
      contracts: documents.contracts.filter { asked.contains($0.qualifiedName) }
    )
    var stream = RecordStream()
    let files = try RecordingFinder.files(at: [input.path], areBodies: false)
    var counted = tallies
    try stream.read(files) { record, source throws(Failure) in
      let exchange = record.exchange
      guard input.takes?(source) ?? true, few.contract(of: exchange.request) != nil,
        let name = all.contract(of: exchange.request)?.qualifiedName
      else { return }
      for index in counted.indices
      where counted[index].question.operation == name
        && counted[index].question.status == exchange.response.status
      {
        counted[index].add(exchange.response.body)
      }
    }
    tallies = counted
  }
}
