import PlumbModel
import PlumbText

extension Extractor {
  /// Judges an exchange: request first, then status, header fields and body.
  func judge(
    _ layout: ExchangeLayout,
    in bytes: RawSpan,
    from source: ExchangeSource,
    locate: (Range<Int>) -> FilePlace
  ) {
    guard layout.failure == nil, layout.status > 0 else {
      return extract.addUnjudged(.failed, layout.failure ?? "no answer", source)
    }
    let url = URLLayout(layout.url, in: bytes)
    guard let match = plan.router.match(method: layout.method, url: url, in: bytes) else {
      return extract.addUnjudged(.noContract, uncontracted(layout, url, bytes), source)
    }
    let operation = plan.operations[match.operation]
    log.table = Int32(-1 - match.operation)
    let response = operation.responses.firstIndex { $0.status == layout.status }
    // Not modified: the answer is in the client's cache, and nothing of it here.
    let isWeather = layout.status == 429 || layout.status == 304 || layout.status >= 500
    if response == nil, isWeather {
      return extract.addUnjudged(.weather, "status \(layout.status)", source)
    }
    extract.judged[match.operation] += 1
    let problems = judges[match.operation].problems(
      path: match.parameters,
      query: url.query,
      fields: layout.requestFields,
      in: bytes
    )
    guard let response else {
      return judgeUndocumented(layout)
    }
    extract.responses[match.operation][response] += 1
    judgeOutcome(
      layout,
      problems,
      operation,
      isError: operation.responses[response].isError,
      bytes,
      url,
      match.operation,
      source
    )
    judgeResponse(layout, match.operation, response, bytes)
    if observesValues {
      let key = ObservedKey(operation: match.operation, response: response)
      observe(layout, of: key, in: bytes, from: source, locate: locate)
    }
    if !operation.responses[response].isError, hasBody(layout, bytes) {
      if response == 0 { keepConversation(layout, match, in: bytes, from: source) }
      if holdsRequests { keepAnswer(layout, match.operation, bytes, source) }
    }
  }

  private func uncontracted(_ layout: ExchangeLayout, _ url: URLLayout, _ bytes: RawSpan) -> String
  {
    let address = bytes.text(url.host) + bytes.text(url.path)
    return "\(bytes.text(layout.method)) \(address)"
  }

  private func judgeUndocumented(_ layout: ExchangeLayout) {
    let isRedirect = (300..<400).contains(layout.status) && layout.status != 304
    log.note(
      isRedirect ? .redirect : .statusUndocumented,
      kind: String(layout.status),
      found: "status \(layout.status)",
      detail: UInt64(layout.status),
      at: .message(layout.url)
    )
  }

  /// Holds the outcome to the request: bad ones are refused, good ones are not.
  private func judgeOutcome(
    _ layout: ExchangeLayout,
    _ problems: [RequestProblem],
    _ operation: CheckPlan.Operation,
    isError: Bool,
    _ bytes: RawSpan,
    _ url: URLLayout,
    _ index: Int,
    _ source: ExchangeSource
  ) {
    if isError {
      // These refuse who asks, not what is asked.
      let isPersonal = [401, 403, 407].contains(layout.status)
      guard problems.isEmpty, !isPersonal else { return }
      guard isExample(operation, layout, bytes, url) else {
        return keepRefusal(layout, index, bytes, source)
      }
      log.note(
        .refusedGoodRequest,
        kind: String(layout.status),
        found: "status \(layout.status)",
        detail: UInt64(layout.status),
        at: .message(layout.url)
      )
    } else {
      let broken = problems.filter { $0.fault != .unknown }
      for problem in broken.isEmpty ? problems : [broken[0]] {
        log.note(
          .statusForBadRequest,
          node: problem.parameter,
          kind: problem.fault.kind,
          found: problem.fault.found,
          detail: problem.parameter < 0 ? NameHash.of(problem.name) : 0,
          name: { problem.parameter < 0 ? problem.name : nil },
          at: .message(layout.url)
        )
      }
    }
  }

  /// Keeps a refusal until it is known whether the API itself gave the address.
  private func keepRefusal(
    _ layout: ExchangeLayout,
    _ operation: Int,
    _ bytes: RawSpan,
    _ source: ExchangeSource
  ) {
    let url = bytes.text(layout.url)
    extract.refusals.append(
      Extract.Refusal(
        operation: operation,
        session: sessionHash(source),
        status: layout.status,
        page: ConversationWriter.Page(rank: source.rank, entry: source.entry, url: url)
      )
    )
  }

