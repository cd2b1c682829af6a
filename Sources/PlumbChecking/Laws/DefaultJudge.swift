import PlumbModel
import PlumbText

/// One answered request, for holding documented defaults to what they promise.
struct DefaultRecord: Hashable, Sendable {
  /// The operation, by its rank among the contracts.
  var operation: Int
  /// The session, as a hash of its name.
  var session: UInt64
  /// The values of the path parameters, decoded, in the order of the path.
  var path: [String]
  /// The query, decoded.
  var query: [Query.Item]
  /// A hash of the answer's body, best without the addresses in it that repeat the request.
  var body: UInt64
  /// What the caller knows the exchange by; findings refer to it. The smaller one came first.
  var reference: Int
}

/// A default that does not hold: leaving a parameter out has another answer than giving its default.
struct DefaultBreak: Hashable, Sendable {
  var operation: Int
  /// The exchange that leaves the parameters out.
  var bare: Int
  /// The exchange that gives them.
  var given: Int
  /// The parameters that were given with their defaults: `sort=title`.
  var parameters: [String]
  /// The finding, about the exchange that leaves them out.
  var finding: ConversationFinding
}

/// Holds documented defaults to what they promise: a request that leaves a parameter out is answered
/// like one that gives it with its default.
struct DefaultJudge: Sendable {
  let contracts: [Contract]

  /// A request without what only repeats defaults.
  private struct Key: Hashable {
    var operation: Int
    var session: UInt64
    var path: [String]
    var query: [Query.Item]
  }

  /// One query with all its answers.
  private struct Answers {
    var query: [Query.Item]
    var bodies: Set<UInt64>
    var first: DefaultRecord
  }

  /// The broken defaults; one for each request whose answer should be that of a barer one.
  ///
  /// - Parameter exercised: For each contract, how many pairs of requests were compared; added to.
  func breaks(_ records: [DefaultRecord], exercised: inout [Int]) -> [DefaultBreak] {
    let inOrder = records.filter { !defaults(of: $0.operation).isEmpty }
      .sorted { $0.reference < $1.reference }
    let groups = Dictionary(grouping: inOrder) { record in
      Key(
        operation: record.operation,
        session: record.session,
        path: record.path,
        query: withoutDefaults(record)
      )
    }
    var breaks: [DefaultBreak] = []
    for group in groups.values where group.count > 1 {
      let all = answers(in: group)
      for (rank, given) in all.enumerated() {
        guard let bare = all[..<rank].first(where: { Self.leavesOut($0, given) }) else { continue }
        exercised[given.first.operation] += 1
        // Where one request has several answers already, any of them will do.
        guard bare.bodies.isDisjoint(with: given.bodies) else { continue }
        breaks.append(self.found(bare, given))
      }
    }
    return breaks.sorted { ($0.given, $0.bare) < ($1.given, $1.bare) }
  }

  /// The different queries of a group, the barest first.
  private func answers(in group: [DefaultRecord]) -> [Answers] {
    var ranks: [[Query.Item]: Int] = [:]
    var all: [Answers] = []
    for record in group {
      let query = record.query.sorted { ($0.name, $0.value) < ($1.name, $1.value) }
      if let rank = ranks[query] {
        all[rank].bodies.insert(record.body)
      } else {
        ranks[query] = all.count
        all.append(Answers(query: query, bodies: [record.body], first: record))
      }
    }
    return all.sorted {
      ($0.query.count, $0.first.reference) < ($1.query.count, $1.first.reference)
    }
  }

  /// Whether a query is another one with some parameters left out.
  private static func leavesOut(_ bare: Answers, _ given: Answers) -> Bool {
    bare.query.count < given.query.count && Set(bare.query).isSubset(of: given.query)
  }

  private func defaults(of operation: Int) -> [Parameter] {
    contracts[operation].parameters.filter { $0.location == .query && $0.defaultValue != nil }
  }

  /// The query of a request without the parameters that it gives with their defaults, sorted.
  func withoutDefaults(_ record: DefaultRecord) -> [Query.Item] {
    let defaults = defaults(of: record.operation)
    return record.query.filter { item in
      guard let parameter = defaults.first(where: { $0.name == item.name }),
        let value = value(of: parameter, in: record.query, defaults)
      else { return true }
      return !Self.isSame(item.value, value)
    }.sorted { ($0.name, $0.value) < ($1.name, $1.value) }
  }

  /// The value that holds for a parameter when it is left out of a query.
  private func value(
    of parameter: Parameter,
    in query: [Query.Item],
    _ defaults: [Parameter]
  ) -> String? {
    switch parameter.defaultValue {
    case .text(let text): return text
    case .relative(let name, let plus):
      let given = query.first { $0.name == name }?.value
      let other = defaults.first { $0.name == name }
      // A default that hangs on another one that hangs on something itself is not followed.
      let fallback: String? = if case .text(let text) = other?.defaultValue { text } else { nil }
      guard let base = (given ?? fallback).flatMap({ Int($0) }) else { return nil }
      let (sum, overflow) = base.addingReportingOverflow(plus)
      return overflow ? nil : String(sum)
    case nil: return nil
    }
  }

  private static func isSame(_ value: String, _ other: String) -> Bool {
    if value == other { return true }
    guard let left = JSONNumber(value), let right = JSONNumber(other) else { return false }
    return left == right
  }

  private func found(_ bare: Answers, _ given: Answers) -> DefaultBreak {
    let left = Set(bare.query)
    let names = given.query.filter { !left.contains($0) }
    let texts = names.map { "\($0.name)=\($0.value)" }
    let contract = contracts[given.first.operation]
    let place = contract.parameters.first { $0.name == names.first?.name }?.place
    let list = texts.map { "`\($0)`" }.joined(separator: " and ")
    return DefaultBreak(
      operation: given.first.operation,
      bare: bare.first.reference,
      given: given.first.reference,
      parameters: texts,
      finding: ConversationFinding(
        rule: .defaultDiffers,
        law: nil,
        page: 0,
        pointer: "",
        range: nil,
        field: nil,
        contract: place,
        message: """
          \(list) \(names.count == 1 ? "is the documented default" : "are documented defaults"), \
          the answer without \(names.count == 1 ? "it" : "them") is another than the one with
          """,
        expected: "the answer to the request with \(texts.joined(separator: "&"))",
        found: "another answer",
        kind: names.map(\.name).joined(separator: " ")
      )
    )
  }
}

extension DefaultJudge {
  /// A hash of a body without some stretches of it, such as the links to other pages, which may
  /// repeat the parameters of the request.
  ///
  /// - Parameter stretches: What is left out, in the order of the body and inside it.
  static func digest(_ body: Range<Int>, without stretches: [Range<Int>], in bytes: RawSpan)
    -> UInt64
  {
    var hash: UInt64 = 0
    var start = body.lowerBound
    for stretch in stretches + [body.upperBound..<body.upperBound] {
      let piece = BodyDigest.of(start..<max(start, stretch.lowerBound), in: bytes)
      hash = (hash &* 0x9e37_79b1_85eb_ca87) ^ piece
      start = max(start, stretch.upperBound)
    }
    return hash
  }
}
