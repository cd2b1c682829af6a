import PlumbModel
import PlumbText

extension Extract {
  /// Writes everything but observed values into a part.
  ///
  /// The ranks of files are those of their names, from 0: see ``rankedByName()``.
  func write(to part: inout PartEncoder, _ plan: CheckPlan) {
    let files = names.sorted { $0.key < $1.key }
    part.list(files) { file, part in
      part.text(file.value)
      part.flag(namedByLines.contains(file.key))
    }
    writeSources(to: &part)
    part.count(exchanges)
    part.count(bytes)
    part.counts(judged)
    part.list(responses) { $1.counts($0) }
    part.list(tables) { $0.write(to: &$1) }
    part.counts(bodies)
    part.counts(lawsJudged)
    part.list(entries) { $0.write(to: &$1, plan) }
    part.list(unjudged.sorted { $0.key.rawValue < $1.key.rawValue }) { tally, part in
      part.name(tally.key.rawValue)
      tally.value.write(to: &part)
    }
    writeAnswers(to: &part)
    part.list(refusals) { $0.write(to: &$1) }
    part.list(given.sorted { $0.key < $1.key }) { session, part in
      part.fixed(session.key)
      part.column(Set(session.value).sorted())
    }
    part.list(relations) { relation, part in
      let contract = plan.operations[relation.operation].contract
      relation.write(to: &part, contractsIn: contract.place.file)
    }
    part.list(pages) { $0.write(to: &$1) }
  }

  /// Reads an extract out of a part.
  init(
    from part: inout PartDecoder,
    _ bounds: inout PartBounds,
    placeLimit: Int
  ) throws(PartFault) {
    let plan = bounds.plan
    self.init(plan: plan, placeLimit: placeLimit, keepsSources: true)
    try readFiles(from: &part)
    bounds.names = names.sorted { $0.key < $1.key }.map(\.value)
    let checked = bounds
    try readSources(from: &part, checked)
    exchanges = try part.count()
    bytes = try part.count()
    judged = try part.counts(like: judged)
    let responses = try part.length()
    guard responses == self.responses.count else { throw PartFault() }
    for index in 0..<responses {
      self.responses[index] = try part.counts(like: self.responses[index])
    }
    let tables = try part.length()
    guard tables == self.tables.count else { throw PartFault() }
    for index in 0..<tables { try self.tables[index].read(from: &part) }
    bodies = try part.counts(like: bodies)
    lawsJudged = try part.counts(like: lawsJudged)
    entries = try part.list { part throws(PartFault) in
      try FindingEntry(from: &part, checked)
    }
    let reasons = try part.length()
    for _ in 0..<reasons {
      guard let reason = Report.Unjudged.Reason(rawValue: try part.name()) else {
        throw PartFault()
      }
      unjudged[reason] = try UnjudgedTally(from: &part, checked)
    }
    try readAnswers(from: &part, checked)
    refusals = try part.list { part throws(PartFault) in try Refusal(from: &part, checked) }
    let sessions = try part.length()
    for _ in 0..<sessions {
      let session = try part.fixed()
      given[session, default: []] += try part.column()
    }
    relations = try part.list { part throws(PartFault) in try Relation(from: &part, checked) }
    pages = try part.list { part throws(PartFault) in try PageExtract(from: &part, checked) }
  }

  private mutating func readFiles(from part: inout PartDecoder) throws(PartFault) {
    let files = try part.length()
    var last: String?
    for rank in 0..<files {
      let name = try part.text()
      if let last, !FileOrder.precedes(last, name) { throw PartFault() }
      last = name
      names[rank] = name
      if try part.flag() { namedByLines.insert(rank) }
    }
  }

  private func writeSources(to part: inout PartEncoder) {
    part.list(sources) { run, part in
      part.count(run.rank)
      part.number(run.entries.lowerBound)
      part.count(run.entries.count)
    }
  }

  private mutating func readSources(
    from part: inout PartDecoder,
    _ bounds: PartBounds
  ) throws(PartFault) {
    sources = try part.list { part throws(PartFault) in
      let rank = try part.count(below: bounds.files)
      let first = try part.number()
      let count = try part.count()
      guard first >= -1, count > 0 else { throw PartFault() }
      return SourceRun(rank: rank, entries: first..<(first + count))
    }
  }

  private func writeAnswers(to part: inout PartEncoder) {
    part.list(answers) { answer, part in
      part.fixed(answer.request)
      part.fixed(answer.body)
      part.count(Int(answer.operation))
      part.count(Int(answer.rank))
      part.number(Int(answer.entry))
    }
  }

  private mutating func readAnswers(
    from part: inout PartDecoder,
    _ bounds: PartBounds
  ) throws(PartFault) {
    let operations = bounds.plan.operations.count
    answers = try part.list { part throws(PartFault) in
      let (request, body) = (try part.fixed(), try part.fixed())
      let operation = try part.count(below: operations)
      let rank = try part.count(below: bounds.files)
      guard let entry = Int32(exactly: try part.number()) else { throw PartFault() }
      return Answer(
        request: request,
        body: body,
        operation: Int32(operation),
        rank: Int32(rank),
        entry: entry
      )
    }
  }
}

extension PartDecoder {
  /// Reads as many numbers as another list has.
  fileprivate mutating func counts(like other: [Int]) throws(PartFault) -> [Int] {
    let counts = try counts()
    guard counts.count == other.count else { throw PartFault() }
    return counts
  }
}

extension Extract.Refusal {
  fileprivate func write(to part: inout PartEncoder) {
    part.count(operation)
    part.fixed(session)
    part.count(status)
    page.write(to: &part)
  }

  fileprivate init(from part: inout PartDecoder, _ bounds: PartBounds) throws(PartFault) {
    operation = try part.count(below: bounds.plan.operations.count)
    session = try part.fixed()
    status = try part.count()
    page = try ConversationWriter.Page(from: &part, bounds)
  }
}

extension PresenceCounts {
  fileprivate func write(to part: inout PartEncoder) {
    part.counts(values)
    let inOrder = others.sorted {
      ($0.key.node, $0.key.kind.rawValue) < ($1.key.node, $1.key.kind.rawValue)
    }
    part.list(inOrder) { other, part in
      part.count(Int(other.key.node))
      part.byte(other.key.kind.rawValue)
      part.count(other.value)
    }
  }

  fileprivate mutating func read(from part: inout PartDecoder) throws(PartFault) {
    let counts = try part.counts(like: values)
    for (node, count) in counts.enumerated() { add(count, at: Int32(node)) }
    let others = try part.length()
    for _ in 0..<others {
      let node = try part.count(below: counts.count)
      guard let kind = JSONKind(rawValue: try part.byte()) else { throw PartFault() }
      add(try part.count(), at: Int32(node), as: kind)
    }
  }
}