  /// Whether a request is one of the contract's own examples.
  private func isExample(
    _ operation: CheckPlan.Operation,
    _ layout: ExchangeLayout,
    _ bytes: RawSpan,
    _ url: URLLayout
  ) -> Bool {
    let contract = operation.contract
    let names = Set(contract.path.parameterNames)
    let headers = Set(contract.parameters.filter { $0.location == .header }.map(\.name))
    let asked = Query(bytes.text(url.query))
    let path = bytes.text(url.path)
    return contract.examples.contains { example in
      let values = Dictionary(example.values.map { ($0.name, $0.value) }) { first, _ in first }
      guard let expanded = contract.path.expand(values), path.hasSuffix(expanded) else {
        return false
      }
      let hasFields = example.values.filter { headers.contains($0.name) }
        .allSatisfy { value in
          layout.requestFields.contains {
            FieldName.isEqual($0.name, Array(value.name.utf8), in: bytes)
              && bytes.text($0.value) == value.value
          }
        }
      guard hasFields else { return false }
      let query = example.values.filter { !names.contains($0.name) && !headers.contains($0.name) }
        .map { Query.Item(name: $0.name, value: $0.value) }
      return Query(items: query) == asked
    }
  }

  private func judgeResponse(
    _ layout: ExchangeLayout,
    _ operation: Int,
    _ index: Int,
    _ bytes: RawSpan
  ) {
    let response = plan.operations[operation].responses[index]
    for (rank, header) in response.headers.enumerated()
    where !layout.fields.contains(where: { FieldName.isEqual($0.name, header, in: bytes) }) {
      log.note(
        .headerMissing,
        node: Int32(index),
        kind: "missing",
        found: "no such field",
        detail: UInt64(rank),
        name: { response.contract.headers[rank] },
        at: .message(layout.url)
      )
    }
    guard response.table != nil, hasBody(layout, bytes) else { return }
    if response.isError { log.insteadOf = .errorBody }
    log.cause = noteContentType(layout, Int32(index), bytes)
    readBody(layout.body, of: operation, response: index, in: bytes)
    log.insteadOf = nil
    log.cause = nil
  }

  /// Whether an answer has content at all, RFC 9110 section 6.4.1.
  func hasBody(_ layout: ExchangeLayout, _ bytes: RawSpan) -> Bool {
    let isWithout = layout.status < 200 || [204, 205, 304].contains(layout.status)
    guard !isWithout || !layout.body.isEmpty else { return false }
    return !(layout.method.count == 4 && bytes.holds(FieldName.head, at: layout.method.lowerBound))
  }

  /// Says that a body that is documented as JSON is declared as something else.
  private func noteContentType(
    _ layout: ExchangeLayout,
    _ response: Int32,
    _ bytes: RawSpan
  ) -> Int? {
    let field = layout.fields.first { FieldName.isEqual($0.name, FieldName.contentType, in: bytes) }
    guard let field else { return nil }
    if field.value.count == FieldName.json.count,
      bytes.holds(FieldName.json, at: field.value.lowerBound)
    {
      return nil
    }
    let text = bytes.text(field.value)
    let type = MediaType(text)
    guard type?.isJSON != true else { return nil }
    log.insteadOf = nil
    let kind = type.map { "\($0.type)/\($0.subtype)" } ?? "malformed"
    return log.note(
      .contentType,
      node: response,
      kind: kind,
      found: kind == "malformed" ? text : kind,
      at: .message(field.value)
    )
  }

  private func keepAnswer(
    _ layout: ExchangeLayout,
    _ operation: Int,
    _ bytes: RawSpan,
    _ source: ExchangeSource
  ) {
    let operationPlan = plan.operations[operation]
    guard operationPlan.isSafe else { return }
    var method = XXH64.hash(bytes, layout.method, seed: sessionHash(source))
    for name in operationPlan.varying {
      for field in layout.requestFields where FieldName.isEqual(field.name, name, in: bytes) {
        method = XXH64.hash(bytes, field.value, seed: method &+ UInt64(name.count))
      }
    }
    // The two hashes of a body are not to be compared with each other.
    if layout.bodyHash != 0 { method = ~method }
    let body = layout.bodyHash != 0 ? layout.bodyHash : BodyDigest.of(layout.body, in: bytes)
    extract.answers.append(
      Extract.Answer(
        request: XXH64.hash(bytes, layout.url, seed: method),
        body: body,
        operation: Int32(operation),
        rank: Int32(truncatingIfNeeded: source.rank),
        entry: Int32(truncatingIfNeeded: source.entry ?? -1)
      )
    )
  }
}

extension RequestProblem.Fault {
  /// The kind of fault, free of values.
  var kind: String {
    switch self {
    case .missing: "missing"
    case .malformed: "malformed"
    case .unknown: "unknown"
    }
  }

  /// What was found.
  var found: String {
    switch self {
    case .missing: "nothing"
    case .malformed(let value): "\"\(value)\""
    case .unknown: "a parameter that no row names"
    }
  }
}

/// A hash of a name that is the same in every process (FNV-1a, 64 bits).
enum NameHash {
  static func of(_ text: String) -> UInt64 {
    text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}
